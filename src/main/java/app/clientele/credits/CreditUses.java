package app.clientele.credits;

import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visits are used for. A visit that is completed uses one by itself, and so does an invoice
 * that says so: the database sees to both.
 */
@Service
public class CreditUses {
    private static final int MOST = 1000;
    private static final String SELECT =
            """
            select u.id, u.visit_credit_id credit_id, u.appointment_id, i.id invoice_id, coalesce(a.customer_id, o.customer_id) for_id,
                   nullif(coalesce(f.display_name, concat_ws(' ', f.first_name, f.last_name)), '') for_name, u.used_on,
                   u.undone_at is not null undone
            from credit_use u
            left join appointment a on a.business_id = :business and a.id = u.appointment_id
            left join order_line l on l.business_id = :business and l.id = u.order_line_id
            left join sales_order o on o.business_id = :business and o.id = l.order_id
            left join invoice i on i.business_id = :business and i.order_id = o.id
            left join customer f on f.business_id = :business and f.id = coalesce(a.customer_id, o.customer_id)
            where u.business_id = :business\
            """;

    private final Sql sql;
    private final CreditRows rows;

    CreditUses(Sql sql, CreditRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * What there is for an appointment.
     *
     * @param used what it used
     * @param name of what it used, or would use
     * @param left how many there are still
     * @param sold whether it is paid for in an invoice
     */
    public record Visit(@Nullable CreditUse used, @Nullable String name, int left, boolean sold) {}

    /** One that may be used for an appointment. */
    record Usable(UUID creditId, UUID lotId, String name, long remaining, LocalDate day) {}

    /** What some visits were used for, the latest first; what was given back with it. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<CreditUse> of(UUID credit) {
        return sql.of(SELECT + " and u.visit_credit_id = :credit order by u.id desc limit :limit")
                .param("credit", credit)
                .param("limit", MOST)
                .query(CreditUse.class)
                .list();
    }

    /** What an appointment used, or might. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Visit visit(UUID appointment) {
        require(appointment);
        List<Usable> usable = usable(appointment);
        int left = usable.stream().mapToInt(u -> (int) u.remaining()).sum();
        CreditUse used = used(appointment).orElse(null);
        String name =
                used == null
                        ? usable.isEmpty() ? null : usable.getFirst().name()
                        : rows.find(used.creditId()).map(VisitCredit::name).orElse(null);
        return new Visit(used, name, left, isSold(appointment));
    }

    private void require(UUID appointment) {
        boolean known =
                sql.of(
                                "select exists (select from appointment where business_id = :business and id = :id)")
                        .param("id", appointment)
                        .query(Boolean.class)
                        .single();
        if (!known) {
            throw new NotFound("appointment");
        }
    }

    private List<Usable> usable(UUID appointment) {
        return sql.of(
                        """
                        select c.credit_id, c.lot_id, c.name, c.remaining, day_of_visit(a) as "day" from appointment a,
                            usable_credits(a.business_id, a.customer_id, coalesce(a.booked_by_id, a.customer_id), a.service_id,
                                day_of_visit(a)) c
                        where a.business_id = :business and a.id = :id
                        """)
                .param("id", appointment)
                .query(Usable.class)
                .list();
    }

    private Optional<CreditUse> used(UUID appointment) {
        return sql.of(SELECT + " and u.appointment_id = :id and u.undone_at is null")
                .param("id", appointment)
                .query(CreditUse.class)
                .optional();
    }

    private boolean isSold(UUID appointment) {
        return sql.of(
                        """
                        select exists (select from order_line l join sales_order o on o.business_id = :business and o.id = l.order_id
                            where l.business_id = :business and l.appointment_id = :id and l.held and o.status = 'issued')
                        """)
                .param("id", appointment)
                .query(Boolean.class)
                .single();
    }

    /**
     * Uses a visit for an appointment, such as one that was missed.
     *
     * @throws Refused {@code visit_sold} when it is paid for in an invoice, {@code credit_gone}
     *     when there is none
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Visit use(UUID appointment) {
        hold(appointment);
        if (used(appointment).isPresent()) {
            return visit(appointment);
        }
        if (isSold(appointment)) {
            throw new Refused("visit_sold");
        }
        List<UUID> used =
                sql.of(
                                """
                                select redeem_visit(a.business_id, a.customer_id, coalesce(a.booked_by_id, a.customer_id), a.service_id,
                                    day_of_visit(a), a.id, null)
                                from appointment a where a.business_id = :business and a.id = :id
                                    and a.status not in ('requested', 'declined', 'cancelled')
                                """)
                        .param("id", appointment)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
        if (used.isEmpty() || used.getFirst() == null) {
            throw new Refused("credit_gone");
        }
        return visit(appointment);
    }

    private void hold(UUID appointment) {
        if (sql.of(
                        "select id from appointment where business_id = :business and id = :id for update")
                .param("id", appointment)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("appointment");
        }
    }

    /**
     * Gives back what an appointment used.
     *
     * @throws Refused {@code visit_sold} when an invoice says so
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Visit giveBack(UUID appointment) {
        hold(appointment);
        CreditUse used = used(appointment).orElse(null);
        if (used == null) {
            return visit(appointment);
        }
        if (used.invoiceId() != null) {
            throw new Refused("visit_sold");
        }
        sql.of(
                        """
                        select unredeem_visit(u) from credit_use u where u.business_id = :business and u.id = :id
                        """)
                .param("id", used.id())
                .query((row, number) -> "")
                .list();
        return visit(appointment);
    }
}
