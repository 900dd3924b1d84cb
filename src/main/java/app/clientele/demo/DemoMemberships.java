package app.clientele.demo;

import app.clientele.business.Branches;
import app.clientele.business.Services;
import app.clientele.business.Staff;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.gateway.CardOnFile;
import app.clientele.gateway.Cards;
import app.clientele.memberships.Benefits;
import app.clientele.memberships.Benefits.Benefit;
import app.clientele.memberships.Interval;
import app.clientele.memberships.Interval.Unit;
import app.clientele.memberships.Members;
import app.clientele.memberships.Members.Cancelling;
import app.clientele.memberships.Members.Joining;
import app.clientele.memberships.Membership;
import app.clientele.memberships.Membership.How;
import app.clientele.memberships.MembershipBilling;
import app.clientele.memberships.Pauses;
import app.clientele.memberships.Pauses.Pausing;
import app.clientele.memberships.Plan;
import app.clientele.memberships.Plan.PlanDetails;
import app.clientele.memberships.Plans;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import app.clientele.shared.Permission;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Members of the spa in all states: charged, declined, not paid yet, upcoming, gone. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoMemberships {
    private static final String WHERE = "lumen";
    private static final int MOST = 14;

    private final Plans plans;
    private final Members members;
    private final MembershipBilling billing;
    private final Pauses pauses;
    private final Cards cards;
    private final Customers customers;
    private final Branches branches;
    private final Staff staff;
    private final Services services;
    private final Clock clock;

    DemoMemberships(
            Plans plans,
            Members members,
            MembershipBilling billing,
            Pauses pauses,
            Cards cards,
            Customers customers,
            Branches branches,
            Staff staff,
            Services services,
            Clock clock) {
        this.plans = plans;
        this.members = members;
        this.billing = billing;
        this.pauses = pauses;
        this.cards = cards;
        this.customers = customers;
        this.branches = branches;
        this.staff = staff;
        this.services = services;
        this.clock = clock;
    }

    void fill(DemoBusiness demo, List<UUID> people) {
        if (!demo.slug().equals(WHERE)) {
            return;
        }
        UUID colleague = staff.all().getFirst().id();
        new Caller(Caller.current().business(), colleague, Door.PAGE, null, Permission.all())
                .run(() -> join(colleague, CurrencyUnit.of(demo.currency()), people));
    }

    private void join(UUID colleague, CurrencyUnit unit, List<UUID> people) {
        Plan day =
                plans.add(plan("Day at the spa", unit, 39, 0, null, brings("Day pass", 1, 0, 10)));
        Plan year =
                plans.add(
                        plan("A year of calm", unit, 65, 25, 12, brings("Lumen facial", 1, 5, 10)));
        List<Customer> joining =
                customers.get(people.subList(0, 120)).stream()
                        .filter(c -> c.eraseAt() == null)
                        .toList();
        int turn = 0;
        for (Customer one : joining) {
            List<CardOnFile> theirs = cards.chargeable(one.id());
            if (turn < MOST && (!theirs.isEmpty() || turn % 5 == 4)) {
                UUID card = theirs.isEmpty() ? null : theirs.getFirst().id();
                var wish = wish(turn % 3 == 0 ? year : day, colleague, card, turn);
                settle(members.add(one.id(), wish), turn++);
            }
        }
    }

    private Benefits brings(String service, int visits, int services, int products) {
        List<Benefit> each =
                this.services.list(Services.Filter.named(service, false)).stream()
                        .filter(s -> s.name().equals(service))
                        .map(s -> new Benefit(s.id(), visits, null))
                        .toList();
        return new Benefits(
                each, 1, false, true, BigDecimal.valueOf(services), BigDecimal.valueOf(products));
    }

    private static PlanDetails plan(
            String name,
            CurrencyUnit unit,
            int price,
            int joining,
            @Nullable Integer term,
            Benefits benefits) {
        return new PlanDetails(
                name,
                null,
                Money.of(unit, price),
                new Interval(1, Unit.MONTH),
                Money.of(unit, joining),
                term,
                term == null ? 30 : null,
                Money.of(unit, term == null ? 0 : 50),
                null,
                benefits);
    }

    private Joining wish(Plan plan, UUID colleague, @Nullable UUID card, int turn) {
        LocalDate later =
                turn == 6 ? LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(12) : null;
        UUID branch = branches.all(false).getFirst().id();
        String note = turn == 1 ? "Comes on Tuesdays, after work" : null;
        return new Joining(plan.id(), branch, colleague, later, card, note, null);
    }

    /** The first period is charged at once, but for those who begin later. */
    private void settle(Membership membership, int turn) {
        if (turn == 6 || membership.joiningFee().isPositive() && turn == 3) {
            return;
        }
        billing.process(membership.id());
        if (turn == 8) {
            members.cancel(membership.id(), new Cancelling(How.WAIVED, "Is moving to Spain"));
        } else if (turn == 10) {
            members.cancel(membership.id(), new Cancelling(How.PERIOD_END, null));
        } else if (turn == 5) {
            pauses.pause(membership.id(), new Pausing(2, true, "A long journey"));
        }
    }
}
