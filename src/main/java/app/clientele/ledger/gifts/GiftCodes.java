package app.clientele.ledger.gifts;

import app.clientele.access.Vault;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds cards by their codes, and opens the codes of cards. */
@Component
class GiftCodes {
    private final Sql sql;
    private final GiftCardRows rows;
    private final CodeTries tries;
    private final Vault vault;

    GiftCodes(Sql sql, GiftCardRows rows, CodeTries tries, Vault vault) {
        this.sql = sql;
        this.rows = rows;
        this.tries = tries;
        this.vault = vault;
    }

    /**
     * The card with a code. A mistyped code and one that does not exist are the same answer.
     *
     * @throws TooManyCodes when they tried too many wrong ones
     */
    Optional<UUID> find(@Nullable String typed) {
        tries.check();
        Optional<UUID> found =
                GiftCode.read(typed)
                        .flatMap(code ->
                                rows.byHash(GiftCode.hash(Caller.current().business(), code)));
        if (found.isEmpty()) {
            tries.wrong();
        }
        return found;
    }

    /** The card with its code, for whoever may see that. */
    GiftCard opened(GiftCard card) {
        return Caller.current().may(Permission.VALUE_CODE) ? card.with(code(card.id())) : card;
    }

    /** In groups of four. */
    String code(UUID card) {
        byte[] sealed =
                sql.of(
                                "select code_sealed from gift_card where business_id = :business and id = :id")
                        .param("id", card)
                        .query(byte[].class)
                        .single();
        return GiftCode.grouped(vault.open(Caller.current().business(), sealed));
    }
}
