package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sold at other than the list price: by how much, why, and who allowed it. */
@Service
public class PriceExceptions {
    private final Sql sql;

    PriceExceptions(Sql sql) {
        this.sql = sql;
    }

    /** Which ones to list. */
    public record Search(
            @Nullable UUID customer,
            @Nullable UUID branch,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        /** All of one customer. */
        public static Search of(UUID customer) {
            return new Search(customer, null, null, null);
        }
    }

    /**
     * One of them.
     *
     * @param listed what it would have come to
     * @param charged what it came to with all discounts
     * @param why own price, discount or both, in the words given
     */
    public record PriceException(
            UUID id,
            UUID invoiceId,
            String invoiceNumber,
            LocalDate soldOn,
            @Nullable UUID customerId,
            @Nullable String customer,
            String branch,
            String kind,
            String name,
            @Nullable String staff,
            int quantity,
            Money listed,
            Money charged,
            String source,
            @Nullable String why,
            @Nullable String by) {
        /** What it came to less than by the list; below nothing where it was dearer. */
        public Money difference() {
            return charged.minus(listed);
        }
    }

    /** The latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<PriceException> list(Search search, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<PriceException> found =
                sql.of(
                                """
                                select l.id, i.id invoice, i.series, i.number, i.issued_on, i.customer_id,
                                       nullif(coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)), '') customer,
                                       b.name branch, l.kind, l.name, f.name staff, l.quantity, l.list_minor * l.quantity listed_minor, l.net_minor,
                                       i.currency, case when l.price_minor <> l.list_minor and not l.covered then l.price_source else 'discount' end source,
                                       nullif(concat_ws('; ', l.price_reason, l.discount_reason, o.discount_reason), '') why,
                                       nullif(concat_ws(', ', pw.name, nullif(dw.name, pw.name), nullif(ow.name, coalesce(dw.name, pw.name))), '') "by"
                                from (select l.*, l.price_source in ('member', 'credit', 'points') covered from order_line l
                                    where l.business_id = :business) l
                                join invoice i on i.business_id = :business and i.order_id = l.order_id and i.voided_at is null
                                join sales_order o on o.business_id = :business and o.id = l.order_id
                                join branch b on b.business_id = :business and b.id = i.branch_id
                                left join customer c on c.business_id = :business and c.id = i.customer_id
                                left join staff f on f.business_id = :business and f.id = l.staff_id
                                left join actor pw on pw.business_id = :business and pw.id = l.price_by
                                left join actor dw on dw.business_id = :business and dw.id = l.discount_by
                                left join actor ow on ow.business_id = :business and ow.id = o.discount_by
                                where l.business_id = :business and l.net_minor is not null and l.net_minor <> l.list_minor * l.quantity
                                    and not (l.covered and o.discount_percent is null and o.discount_minor is null)
                                    and (:customer::uuid is null or l.customer_id = :customer::uuid)
                                    and (:branch::uuid is null or i.branch_id = :branch::uuid)
                                    and (:since::date is null or i.issued_on >= :since::date)
                                    and (:until::date is null or i.issued_on <= :until::date)
                                    and (:from::uuid is null or l.id < :from::uuid)
                                order by l.id desc limit :limit
                                """)
                        .param("customer", search.customer())
                        .param("branch", search.branch())
                        .param("since", search.from())
                        .param("until", search.until())
                        .param("from", from == null ? null : from.id(0))
                        .param("limit", limit + 1)
                        .query(PriceExceptions::exception)
                        .list();
        return Page.of(found, limit, e -> Cursor.of(e.id()));
    }

    private static PriceException exception(ResultSet row, int number) throws SQLException {
        return new PriceException(
                row.getObject("id", UUID.class),
                row.getObject("invoice", UUID.class),
                Invoice.number(row.getInt("series"), row.getLong("number")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getString("branch"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("staff"),
                row.getInt("quantity"),
                requireNonNull(Amounts.read(row, "listed_minor", "currency")),
                requireNonNull(Amounts.read(row, "net_minor", "currency")),
                row.getString("source"),
                row.getString("why"),
                row.getString("by"));
    }
}
