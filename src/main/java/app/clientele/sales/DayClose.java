package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What a day at a branch came to: what was taken, what was issued, and that the two agree. */
@Service
public class DayClose {
    private final Sql sql;

    DayClose(Sql sql) {
        this.sql = sql;
    }

    /** What came in and went back one way. */
    public record Taken(
            String tender, @Nullable String name, Money came, Money wentBack, long payments) {
        /** What stays of it. */
        @JsonProperty("kept")
        public Money kept() {
            return came.minus(wentBack);
        }
    }

    /** One tax of what was issued. */
    public record TaxSum(String name, BigDecimal percent, Money net, Money tax) {}

    /**
     * A day.
     *
     * @param invoiced of invoices that count; those that are void are told apart
     * @param giftCards what gift cards were sold for in them: owed to whoever holds them, not
     *     earned
     * @param deposits what deposits were charged in them: owed until they are spent
     * @param credited by credit notes of the day, with the tax in them
     * @param paidNow what the day brought of its own invoices, less what went back of it
     * @param paidEarlier what it brought of earlier ones, less what went back of it
     * @param owed what is still owed of the day's invoices
     */
    public record Day(
            LocalDate day,
            List<Taken> takings,
            long invoices,
            long voided,
            Money invoiced,
            Money tips,
            Money tax,
            Money giftCards,
            Money deposits,
            Money credited,
            Money creditedTax,
            List<TaxSum> taxes,
            Money paidNow,
            Money paidEarlier,
            Money owed) {
        /** All that was kept, however it was paid. */
        @JsonProperty("taken")
        public Money taken() {
            return takings.stream()
                    .map(Taken::kept)
                    .reduce(Money.zero(invoiced.getCurrencyUnit()), Money::plus);
        }

        /** Whether what the tenders say is what the invoices say. */
        @JsonProperty("agrees")
        public boolean agrees() {
            return taken().isEqual(paidNow.plus(paidEarlier));
        }
    }

    /** A day at a branch, all of it as it was at one moment. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Day of(UUID branch, LocalDate day, String currency) {
        List<Taken> takings = takings(branch, day, currency);
        List<TaxSum> taxes = taxes(branch, day, currency);
        return sql.of(
                        """
                        select i.*, p.now, p.earlier, n.credited, n.credited_tax, g.gifts, g.deposits from (
                            select count(*) filter (where voided_at is null) invoices, count(*) filter (where voided_at is not null) voided,
                                coalesce(sum(total_minor) filter (where voided_at is null), 0) invoiced,
                                coalesce(sum(tip_minor) filter (where voided_at is null), 0) tips,
                                coalesce(sum(tax_minor) filter (where voided_at is null), 0) tax,
                                coalesce(sum(total_minor - credited_minor - written_off_minor - paid_minor + refunded_minor)
                                    filter (where voided_at is null), 0) owed
                            from invoice where business_id = :business and branch_id = :branch and issued_on = :day and currency = :currency) i,
                        (select coalesce(sum(case p.kind when 'payment' then p.amount_minor else - p.amount_minor end)
                                    filter (where v.issued_on = :day), 0) now,
                                coalesce(sum(case p.kind when 'payment' then p.amount_minor else - p.amount_minor end)
                                    filter (where v.issued_on <> :day), 0) earlier
                            from payment p join invoice v on v.business_id = :business and v.id = p.invoice_id
                            where p.business_id = :business and p.branch_id = :branch and p.taken_on = :day and p.state = 'taken'
                                and p.currency = :currency) p,
                        (select coalesce(sum(amount_minor), 0) credited, coalesce(sum(tax_minor), 0) credited_tax
                            from credit_note where business_id = :business and branch_id = :branch and issued_on = :day
                                and currency = :currency) n,
                        (select coalesce(sum(l.net_minor) filter (where l.kind = 'gift_card'), 0) gifts,
                                coalesce(sum(l.net_minor) filter (where l.kind = 'deposit'), 0) deposits
                            from invoice v
                            join order_line l on l.business_id = :business and l.order_id = v.order_id
                                and l.kind in ('gift_card', 'deposit')
                            where v.business_id = :business and v.branch_id = :branch and v.issued_on = :day and v.voided_at is null
                                and v.currency = :currency) g
                        """)
                .param("branch", branch)
                .param("day", day)
                .param("currency", currency)
                .query((row, number) ->
                        new Day(
                                day,
                                takings,
                                row.getLong("invoices"),
                                row.getLong("voided"),
                                money(row.getLong("invoiced"), currency),
                                money(row.getLong("tips"), currency),
                                money(row.getLong("tax"), currency),
                                money(row.getLong("gifts"), currency),
                                money(row.getLong("deposits"), currency),
                                money(row.getLong("credited"), currency),
                                money(row.getLong("credited_tax"), currency),
                                taxes,
                                money(row.getLong("now"), currency),
                                money(row.getLong("earlier"), currency),
                                money(row.getLong("owed"), currency)))
                .single();
    }

    private static Money money(long minor, String currency) {
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }

    private List<Taken> takings(UUID branch, LocalDate day, String currency) {
        return sql.of(
                        """
                        select p.tender, t.name, coalesce(sum(p.amount_minor) filter (where p.kind = 'payment'), 0) came,
                               coalesce(sum(p.amount_minor) filter (where p.kind = 'refund'), 0) back,
                               count(*) filter (where p.kind = 'payment') payments
                        from payment p left join own_tender t on t.business_id = :business and t.id = p.own_tender_id
                        where p.business_id = :business and p.branch_id = :branch and p.taken_on = :day and p.state = 'taken'
                            and p.currency = :currency
                        group by p.tender, t.name order by p.tender, t.name
                        """)
                .param("branch", branch)
                .param("day", day)
                .param("currency", currency)
                .query((row, number) ->
                        new Taken(
                                row.getString("tender"),
                                row.getString("name"),
                                money(row.getLong("came"), currency),
                                money(row.getLong("back"), currency),
                                row.getLong("payments")))
                .list();
    }

    private List<TaxSum> taxes(UUID branch, LocalDate day, String currency) {
        return sql.of(
                        """
                        select t ->> 'name' "name", (t ->> 'percent')::numeric percent, sum((t ->> 'net')::bigint)::bigint net,
                               sum((t ->> 'tax')::bigint)::bigint tax
                        from invoice i cross join jsonb_array_elements(i.document -> 'taxes') t
                        where i.business_id = :business and i.branch_id = :branch and i.issued_on = :day and i.voided_at is null
                            and i.currency = :currency
                        group by 1, 2 order by 1, 2
                        """)
                .param("branch", branch)
                .param("day", day)
                .param("currency", currency)
                .query((row, number) ->
                        new TaxSum(
                                row.getString("name"),
                                row.getBigDecimal("percent"),
                                requireNonNull(Amounts.of(row.getLong("net"), currency)),
                                requireNonNull(Amounts.of(row.getLong("tax"), currency))))
                .list();
    }
}
