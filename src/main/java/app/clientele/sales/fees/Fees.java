package app.clientele.sales.fees;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Owing;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.Order;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Orders;
import app.clientele.sales.Tender;
import app.clientele.shared.Cursor;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fees that were proposed, until somebody charges or waives them. */
@Service
public class Fees {
    private final FeeRows rows;
    private final Orders orders;
    private final Checkouts checkouts;
    private final CustomerRows customers;

    Fees(FeeRows rows, Orders orders, Checkouts checkouts, CustomerRows customers) {
        this.rows = rows;
        this.orders = orders;
        this.checkouts = checkouts;
        this.customers = customers;
    }

    /** Which ones to list. */
    public record Search(
            @Nullable UUID customer, @Nullable UUID appointment, @Nullable FeeState state) {}

    /**
     * How one is charged.
     *
     * @param cardId the card on file; owed when absent
     */
    public record Charging(@Nullable UUID cardId) {}

    /** Why one is not charged. */
    public record Waiving(@NotNull @Line(max = 200) @Nullable String reason) {}

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Fee get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("fee"));
    }

    /** The latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Fee> list(Search search, @Nullable String cursor, int limit) {
        return Page.of(
                rows.list(search, Cursor.parse(cursor, 2), limit + 1),
                limit,
                f -> Cursor.of(f.createdAt(), f.id()));
    }

    /** A customer's own. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Fee> of(
            UUID customer, @Nullable FeeState state, @Nullable String cursor, int limit) {
        Page<Fee> found = list(new Search(customer, null, state), cursor, limit);
        if (found.items().isEmpty()) {
            customers.require(customer);
        }
        return found;
    }

    /**
     * Charges one: issues its invoice, to be paid by a card on file or owed. One that is charged
     * already stays as it is, so that pressing twice charges once.
     *
     * @throws Refused {@code fee_decided} when it was waived or withdrawn, {@code fee_in_order}
     *     when it stands in an order that is not checked out yet
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Fee charge(UUID id, Charging how) {
        Fee fee = held(id);
        if (fee.state() == FeeState.CHARGED) {
            return fee;
        }
        refuseDecided(fee);
        Order order = orders.create(wanted(fee));
        checkouts.pay(order.id(), checkout(order, how));
        return stored(id);
    }

    private Fee held(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("fee"));
    }

    private Fee stored(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("fee"));
    }

    private static void refuseDecided(Fee fee) {
        if (!fee.isOpen()) {
            throw new Refused("fee_decided");
        }
    }

    private static OrderDetails wanted(Fee fee) {
        return new OrderDetails(
                fee.customerId(),
                fee.branchId(),
                List.of(LineDetails.fee(fee.id())),
                null,
                null,
                null);
    }

    private static Checkout checkout(Order order, Charging how) {
        if (how.cardId() == null) {
            var owing = new Owing(order.lines().getFirst().name());
            return new Checkout(null, owing, null, null, order.version());
        }
        var taking =
                new Taking(
                        Tender.CARD_ON_FILE,
                        null,
                        order.totals().total(),
                        null,
                        how.cardId().toString());
        return new Checkout(List.of(taking), null, null, null, order.version());
    }

    /**
     * The order in which it is to be paid at the desk; the one there is, if it was begun before.
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public UUID order(UUID id) {
        Fee fee = held(id);
        if (fee.orderId() != null) {
            return fee.orderId();
        }
        refuseDecided(fee);
        return orders.create(wanted(fee)).id();
    }

    /**
     * Lets somebody off.
     *
     * @throws Refused {@code fee_decided} when it was charged or withdrawn, {@code fee_in_order}
     *     when it stands in an order that is not checked out yet
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Fee waive(UUID id, Waiving waiving) {
        Validation.check(waiving);
        Fee fee = held(id);
        if (fee.state() == FeeState.WAIVED) {
            return fee;
        }
        refuseDecided(fee);
        if (fee.orderId() != null) {
            throw new Refused("fee_in_order", fee.service());
        }
        rows.waive(id, requireNonNull(waiving.reason()));
        return stored(id);
    }
}
