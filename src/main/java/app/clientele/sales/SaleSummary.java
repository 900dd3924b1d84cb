package app.clientele.sales;

import app.clientele.customers.SummaryPart;
import app.clientele.shared.Permission;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/**
 * What a customer bought comes to, in the currency of the business: sales without tips and what was
 * credited, what is owed, what was kept, the average of an invoice, and when the last one was.
 */
@Component
class SaleSummary implements SummaryPart {
    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public String figures() {
        return """
        select json_build_object('totalSales', %s, 'balanceOwed', %s, 'lifetimeValue', %s, 'averageSpend', %s,
            'lastPurchase', to_char(s.last at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        from (select b.currency, %s digits,
                  coalesce(sum(greatest(i.total_minor - i.tip_minor - i.credited_minor, 0)), 0) sales,
                  coalesce(sum(i.total_minor - i.credited_minor - i.written_off_minor - i.paid_minor + i.refunded_minor), 0) owed,
                  coalesce(sum(i.paid_minor - i.refunded_minor), 0) kept,
                  coalesce(round(sum(greatest(i.total_minor - i.tip_minor - i.credited_minor, 0))
                      / nullif(count(*) filter (where i.status <> 'refunded'), 0)), 0) average,
                  max(i.issued_at) "last"
              from business b left join invoice i on i.business_id = :business and i.customer_id = c.id
                  and i.voided_at is null and i.currency = b.currency
              where b.business_id = :business group by b.currency) s\
        """
                .formatted(
                        money("sales"),
                        money("owed"),
                        money("kept"),
                        money("average"),
                        digits("b.currency"));
    }

    private static String money(String figure) {
        return "json_build_object('amount', round(s.%s::numeric / 10::numeric ^ s.digits, s.digits)::text, 'currency', s.currency)"
                .formatted(figure);
    }

    /** How many decimals a currency has, which the database does not know. */
    private static String digits(String currency) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getDecimalPlaces() != 2)
                .collect(Collectors.groupingBy(CurrencyUnit::getDecimalPlaces))
                .entrySet()
                .stream()
                .map(e ->
                        " when %s in (%s) then %d"
                                .formatted(
                                        currency,
                                        e.getValue().stream()
                                                .map(unit -> "'" + unit.getCode() + "'")
                                                .collect(Collectors.joining(", ")),
                                        e.getKey()))
                .collect(Collectors.joining("", "case", " else 2 end"));
    }
}
