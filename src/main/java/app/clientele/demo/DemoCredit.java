package app.clientele.demo;

import app.clientele.business.Staff;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.ledger.AccountCredit;
import app.clientele.ledger.AccountCredit.Adding;
import app.clientele.sales.catalogue.Products;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import app.clientele.shared.Permission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Credit that some of the invented customers have: for a friend they sent, for a long wait. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoCredit {
    private static final List<String> REASONS =
            List.of(
                    "Sent a friend",
                    "Had to wait long",
                    "Colour did not hold",
                    "Ten years with us");

    private final AccountCredit credit;
    private final Staff staff;
    private final Customers customers;
    private final Products products;
    private final Clock clock;

    DemoCredit(
            AccountCredit credit,
            Staff staff,
            Customers customers,
            Products products,
            Clock clock) {
        this.credit = credit;
        this.staff = staff;
        this.customers = customers;
        this.products = products;
        this.clock = clock;
    }

    void give(List<UUID> people) {
        UUID colleague = staff.all().getFirst().id();
        new Caller(Caller.current().business(), colleague, Door.PAGE, null, Permission.all())
                .run(() -> giveSome(people));
    }

    private void giveSome(List<UUID> people) {
        Money worth =
                products.list(Products.Filter.SOLD).stream()
                        .map(p -> p.price())
                        .filter(p -> p != null && p.isPositive())
                        .findFirst()
                        .orElseThrow();
        List<Customer> some = customers.get(people.subList(0, Math.min(60, people.size())));
        for (int i = 0; i < some.size(); i++) {
            if (i % 7 == 2 && some.get(i).eraseAt() == null) {
                give(some.get(i).id(), worth, i);
            }
        }
    }

    private void give(UUID customer, Money worth, int turn) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        String reason = REASONS.get(turn % REASONS.size());
        credit.add(customer, new Adding(worth, reason, null, null));
        if (turn % 2 == 0) {
            LocalDate soon = today.plusDays(20L + turn);
            credit.add(
                    customer,
                    new Adding(worth.dividedBy(2, java.math.RoundingMode.UP), reason, soon, null));
        }
    }
}
