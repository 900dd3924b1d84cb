package app.clientele.gateway.sandbox;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Secrets;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the sandbox holds, each deed in a transaction of its own: it stands when that of whoever
 * asked is rolled back, as it does with a gateway outside.
 */
@Component
class SandboxBooks {
    private final Sql sql;
    private final TransactionTemplate own;

    SandboxBooks(Sql sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T> T apart(Supplier<T> work) {
        return requireNonNull(own.execute(t -> work.get()));
    }

    /** A card it holds; of its number, the end. */
    record Held(
            UUID id,
            String behaviour,
            String brand,
            String lastFour,
            LocalDate expiresOn,
            @Nullable String holder) {}

    Optional<Held> card(@Nullable UUID id) {
        return sql.of(
                        """
                        select id, behaviour, brand, last_four, expires_on, holder from sandbox_card
                        where business_id = :business and id = :id and gone_at is null
                        """)
                .param("id", id)
                .query(Held.class)
                .optional();
    }

    UUID store(TestCard card, LocalDate expires, @Nullable String holder) {
        UUID id = Ids.next();
        sql.of(
                        """
                        insert into sandbox_card (business_id, id, behaviour, brand, last_four, expires_on, holder)
                        values (:business, :id, :behaviour, :brand, :four, :expires, :holder)
                        """)
                .param("id", id)
                .param("behaviour", card.code())
                .param("brand", card.brand())
                .param("four", card.lastFour())
                .param("expires", expires)
                .param("holder", holder)
                .update();
        return id;
    }

    /** One it does not know is forgotten already. */
    void forget(String token) {
        sql.of(
                        "update sandbox_card set gone_at = now(), holder = null where business_id = :business and id::text = :token")
                .param("token", token)
                .update();
    }

    /** Money that came or went back, or did not. */
    record Entry(
            UUID id,
            UUID clientId,
            String kind,
            @Nullable UUID cardId,
            @Nullable UUID ofId,
            long amountMinor,
            String currency,
            String state,
            @Nullable String reason) {
        Money amount() {
            return requireNonNull(Amounts.of(amountMinor, currency));
        }
    }

    Optional<Entry> entry(UUID clientId) {
        return sql.of(
                        """
                        select id, client_id, kind, card_id, of_id, amount_minor, currency, state, reason from sandbox_entry
                        where business_id = :business and client_id = :id for update
                        """)
                .param("id", clientId)
                .query(Entry.class)
                .optional();
    }

    /** The one that is there already when it was asked before. */
    Entry enter(
            UUID clientId,
            String kind,
            @Nullable UUID card,
            @Nullable UUID of,
            Money amount,
            String state,
            @Nullable String reason) {
        sql.of(
                        """
                        insert into sandbox_entry (business_id, id, client_id, kind, card_id, of_id, amount_minor, currency, state, reason)
                        values (:business, :id, :client, :kind, :card, :of, :amount, :currency, :state, :reason)
                        on conflict (business_id, client_id) do nothing
                        """)
                .param("id", Ids.next())
                .param("client", clientId)
                .param("kind", kind)
                .param("card", card)
                .param("of", of)
                .param("amount", amount.getAmountMinorLong())
                .param("currency", Amounts.currency(amount))
                .param("state", state)
                .param("reason", reason)
                .update();
        return entry(clientId).orElseThrow();
    }

    void set(UUID clientId, String state, @Nullable String reason) {
        sql.of(
                        """
                        update sandbox_entry set state = :state, reason = :reason
                        where business_id = :business and client_id = :id and state in ('needs_customer', 'pending')
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("id", clientId)
                .update();
    }

    /** What went back of a charge, or is about to. */
    long returned(UUID charge) {
        return sql.of(
                        """
                        select coalesce(sum(amount_minor), 0)::bigint from sandbox_entry
                        where business_id = :business and of_id = :of and state <> 'declined'
                        """)
                .param("of", charge)
                .query(Long.class)
                .single();
    }

    /**
     * A page of the sandbox's own.
     *
     * @param kind card or confirm
     * @param back where it leads on to
     */
    record SandboxPage(UUID id, String kind, UUID clientId, String back, @Nullable UUID cardId) {}

    /** The secret of a page just made. */
    String open(UUID id, String kind, UUID clientId, String back) {
        String secret = Secrets.next();
        sql.of(
                        """
                        insert into sandbox_page (business_id, id, secret_hash, kind, client_id, back)
                        values (:business, :id, :hash, :kind, :client, :back)
                        """)
                .param("id", id)
                .param("hash", Secrets.hash(secret))
                .param("kind", kind)
                .param("client", clientId)
                .param("back", back)
                .update();
        return secret;
    }

    Optional<SandboxPage> page(UUID id) {
        return sql.of(
                        """
                        select id, kind, client_id, back, card_id from sandbox_page
                        where business_id = :business and id = :id for update
                        """)
                .param("id", id)
                .query(SandboxPage.class)
                .optional();
    }

    void typed(UUID page, UUID card) {
        sql.of("update sandbox_page set card_id = :card where business_id = :business and id = :id")
                .param("card", card)
                .param("id", page)
                .update();
    }
}
