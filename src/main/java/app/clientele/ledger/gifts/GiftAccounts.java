package app.clientele.ledger.gifts;

import app.clientele.access.Vault;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.ledger.AccountKind;
import app.clientele.ledger.Ledger;
import app.clientele.ledger.Posting;
import app.clientele.ledger.gifts.GiftWishes.Worth;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gift cards as money: made, spent, given back. Runs in the transaction of whoever asks. */
@Component
public class GiftAccounts {
    private final Sql sql;
    private final Ledger ledger;
    private final GiftWishes wishes;
    private final GiftCodes codes;
    private final GiftCardRows rows;
    private final Vault vault;

    GiftAccounts(
            Sql sql,
            Ledger ledger,
            GiftWishes wishes,
            GiftCodes codes,
            GiftCardRows rows,
            Vault vault) {
        this.sql = sql;
        this.ledger = ledger;
        this.wishes = wishes;
        this.codes = codes;
        this.rows = rows;
        this.vault = vault;
    }

    /**
     * Where a card comes from: a line of an invoice, or a reason.
     *
     * @param price what was paid for it
     * @param submission of the form it came with
     */
    public record Origin(
            @Nullable UUID line,
            @Nullable UUID invoice,
            @Nullable UUID buyer,
            @Nullable Money price,
            @Nullable String reason,
            @Nullable UUID submission) {
        /** Sold in a line of an invoice. */
        public static Origin sold(UUID line, UUID invoice, @Nullable UUID buyer, Money price) {
            return new Origin(line, invoice, buyer, price, null, null);
        }
    }

    /** Makes a card; one that was sold is worth something once its invoice is paid. */
    public UUID make(GiftWish wish, Worth worth, Origin origin) {
        UUID id = Ids.next();
        String code = GiftCode.fresh();
        UUID business = Caller.current().business();
        String currency = worth.value().getCurrencyUnit().getCode();
        ledger.open(id, AccountKind.GIFT_CARD, null, currency);
        sql.of(
                        """
                        insert into gift_card (business_id, id, code_hash, code_sealed, code_end, value_minor, currency, service_id,
                            service_name, customer_id, buyer_id, recipient_name, recipient_email, message, deliver_on, expires_on,
                            order_line_id, invoice_id, price_minor, reason, submission_id, created_by, created_via)
                        values (:business, :id, :hash, :sealed, :end, :value, :currency, :service, :name, :holder, :buyer, :recipient,
                            :email, :message, :deliver, :expires, :line, :invoice, :price, :reason, :submission, :caller, :via)
                        """)
                .param("id", id)
                .param("hash", GiftCode.hash(business, code))
                .param("sealed", vault.seal(business, code))
                .param("end", GiftCode.end(code))
                .param("value", worth.value().getAmountMinorLong())
                .param("currency", currency)
                .param("service", wish.serviceId())
                .param("name", worth.service())
                .param("holder", wishes.holder(wish, origin.buyer()))
                .param("buyer", origin.buyer())
                .param("recipient", wish.recipientName())
                .param("email", wish.recipientEmail())
                .param("message", wish.message())
                .param("deliver", wishes.deliverOn(wish))
                .param("expires", wishes.expiresOn(wish))
                .param("line", origin.line())
                .param("invoice", origin.invoice())
                .param("price", Amounts.minor(origin.price()))
                .param("reason", origin.reason())
                .param("submission", origin.submission())
                .param("via", Caller.current().door().wireName())
                .update();
        return id;
    }

    /**
     * Spends some of a card on a payment.
     *
     * @throws Refused {@code gift_card_unknown} and others, named for what keeps it from being
     *     spent
     */
    public void spend(@Nullable String code, Money amount, UUID payment) {
        UUID id = codes.find(code).orElseThrow(() -> new Refused("gift_card_unknown"));
        hold(id);
        GiftCard card = rows.find(id).orElseThrow();
        if (card.state() != GiftCardState.OUTSTANDING) {
            throw new Refused("gift_card_" + card.state().wireName());
        }
        if (!card.value().getCurrencyUnit().equals(amount.getCurrencyUnit())) {
            throw new Refused("gift_card_currency");
        }
        ledger.spend(
                List.of(id),
                amount.getAmountMinorLong(),
                Posting.paid(payment),
                "gift_card_little");
    }

    /** How a code is written down where it must not be seen. */
    public static @Nullable String masked(@Nullable String code) {
        return GiftCode.read(code).map(c -> GiftCard.masked(GiftCode.end(c))).orElse(null);
    }

    /** Keeps others from changing a card until the transaction has ended. */
    void hold(UUID id) {
        sql.of("select id from gift_card where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /**
     * Puts some of what a payment spent back on its card.
     *
     * @throws Refused {@code gift_card_gone} when the card was taken back meanwhile
     */
    public void giveBack(UUID payment, Money amount) {
        List<UUID> cards =
                sql.of(
                                """
                                select distinct g.id from ledger_entry e
                                join gift_card g on g.business_id = :business and g.id = e.account_id
                                where e.business_id = :business and e.payment_id = :payment order by g.id
                                """)
                        .param("payment", payment)
                        .query(UUID.class)
                        .list();
        for (UUID card : cards) {
            GiftCardState state = held(card).state();
            if (state == GiftCardState.VOIDED || state == GiftCardState.REFUNDED) {
                throw new Refused("gift_card_gone");
            }
        }
        ledger.giveBack(payment, amount.getAmountMinorLong());
    }

    /** The cards that were sold with an invoice. */
    public List<GiftCard> ofInvoice(UUID invoice) {
        return rows.ofInvoice(invoice);
    }

    /**
     * Takes back the cards that were sold with an invoice.
     *
     * @throws Refused {@code gift_card_used} when some of one was spent
     */
    public void voidAll(UUID invoice, String reason) {
        for (GiftCard card : rows.ofInvoice(invoice)) {
            hold(card.id());
            GiftCard held = rows.find(card.id()).orElseThrow();
            if (held.redeemed().isPositive()) {
                throw new Refused("gift_card_used", GiftCard.masked(held.codeEnd()));
            }
            if (held.voidedAt() == null && held.refundedAt() == null) {
                voidIt(held.id(), reason);
            }
        }
    }

    void voidIt(UUID id, String reason) {
        ledger.takeBackAll(id, Posting.of(null));
        sql.of(
                        """
                        update gift_card set voided_at = now(), voided_by = :caller, void_reason = :reason, version = version + 1,
                            updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Holds a card and says how it stands, for what is decided by it. */
    public GiftCard held(UUID id) {
        hold(id);
        return rows.find(id).orElseThrow();
    }

    /** Takes a card back for what was paid for it. */
    public void refund(UUID id, Money amount) {
        ledger.takeBackAll(id, Posting.of(null));
        sql.of(
                        """
                        update gift_card set refunded_at = now(), refunded_minor = :amount, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("amount", amount.getAmountMinorLong())
                .param("id", id)
                .update();
    }
}
