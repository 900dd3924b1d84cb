package app.clientele.ledger.gifts;

import app.clientele.business.Businesses;
import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.ledger.AccountKind;
import app.clientele.ledger.LedgerDays;
import app.clientele.ledger.LedgerEntry;
import app.clientele.ledger.LedgerRows;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gift cards: each, all, and what they come to. */
@Service
public class GiftCards {
    private static final int MOST = 200;

    private final Sql sql;
    private final GiftCardRows rows;
    private final LedgerRows entries;
    private final GiftCodes codes;
    private final LedgerDays days;
    private final CustomerRows customers;
    private final Businesses businesses;

    GiftCards(
            Sql sql,
            GiftCardRows rows,
            LedgerRows entries,
            GiftCodes codes,
            LedgerDays days,
            CustomerRows customers,
            Businesses businesses) {
        this.sql = sql;
        this.rows = rows;
        this.entries = entries;
        this.codes = codes;
        this.days = days;
        this.customers = customers;
        this.businesses = businesses;
    }

    /**
     * Which ones to list.
     *
     * @param q a code, its end, or part of the name of whoever bought it or gets it
     */
    public record Search(
            @Nullable UUID customer, @Nullable GiftCardState state, @Nullable String q) {
        @Nullable String words() {
            return q == null || q.isBlank() ? null : q.strip();
        }

        byte @Nullable [] hash() {
            return GiftCode.read(q)
                    .map(code -> GiftCode.hash(Caller.current().business(), code))
                    .orElse(null);
        }
    }

    /**
     * All cards together, in the currency of the business.
     *
     * @param outstanding what may still be spent: what the business owes
     * @param cards how many hold it
     * @param waiting how many are not paid yet
     */
    public record Totals(Money outstanding, long cards, long waiting) {}

    /** One card, with its code for whoever may see it. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public GiftCard get(UUID id) {
        return codes.opened(find(id));
    }

    private GiftCard find(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("gift_card"));
    }

    /**
     * The card with a code.
     *
     * @throws NotFound alike for one that is mistyped and one that does not exist
     * @throws TooManyCodes when they tried too many wrong ones
     */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public GiftCard byCode(@Nullable String code) {
        UUID id = codes.find(code).orElseThrow(() -> new NotFound("gift_card"));
        return codes.opened(find(id));
    }

    /** The latest first; without their codes. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<GiftCard> list(Search search, @Nullable String cursor, int limit) {
        if (search.hash() != null) {
            codes.find(search.q()); // counts as a try
        }
        List<GiftCard> found = rows.list(search, Cursor.parse(cursor, 1), limit + 1);
        if (found.isEmpty() && search.customer() != null) {
            customers.require(search.customer());
        }
        return Page.of(found, limit, g -> Cursor.of(g.id()));
    }

    /** Those that were sold with an invoice. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<GiftCard> ofInvoice(UUID invoice) {
        return rows.ofInvoice(invoice);
    }

    /** What came to a card and went of it, the latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<LedgerEntry> movements(UUID id) {
        return entries.of(AccountKind.GIFT_CARD, find(id).id(), MOST);
    }

    /** What is outstanding in all. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Totals totals() {
        CurrencyUnit unit = CurrencyUnit.of(businesses.current().currency());
        return sql.of(
                        """
                        select coalesce(sum(l.remaining), 0)::bigint outstanding, count(distinct a.id) cards,
                               (select count(*) from gift_card g where g.business_id = :business and g.activated_at is null
                                    and g.voided_at is null) waiting
                        from ledger_account a
                        join ledger_lot l on l.business_id = :business and l.account_id = a.id and l.remaining > 0
                            and (l.expires_on is null or l.expires_on >= :today)
                        where a.business_id = :business and a.kind = 'gift_card' and a.unit = :unit
                        """)
                .param("today", days.today())
                .param("unit", unit.getCode())
                .query((row, number) ->
                        new Totals(
                                Money.ofMinor(unit, row.getLong("outstanding")),
                                row.getLong("cards"),
                                row.getLong("waiting")))
                .single();
    }
}
