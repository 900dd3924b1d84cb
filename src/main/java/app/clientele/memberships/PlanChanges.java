package app.clientele.memberships;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.ledger.CreditAccounts;
import app.clientele.ledger.Posting;
import app.clientele.memberships.Charges.Due;
import app.clientele.memberships.MembershipCharge.Kind;
import app.clientele.memberships.MembershipCharge.State;
import app.clientele.memberships.MembershipEvents.Event;
import app.clientele.memberships.PlanChange.Unused;
import app.clientele.memberships.PlanChange.When;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a membership go on with another plan: from its next period, or at once. Then what was paid
 * and is not used is the customer's credit, which pays for the first period of the other plan as
 * far as it goes.
 */
@Service
public class PlanChanges {
    private final Sql sql;
    private final MembershipRows rows;
    private final MembershipEvents events;
    private final Plans plans;
    private final Charges charges;
    private final CreditAccounts credit;
    private final Invoices invoices;

    PlanChanges(
            Sql sql,
            MembershipRows rows,
            MembershipEvents events,
            Plans plans,
            Charges charges,
            CreditAccounts credit,
            Invoices invoices) {
        this.sql = sql;
        this.rows = rows;
        this.events = events;
        this.plans = plans;
        this.charges = charges;
        this.credit = credit;
        this.invoices = invoices;
    }

    /** Which plan, and from when on. */
    public record Changing(@NotNull @Nullable UUID planId, @NotNull @Nullable When when) {}

    /** How it stands then, and the invoice whose card the gateway is to be asked about. */
    public record Changed(Membership membership, @Nullable UUID invoice) {}

    /**
     * What it would come to.
     *
     * @throws Refused {@code membership_over}, {@code membership_paused}, {@code membership_owed}
     */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public PlanChange preview(UUID id, Changing changing) {
        Validation.check(changing);
        Membership present = rows.find(id).orElseThrow(() -> new NotFound("membership"));
        return preview(present, plan(present, changing), requireNonNull(changing.when()));
    }

    private Plan plan(Membership present, Changing changing) {
        return plans.find(requireNonNull(changing.planId()))
                .filter(p -> p.archivedAt() == null && !p.id().equals(present.planId()))
                .filter(p -> p.price().isSameCurrency(present.price()))
                .orElseThrow(() -> new Invalid("planId", "choice"));
    }

    private PlanChange preview(Membership present, Plan plan, When when) {
        if (present.nextOn() == null || present.cancelledAt() != null) {
            throw new Refused("membership_over");
        }
        boolean now = when == When.NOW && present.nextNumber() > 1;
        LocalDate day = now ? present.today() : requireNonNull(present.nextOn());
        Unused unused = now ? unused(present) : null;
        Money price = plan.price();
        Money back = unused == null ? Money.zero(price.getCurrencyUnit()) : unused.amount();
        return new PlanChange(
                plan.id(),
                plan.name(),
                when,
                day,
                price,
                unused,
                price.isGreaterThan(back) ? price.minus(back) : Money.zero(price.getCurrencyUnit()),
                end(plan, day, present.nextNumber()));
    }

    private static @Nullable LocalDate end(Plan plan, LocalDate day, int number) {
        return plan.term() == null
                ? null
                : new Billing(day, number, plan.interval()).last(number - 1 + plan.term());
    }

    /** What was paid for the period of today and is not used; nothing where nothing was paid. */
    private @Nullable Unused unused(Membership present) {
        if (present.pauses(present.nextNumber() - 1)) {
            throw new Refused("membership_paused");
        }
        MembershipCharge charge = current(present).orElse(null);
        LocalDate until = charge == null ? null : charge.until();
        if (charge == null
                || until == null
                || charge.state() == State.VOID
                || charge.state() == State.REFUNDED) {
            return null;
        }
        if (charge.state() != State.PAID) {
            throw new Refused("membership_owed");
        }
        long of = ChronoUnit.DAYS.between(charge.from(), until) + 1;
        long days = Math.clamp(ChronoUnit.DAYS.between(present.today(), until) + 1, 0, of);
        Visits visits = visits(charge.id());
        return new Unused(
                share(paid(charge), days, of, visits), days, of, visits.unused(), visits.brought());
    }

    private Optional<MembershipCharge> current(Membership present) {
        return rows.charges(present.id()).stream()
                .filter(c -> c.kind() == Kind.PERIOD && c.number() == present.nextNumber() - 1)
                .findFirst();
    }

    private Money paid(MembershipCharge charge) {
        if (charge.invoiceId() == null) {
            return Money.zero(charge.amount().getCurrencyUnit());
        }
        Invoice invoice = invoices.get(charge.invoiceId());
        return invoice.total().minus(invoice.credited());
    }

    private record Visits(long brought, long unused) {}

    private Visits visits(UUID charge) {
        return sql.of("select brought, unused from visits_left_of(:business, :charge)")
                .param("charge", charge)
                .query(Visits.class)
                .single();
    }

    /** Rounded down: what is credited was paid. */
    private static Money share(Money paid, long days, long of, Visits visits) {
        Money time = part(paid, days, of);
        Money used = visits.brought() == 0 ? paid : part(paid, visits.unused(), visits.brought());
        return time.isLessThan(used) ? time : used;
    }

    private static Money part(Money paid, long some, long of) {
        return paid.multipliedBy(BigDecimal.valueOf(some), RoundingMode.DOWN)
                .dividedBy(BigDecimal.valueOf(of), RoundingMode.DOWN);
    }

    /**
     * Changes it: what is to come can be taken back, what is done is done.
     *
     * @throws Refused as the preview does
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Changed change(UUID id, Changing changing) {
        Validation.check(changing);
        Membership present = rows.hold(id).orElseThrow(() -> new NotFound("membership"));
        Plan plan = plan(present, changing);
        PlanChange change = preview(present, plan, requireNonNull(changing.when()));
        if (changing.when() == When.NOW && !change.day().isAfter(present.today())) {
            return new Changed(get(id), now(present, plan, change));
        }
        if (changing.when() == When.NOW) {
            apply(present, plan, change.day());
            events.write(
                    present,
                    Event.of(MembershipEvent.Kind.PLAN_CHANGED, change.day(), plan.name()));
        } else {
            planned(present, plan.id());
            events.write(
                    present,
                    Event.of(MembershipEvent.Kind.PLAN_PLANNED, change.day(), plan.name()));
        }
        return new Changed(get(id), null);
    }

    private void planned(Membership present, @Nullable UUID plan) {
        sql.of(
                        """
                        update membership set next_plan_id = :plan, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", present.id())
                .param("plan", plan)
                .update();
    }

    private @Nullable UUID now(Membership present, Plan plan, PlanChange change) {
        Unused unused = change.unused();
        Money back =
                unused == null ? Money.zero(change.price().getCurrencyUnit()) : unused.amount();
        if (unused != null) {
            current(present).ifPresent(this::close);
        }
        if (back.isPositive()) {
            credit.add(Ids.next(), present.customerId(), back, null, Posting.of(present.plan()));
        }
        apply(present, plan, change.day());
        events.write(
                present,
                new Event(
                        MembershipEvent.Kind.PLAN_CHANGED,
                        change.day(),
                        null,
                        null,
                        plan.name(),
                        back,
                        null));
        Membership changed = get(present.id());
        int number = changed.nextNumber();
        UUID invoice = charges.charge(changed, Due.period(changed, number), back).orElse(null);
        next(changed, number + 1);
        return invoice;
    }

    /** What is credited is not used any more. */
    private void close(MembershipCharge charge) {
        sql.of("select take_back_visits_of(:business, :charge)")
                .param("charge", charge.id())
                .query((row, number) -> 1)
                .list();
    }

    private void next(Membership changed, int number) {
        LocalDate next = changed.billing().day(number);
        LocalDate end = changed.endsOn();
        sql.of(
                        """
                        update membership set next_number = :number, next_on = :next, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", changed.id())
                .param("number", number)
                .param("next", end != null && next.isAfter(end) ? null : next)
                .update();
    }

    /** What was planned for the period that is charged now. */
    Membership apply(Membership present) {
        UUID planned = present.nextPlanId();
        Plan plan = planned == null ? null : plans.find(planned).orElse(null);
        if (plan == null) {
            return present;
        }
        LocalDate day = requireNonNull(present.nextOn());
        apply(present, plan, day);
        events.write(present, Event.of(MembershipEvent.Kind.PLAN_CHANGED, day, plan.name()));
        return get(present.id());
    }

    /** Takes the plan's terms on, from its next period on, which begins on this day. */
    private void apply(Membership present, Plan plan, LocalDate day) {
        sql.of(
                        """
                        update membership m set plan_id = p.id, plan_name = p.name, price_minor = p.price_minor, currency = p.currency,
                            every = p.every, unit = p.unit, term = p.term, notice_days = p.notice_days, leaving_minor = p.leaving_minor,
                            anchor_on = :day, anchor_number = next_number, next_on = :day, term_from = next_number, paused_periods = 0,
                            ends_on = :end, next_plan_id = null,
                            version = m.version + 1, updated_at = now()
                        from membership_plan p
                        where m.business_id = :business and m.id = :id and p.business_id = :business and p.id = :plan
                        """)
                .param("id", present.id())
                .param("plan", plan.id())
                .param("day", day)
                .param("end", end(plan, day, present.nextNumber()))
                .update();
    }

    /**
     * Stays with the plan it has.
     *
     * @throws Refused {@code membership_no_change}
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Membership keep(UUID id) {
        Membership present = rows.hold(id).orElseThrow(() -> new NotFound("membership"));
        if (present.nextPlanId() == null) {
            throw new Refused("membership_no_change");
        }
        planned(present, null);
        events.write(
                present,
                Event.of(
                        MembershipEvent.Kind.PLAN_KEPT,
                        requireNonNull(present.today()),
                        present.plan()));
        return get(id);
    }

    private Membership get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("membership"));
    }
}
