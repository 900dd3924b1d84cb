package app.clientele.memberships;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.access.Clashes;
import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.memberships.Charges.Due;
import app.clientele.memberships.Membership.How;
import app.clientele.memberships.MembershipCharge.Kind;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is a member of what: joined, changed, left. */
@Service
public class Members {
    private static final int FAR_DAYS = 3660;

    private final Sql sql;
    private final MembershipRows rows;
    private final Plans plans;
    private final Charges charges;
    private final MembershipEvents events;
    private final CustomerRows customers;
    private final Clashes clashes;
    private final Clock clock;

    Members(
            Sql sql,
            MembershipRows rows,
            Plans plans,
            Charges charges,
            MembershipEvents events,
            CustomerRows customers,
            Clashes clashes,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.plans = plans;
        this.charges = charges;
        this.events = events;
        this.customers = customers;
        this.clashes = clashes;
        this.clock = clock;
    }

    /** Which ones to list. */
    public record Search(
            @Nullable UUID customer, @Nullable UUID plan, @Nullable MembershipState state) {}

    /**
     * How somebody joins.
     *
     * @param staffId who sold it
     * @param startsOn today when absent
     * @param cardId which card is charged; what is due is owed when absent
     * @param submissionId of the form: sent twice, they join once
     */
    public record Joining(
            @NotNull @Nullable UUID planId,
            @NotNull @Nullable UUID branchId,
            @Nullable UUID staffId,
            @Nullable LocalDate startsOn,
            @Nullable UUID cardId,
            @Prose(max = 1000) @Nullable String note,
            @Nullable UUID submissionId) {}

    /**
     * What may be changed about one.
     *
     * @param nextOn when it is charged next; all later ones are counted from there
     */
    public record Changing(
            @Nullable UUID cardId,
            @Nullable LocalDate nextOn,
            @Prose(max = 1000) @Nullable String note) {}

    /**
     * How one leaves.
     *
     * @param reason needed where a fee is waived
     */
    public record Cancelling(
            @NotNull @Nullable How how, @Line(max = 200) @Nullable String reason) {}

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Membership get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("membership"));
    }

    /** The latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Membership> list(Search search, @Nullable String cursor, int limit) {
        Page<Membership> found =
                Page.of(
                        rows.list(
                                search.customer(),
                                search.plan(),
                                search.state(),
                                Cursor.parse(cursor, 1),
                                limit + 1),
                        limit,
                        m -> Cursor.of(m.id()));
        if (found.items().isEmpty() && search.customer() != null) {
            customers.require(search.customer());
        }
        return found;
    }

    /** What one charged, the latest first, with every attempt to be paid. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<MembershipCharge> activity(UUID id) {
        get(id);
        return rows.charges(id);
    }

    /** What happened to one: paused, resumed, another plan; the latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<MembershipEvent> events(UUID id) {
        get(id);
        return events.of(id);
    }

    /**
     * Makes somebody a member. The joining fee is to be paid in an order; the first period is
     * charged on its day.
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Membership add(UUID customer, Joining joining) {
        Validation.check(joining);
        customers.hold(customer);
        UUID id = requireNonNullElse(joining.submissionId(), Ids.next());
        if (rows.find(id).isPresent()) {
            return get(id);
        }
        Plan plan =
                plans.find(requireNonNull(joining.planId()))
                        .filter(p -> p.archivedAt() == null)
                        .orElseThrow(() -> new Invalid("planId", "choice"));
        checkCard(customer, joining.cardId());
        insert(id, customer, plan, joining, start(joining));
        Membership added = get(id);
        if (plan.joiningFee().isPositive()) {
            charges.propose(added, Due.once(Kind.JOINING, added.startsOn(), plan.joiningFee()));
        }
        return get(id);
    }

    private LocalDate start(Joining joining) {
        LocalDate today =
                sql.of(
                                "select (:now at time zone zone)::date from branch where business_id = :business and id = :branch and archived_at is null")
                        .param("now", clock.instant().atOffset(UTC))
                        .param("branch", joining.branchId())
                        .query(LocalDate.class)
                        .optional()
                        .orElseThrow(() -> new Invalid("branchId", "branch_unknown"));
        LocalDate start = requireNonNullElse(joining.startsOn(), today);
        if (start.isBefore(today) || start.isAfter(today.plusDays(FAR_DAYS))) {
            throw new Invalid("startsOn", "membership_start");
        }
        return start;
    }

    private void checkCard(UUID customer, @Nullable UUID card) {
        boolean known =
                card == null
                        || sql.of(
                                        "select exists (select from customer_card where business_id = :business and customer_id = :customer and id = :card and removed_at is null)")
                                .param("customer", customer)
                                .param("card", card)
                                .query(Boolean.class)
                                .single();
        if (!known) {
            throw new Invalid("cardId", "card_unknown");
        }
    }

    private void insert(UUID id, UUID customer, Plan plan, Joining joining, LocalDate start) {
        Integer term = plan.term();
        LocalDate end = term == null ? null : new Billing(start, 1, plan.interval()).last(term);
        try {
            sql.of(
                            """
                            insert into membership (business_id, id, customer_id, plan_id, plan_name, branch_id, staff_id, price_minor,
                                currency, every, unit, joining_minor, term, notice_days, leaving_minor, starts_on, anchor_on,
                                anchor_number, next_number, next_on, ends_on, card_id, note, created_by, created_via)
                            select :business, :id, :customer, p.id, p.name, :branch, :staff, p.price_minor, p.currency, p.every, p.unit,
                                p.joining_minor, p.term, p.notice_days, p.leaving_minor, :start, :start, 1, 1, :start, :end, :card,
                                :note, :caller, :via
                            from membership_plan p where p.business_id = :business and p.id = :plan
                            """)
                    .param("id", id)
                    .param("customer", customer)
                    .param("plan", plan.id())
                    .param("branch", joining.branchId())
                    .param("staff", joining.staffId())
                    .param("start", start)
                    .param("end", end)
                    .param("card", joining.cardId())
                    .param("note", joining.note())
                    .param("via", Caller.current().door().wireName())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new Invalid("staffId", "staff_unknown");
        }
    }

    /** Changes one that is still as the caller read it. */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Membership change(UUID id, Changing changing, int version) {
        Validation.check(changing);
        Membership present = held(id);
        if (present.version() != version) {
            throw clashes.since("membership", id, version, present.version());
        }
        checkCard(present.customerId(), changing.cardId());
        Billing billing = moved(present, changing.nextOn());
        sql.of(
                        """
                        update membership set card_id = :card, note = :note, anchor_on = :anchor, anchor_number = :number,
                            next_on = :next, ends_on = :end, resumes_on = case when pause_until = next_number then :next::date else resumes_on end,
                            version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("card", changing.cardId())
                .param("note", changing.note())
                .param("anchor", billing.anchor())
                .param("number", billing.number())
                .param("next", changing.nextOn())
                .param("end", present.end(billing, 0))
                .update();
        return get(id);
    }

    private Membership held(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("membership"));
    }

    private static Billing moved(Membership present, @Nullable LocalDate next) {
        LocalDate before = present.nextOn();
        if (java.util.Objects.equals(before, next)) {
            return present.billing();
        }
        if (present.pauses(present.nextNumber())) {
            throw new Invalid("nextOn", "membership_paused");
        }
        LocalDate end = present.cancelledAt() == null ? null : present.endsOn();
        if (before == null
                || next == null
                || next.isBefore(present.today())
                || next.isAfter(present.today().plusDays(FAR_DAYS))
                || end != null && next.isAfter(end)) {
            throw new Invalid("nextOn", "membership_next");
        }
        return present.billing().moved(present.nextNumber(), next);
    }

    /** What leaving comes to today. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Leaving leaving(UUID id) {
        return Leaving.of(get(id));
    }

    /**
     * Ends one: at once with the fee, at once without it, or once the notice is over. The fee is
     * charged to its card, or owed.
     *
     * @return the invoice of the fee, whose card the gateway is to be asked about
     * @throws Refused {@code membership_over}
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Left cancel(UUID id, Cancelling cancelling) {
        Validation.check(cancelling);
        Membership present = held(id);
        if (!present.state().isLive() || present.cancelledAt() != null) {
            throw new Refused("membership_over");
        }
        How how = requireNonNull(cancelling.how());
        Leaving leaving = Leaving.of(present);
        if (how == How.WAIVED && leaving.fee().isPositive() && cancelling.reason() == null) {
            throw new Invalid("reason", "required");
        }
        end(present, how, how == How.PERIOD_END ? leaving.lastDay() : present.today(), cancelling);
        UUID invoice =
                how == How.FEE && leaving.fee().isPositive()
                        ? charges.charge(
                                        present,
                                        Due.once(Kind.LEAVING, present.today(), leaving.fee()))
                                .orElse(null)
                        : null;
        return new Left(get(id), invoice);
    }

    /** How it stands once somebody left, and the invoice of the fee. */
    public record Left(Membership membership, @Nullable UUID invoice) {}

    private void end(Membership present, How how, LocalDate last, Cancelling cancelling) {
        LocalDate next = present.nextOn();
        boolean charges = how == How.PERIOD_END && next != null && !next.isAfter(last);
        sql.of(
                        """
                        update membership set ends_on = :last, next_on = :next, cancelled_at = :now, cancelled_by = :caller,
                            cancelled_how = :how, cancel_reason = :reason, next_plan_id = null, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", present.id())
                .param("last", last)
                .param("next", charges ? next : null)
                .param("now", clock.instant().atOffset(UTC))
                .param("how", how.wireName())
                .param("reason", cancelling.reason())
                .update();
    }
}
