package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers bought: each product and service on an invoice that counts. */
@Service
public class Purchases {
    private final Sql sql;
    private final CustomerRows customers;

    Purchases(Sql sql, CustomerRows customers) {
        this.sql = sql;
        this.customers = customers;
    }

    /** One thing bought. */
    public record Purchase(
            UUID id,
            UUID invoiceId,
            String invoiceNumber,
            String kind,
            String name,
            @Nullable String staff,
            int quantity,
            Money amount,
            LocalDate boughtOn) {}

    /** The latest first; with a kind only services or only products. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Purchase> of(
            UUID customer, @Nullable String kind, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<Purchase> found =
                sql.of(
                                """
                                select l.id, i.id invoice, i.series, i.number, l.kind, l.name, f.name staff, l.quantity, l.net_minor, i.currency,
                                       i.issued_on
                                from order_line l
                                join invoice i on i.business_id = :business and i.order_id = l.order_id and i.voided_at is null
                                left join staff f on f.business_id = :business and f.id = l.staff_id
                                where l.business_id = :business and l.customer_id = :customer
                                    and (:kind::text is null or l.kind = :kind) and (:from::uuid is null or l.id < :from::uuid)
                                order by l.id desc limit :limit
                                """)
                        .param("customer", customer)
                        .param("kind", kind)
                        .param("from", from == null ? null : from.id(0))
                        .param("limit", limit + 1)
                        .query((row, number) ->
                                new Purchase(
                                        row.getObject("id", UUID.class),
                                        row.getObject("invoice", UUID.class),
                                        Invoice.number(row.getInt("series"), row.getLong("number")),
                                        row.getString("kind"),
                                        row.getString("name"),
                                        row.getString("staff"),
                                        row.getInt("quantity"),
                                        requireNonNull(Amounts.read(row, "net_minor", "currency")),
                                        row.getObject("issued_on", LocalDate.class)))
                        .list();
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, p -> Cursor.of(p.id()));
    }
}
