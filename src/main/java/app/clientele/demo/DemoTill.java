package app.clientele.demo;

import app.clientele.business.Branches;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.Order;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Orders;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Sells one thing at a time, paid at the terminal with a card. */
@Component
class DemoTill {
    private final Branches branches;
    private final Orders orders;
    private final Checkouts checkouts;

    DemoTill(Branches branches, Orders orders, Checkouts checkouts) {
        this.branches = branches;
        this.orders = orders;
        this.checkouts = checkouts;
    }

    void sell(UUID customer, LineDetails line) {
        UUID branch = branches.all(false).getFirst().id();
        Order order =
                orders.create(new OrderDetails(customer, branch, List.of(line), null, null, null));
        Money total = order.totals().total();
        var card = List.of(new Taking("card", null, total, null, null));
        checkouts.pay(
                order.id(),
                new Checkout(total.isZero() ? List.of() : card, null, null, null, null));
    }
}
