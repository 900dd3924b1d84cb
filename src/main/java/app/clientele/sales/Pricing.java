package app.clientele.sales;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.sales.OrderDetails.LineDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What things cost whom: by the list, as agreed with the customer, or as it was booked. */
@Component
class Pricing {
    private final Sql sql;
    private final FeeSales fees;
    private final List<Ware> wares;

    Pricing(Sql sql, FeeSales fees, List<Ware> wares) {
        this.sql = sql;
        this.fees = fees;
        this.wares = wares;
    }

    /**
     * Something that can be sold.
     *
     * @param list what everybody pays
     * @param price what this customer pays
     * @param source where that comes from
     * @param by who allowed it
     */
    record Offer(
            String kind,
            @Nullable UUID appointment,
            @Nullable UUID service,
            @Nullable UUID product,
            @Nullable UUID staff,
            String name,
            @Nullable Money list,
            @Nullable Money price,
            String source,
            @Nullable String reason,
            @Nullable UUID by,
            @Nullable UUID tax,
            @Nullable UUID customer,
            @Nullable UUID fee,
            @Nullable UUID charge,
            @Nullable UUID pack) {}

    /** What a line wants, if there is such a thing. */
    Optional<Offer> offer(LineDetails line, @Nullable UUID customer) {
        if (line.appointmentId() != null) {
            return appointment(line.appointmentId());
        }
        if (line.feeId() != null) {
            return fees.offer(line.feeId());
        }
        if (line.chargeId() != null) {
            return ware(line.chargeId());
        }
        if (line.packageId() != null) {
            return ware(line.packageId());
        }
        return line.productId() == null
                ? service(line.serviceId(), line.staffId(), customer)
                : product(line.productId(), line.staffId());
    }

    private Optional<Offer> ware(UUID id) {
        return wares.stream()
                .flatMap(w -> w.wanted(id).map(o -> offer(w, id, o)).stream())
                .findFirst();
    }

    private static Offer offer(Ware ware, UUID id, Ware.Wanted wanted) {
        return new Offer(
                ware.kind(),
                null,
                null,
                null,
                null,
                wanted.name(),
                wanted.price(),
                wanted.price(),
                "list",
                null,
                null,
                wanted.taxRateId(),
                wanted.customer(),
                null,
                ware.kind().equals("membership") ? id : null,
                ware.kind().equals("package") ? id : null);
    }

    /** The rate for whatever names none. */
    static final String USUAL =
            "(select u.id from tax_rate u where u.business_id = :business and u.usual)";

    /** Its own, while that is in use. */
    private static final String TAX =
            """
            coalesce((select t.id from tax_rate t where t.business_id = :business and t.id = s.tax_rate_id
                and t.archived_at is null), %s)\
            """
                    .formatted(USUAL);

    /** As it was booked; an own price that was agreed on tells why. */
    private Optional<Offer> appointment(UUID id) {
        return sql.of(
                        """
                        select 'service' kind, a.id appointment, a.service_id service, null::uuid product, a.staff_id staff,
                               a.service_name name, coalesce(p.price_minor, s.price_minor) list, a.price_minor price,
                               coalesce(a.currency, s.currency) currency,
                               case when a.price_minor is not distinct from coalesce(p.price_minor, s.price_minor) then 'list'
                                    when o.price_minor = a.price_minor then 'agreed' else 'booked' end source,
                               case when o.price_minor = a.price_minor then o.note end reason,
                               case when o.price_minor = a.price_minor then o.created_by end "by", a.customer_id customer, %s tax
                        from appointment a
                        join service s on s.business_id = :business and s.id = a.service_id
                        left join service_staff p on p.business_id = :business and p.service_id = s.id and p.staff_id = a.staff_id
                        left join lateral (select * from customer_price c where c.business_id = :business
                            and c.customer_id = a.customer_id and c.service_id = a.service_id
                            and (c.staff_id is null or c.staff_id = a.staff_id) and c.price_minor is not null
                            order by c.staff_id nulls last limit 1) o on true
                        where a.business_id = :business and a.id = :id
                            and a.status not in ('requested', 'declined', 'cancelled')
                        """
                                .formatted(TAX))
                .param("id", id)
                .query(Pricing::offer)
                .optional();
    }

    private Optional<Offer> service(
            @Nullable UUID id, @Nullable UUID staff, @Nullable UUID customer) {
        return sql.of(
                        """
                        select 'service' kind, null::uuid appointment, s.id service, null::uuid product, f.id staff, s.name,
                               coalesce(p.price_minor, s.price_minor) list,
                               coalesce(o.price_minor, p.price_minor, s.price_minor) price,
                               coalesce(o.currency, p.currency, s.currency) currency,
                               case when o.price_minor is null or o.price_minor = coalesce(p.price_minor, s.price_minor)
                                    then 'list' else 'agreed' end source,
                               o.note reason, o.created_by "by", null::uuid customer, %s tax
                        from service s
                        left join staff f on f.business_id = :business and f.id = :staff
                        left join service_staff p on p.business_id = :business and p.service_id = s.id and p.staff_id = f.id
                        left join lateral (select * from customer_price c where c.business_id = :business
                            and c.customer_id = :customer and c.service_id = s.id
                            and (c.staff_id is null or c.staff_id = f.id) and c.price_minor is not null
                            order by c.staff_id nulls last limit 1) o on true
                        where s.business_id = :business and s.id = :id
                        """
                                .formatted(TAX))
                .param("id", id)
                .param("staff", staff)
                .param("customer", customer)
                .query(Pricing::offer)
                .optional();
    }

    private Optional<Offer> product(UUID id, @Nullable UUID staff) {
        return sql.of(
                        """
                        select 'product' kind, null::uuid appointment, null::uuid service, p.id product, f.id staff, p.name,
                               p.price_minor list, p.price_minor price, p.currency, 'list' source, null reason, null::uuid "by",
                               null::uuid customer,
                               coalesce((select t.id from tax_rate t where t.business_id = :business and t.id = p.tax_rate_id
                                         and t.archived_at is null), %s) tax
                        from product p
                        left join staff f on f.business_id = :business and f.id = :staff
                        where p.business_id = :business and p.id = :id
                        """
                                .formatted(USUAL))
                .param("id", id)
                .param("staff", staff)
                .query(Pricing::offer)
                .optional();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getString("kind"),
                row.getObject("appointment", UUID.class),
                row.getObject("service", UUID.class),
                row.getObject("product", UUID.class),
                row.getObject("staff", UUID.class),
                row.getString("name"),
                Amounts.read(row, "list", "currency"),
                Amounts.read(row, "price", "currency"),
                row.getString("source"),
                row.getString("reason"),
                row.getObject("by", UUID.class),
                row.getObject("tax", UUID.class),
                row.getObject("customer", UUID.class),
                null,
                null,
                null);
    }
}
