package app.clientele.sales;

import app.clientele.access.Clashes;
import app.clientele.business.Branches;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.sales.Order.Status;
import app.clientele.sales.OrderDetails.Discount;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers buy, while it is put together; checked out it is an invoice. */
@Service
public class Orders {
    private final Sql sql;
    private final OrderRows rows;
    private final OrderRules rules;
    private final OrderWrites writes;
    private final Businesses businesses;
    private final Branches branches;
    private final CustomerRows customers;
    private final Clashes clashes;

    Orders(
            Sql sql,
            OrderRows rows,
            OrderRules rules,
            OrderWrites writes,
            Businesses businesses,
            Branches branches,
            CustomerRows customers,
            Clashes clashes) {
        this.sql = sql;
        this.rows = rows;
        this.rules = rules;
        this.writes = writes;
        this.businesses = businesses;
        this.branches = branches;
        this.customers = customers;
        this.clashes = clashes;
    }

    /**
     * Which ones to list.
     *
     * @param updatedSince changed then or later
     */
    public record Search(
            @Nullable UUID customer,
            @Nullable UUID branch,
            @Nullable Status status,
            @Nullable Instant updatedSince) {}

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Order get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("order"));
    }

    /** The latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Order> list(Search search, @Nullable String cursor, int limit) {
        return Page.of(
                rows.list(search, Cursor.parse(cursor, 1), limit + 1),
                limit,
                o -> Cursor.of(o.id()));
    }

    /** A customer's own, as who buys. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Order> of(UUID customer, Search search, @Nullable String cursor, int limit) {
        Page<Order> found = list(search, cursor, limit);
        if (found.items().isEmpty()) {
            customers.require(customer);
        }
        return found;
    }

    /** Begins one. */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Order create(OrderDetails details) {
        String currency = businesses.current().currency();
        var lines = rules.check(details, null, currency);
        checkPlaceAndCustomer(details);
        UUID id = Ids.next();
        writes.insert(id, details, currency);
        writes.contents(id, details, currency, lines);
        return stored(id);
    }

    private Order stored(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("order"));
    }

    private void checkPlaceAndCustomer(OrderDetails details) {
        UUID branch = details.branchId();
        if (branches.all(true).stream().noneMatch(b -> b.id().equals(branch))) {
            throw new Invalid("branchId", "branch_unknown");
        }
        if (details.customerId() != null && customers.find(details.customerId()).isEmpty()) {
            throw new Invalid("customerId", "customer_unknown");
        }
    }

    /**
     * The order in which an appointment is to be paid, begun with all that was booked together with
     * it; the one there is already, if it was begun before.
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Order ofAppointment(UUID appointment) {
        var present = rows.ofAppointment(appointment);
        if (present.isPresent()) {
            return stored(present.get());
        }
        Booked booked = booked(appointment);
        List<LineDetails> lines = booked.lines();
        return create(
                new OrderDetails(booked.customer(), booked.branch(), lines, null, null, null));
    }

    private record Booked(UUID customer, UUID branch, List<UUID> appointments) {
        List<LineDetails> lines() {
            return appointments.stream()
                    .map(id -> new LineDetails(null, id, null, null, null, null, null, null, null))
                    .toList();
        }
    }

    private record Part(UUID id, UUID payer, UUID branch) {}

    /** What was booked together at one branch and is neither sold nor called off. */
    private Booked booked(UUID appointment) {
        List<Part> parts =
                sql.of(
                                """
                                select a.id, coalesce(a.booked_by_id, a.customer_id) payer, a.branch_id branch
                                from appointment o
                                join appointment a on a.business_id = :business and a.visit_id = o.visit_id and a.branch_id = o.branch_id
                                where o.business_id = :business and o.id = :id
                                    and (a.id = o.id or a.status not in ('requested', 'declined', 'cancelled', 'late_cancelled', 'no_show'))
                                    and a.status not in ('requested', 'declined', 'cancelled')
                                    and not exists (select from order_line l where l.business_id = :business
                                        and l.appointment_id = a.id and l.held)
                                order by a.id = :id desc, a.starts_at, a.id limit 50
                                """)
                        .param("id", appointment)
                        .query(Part.class)
                        .list();
        if (parts.isEmpty()) {
            throw new NotFound("appointment");
        }
        return new Booked(
                parts.getFirst().payer(),
                parts.getFirst().branch(),
                parts.stream().map(Part::id).toList());
    }

    /**
     * Changes one that is still as the caller read it.
     *
     * @throws Refused {@code order_issued} when it is through
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Order change(UUID id, OrderDetails details, int version) {
        if (!rows.hold(id)) {
            throw new NotFound("order");
        }
        Order present = stored(id);
        refuseThrough(present);
        if (present.version() != version) {
            throw clashes.since("sales_order", id, version, present.version());
        }
        var lines = rules.check(details, present, present.currency());
        checkPlaceAndCustomer(details);
        writes.update(id, details, discountBy(details, present), version);
        writes.contents(id, details, present.currency(), lines);
        return stored(id);
    }

    private static void refuseThrough(Order order) {
        if (order.status() != Status.DRAFT) {
            throw new Refused("order_issued");
        }
    }

    private @Nullable UUID discountBy(OrderDetails details, Order present) {
        return Discount.same(details.discount(), present.discount())
                ? sql.of(
                                "select discount_by from sales_order where business_id = :business and id = :id")
                        .param("id", present.id())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list()
                        .getFirst()
                : Caller.current().actor();
    }

    /** Nothing comes of it: its appointments can be sold again. */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public void discard(UUID id) {
        if (!rows.hold(id)) {
            throw new NotFound("order");
        }
        Order present = stored(id);
        if (present.status() == Status.DISCARDED) {
            return;
        }
        refuseThrough(present);
        writes.discard(id);
    }
}
