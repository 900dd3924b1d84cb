package app.clientele.ledger.gifts;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.ledger.LastDays;
import app.clientele.ledger.Posting;
import app.clientele.ledger.gifts.GiftAccounts.Origin;
import app.clientele.ledger.gifts.GiftWishes.Worth;
import app.clientele.shared.EmailAddress;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done to gift cards: given, made to hold longer, handed on, sent, taken back. */
@Service
public class GiftKeeping {
    private final Sql sql;
    private final GiftCards cards;
    private final GiftCardRows rows;
    private final GiftAccounts accounts;
    private final GiftWishes wishes;
    private final GiftLetters letters;
    private final LastDays lastDays;
    private final CustomerRows customers;
    private final Businesses businesses;

    GiftKeeping(
            Sql sql,
            GiftCards cards,
            GiftCardRows rows,
            GiftAccounts accounts,
            GiftWishes wishes,
            GiftLetters letters,
            LastDays lastDays,
            CustomerRows customers,
            Businesses businesses) {
        this.sql = sql;
        this.cards = cards;
        this.rows = rows;
        this.accounts = accounts;
        this.wishes = wishes;
        this.letters = letters;
        this.lastDays = lastDays;
        this.customers = customers;
        this.businesses = businesses;
    }

    /**
     * A card for nothing.
     *
     * @param reason why
     * @param submissionId of the form: sent twice, it is given once
     */
    public record Giving(
            @NotNull @Valid @Nullable GiftWish gift,
            @NotNull @Line(max = 200) @Nullable String reason,
            @Nullable UUID submissionId) {}

    /** Why one is taken back. */
    public record Voiding(@NotNull @Line(max = 200) @Nullable String reason) {}

    /** Another last day; none when absent. */
    public record Extending(@Nullable LocalDate expiresOn) {}

    /** Who holds it from now on. */
    public record HandingOn(@NotNull @Nullable UUID customerId) {}

    /** Where the letter goes; where it went before, or to whoever holds it, when absent. */
    public record Sending(@EmailAddress @Nullable String email) {}

    /** Gives a card for nothing. */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public GiftCard give(Giving giving) {
        Validation.check(giving);
        UUID sent = giving.submissionId();
        if (sent != null) {
            queue(sent);
            UUID before = rows.submitted(sent).orElse(null);
            if (before != null) {
                return cards.get(before);
            }
        }
        GiftWish wish = requireNonNull(giving.gift());
        Origin origin = new Origin(null, null, null, null, giving.reason(), sent);
        return cards.get(accounts.make(wish, worth(wish), origin));
    }

    /** Of two sent at once, the later one sees the first. */
    private void queue(UUID submission) {
        sql.of(
                        "select pg_advisory_xact_lock(hashtextextended(:business::text || :id::text, 7)) is null")
                .param("id", submission)
                .query(Boolean.class)
                .single();
    }

    private Worth worth(GiftWish wish) {
        List<Problem> problems = new ArrayList<>();
        String currency = businesses.current().currency();
        return wishes.worth("gift.", wish, currency, problems)
                .orElseThrow(() -> new Invalid(problems));
    }

    /**
     * Takes a card back: nothing more can be spent. What was spent stays spent.
     *
     * @throws Refused {@code gift_card_settled} when nothing is left to take
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public GiftCard voidIt(UUID id, Voiding voiding) {
        Validation.check(voiding);
        if (!held(id).state().isLive()) {
            throw new Refused("gift_card_settled");
        }
        accounts.voidIt(id, requireNonNull(voiding.reason()));
        return cards.get(id);
    }

    /**
     * Gives a card another last day; what has expired comes back.
     *
     * @throws Refused {@code gift_card_settled} when nothing is left
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public GiftCard extend(UUID id, Extending extending) {
        LocalDate until = extending.expiresOn();
        List<Problem> problems = new ArrayList<>();
        wishes.checkLastDay("expiresOn", until, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        GiftCard held = held(id);
        if (!held.state().isLive()) {
            throw new Refused("gift_card_settled");
        }
        if (held.state() != GiftCardState.WAITING) {
            lastDays.extend(id, until, Posting.of(null));
            lastDays.revive(id, until, Posting.of(null));
        }
        sql.of(
                        "update gift_card set expires_on = :until, version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("until", until)
                .param("id", id)
                .update();
        return cards.get(id);
    }

    /**
     * Hands a card on: it stands with whoever holds it now.
     *
     * @throws Refused {@code gift_card_settled} when nothing is left
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public GiftCard handOn(UUID id, HandingOn handing) {
        Validation.check(handing);
        UUID holder = requireNonNull(handing.customerId());
        if (customers.find(holder).isEmpty()) {
            throw new Invalid("customerId", "customer_unknown");
        }
        if (!held(id).state().isLive()) {
            throw new Refused("gift_card_settled");
        }
        sql.of(
                        """
                        update gift_card set customer_id = :holder, recipient_name = null, recipient_email = null,
                            version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("holder", holder)
                .param("id", id)
                .update();
        return cards.get(id);
    }

    /**
     * Sends a card's letter now, once more if need be.
     *
     * @throws Refused {@code gift_card_waiting} before it is paid, {@code no_email}
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public GiftCard send(UUID id, Sending sending) {
        Validation.check(sending);
        GiftCard held = held(id);
        if (held.state() != GiftCardState.OUTSTANDING) {
            throw new Refused("gift_card_" + held.state().wireName());
        }
        if (sending.email() != null) {
            sql.of(
                            "update gift_card set recipient_email = :email where business_id = :business and id = :id")
                    .param("email", sending.email())
                    .param("id", id)
                    .update();
        }
        if (!letters.write(id)) {
            throw new Refused("no_email");
        }
        return cards.get(id);
    }

    private GiftCard held(UUID id) {
        if (rows.find(id).isEmpty()) {
            throw new NotFound("gift_card");
        }
        return accounts.held(id);
    }
}
