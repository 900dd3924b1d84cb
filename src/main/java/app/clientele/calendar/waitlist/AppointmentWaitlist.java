package app.clientele.calendar.waitlist;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Branches;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Wish;
import app.clientele.calendar.waitlist.WaitlistWrites.Joined;
import app.clientele.customers.CustomerRows;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who waits for an appointment at a time that suits them, in the order in which they came. */
@Service
public class AppointmentWaitlist {
    /** As many wishes as one customer may have at once. */
    static final int MOST_OF_ONE = 10;

    private final WaitlistRows rows;
    private final WaitlistWrites writes;
    private final MayBook mayBook;
    private final Branches branches;
    private final CustomerRows customers;
    private final Clashes clashes;
    private final Clock clock;

    AppointmentWaitlist(
            WaitlistRows rows,
            WaitlistWrites writes,
            MayBook mayBook,
            Branches branches,
            CustomerRows customers,
            Clashes clashes,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.mayBook = mayBook;
        this.branches = branches;
        this.customers = customers;
        this.clashes = clashes;
        this.clock = clock;
    }

    /** Which ones to list. */
    public record Search(
            @Nullable UUID customer,
            @Nullable UUID branch,
            @Nullable UUID service,
            Set<WaitlistStatus> statuses) {
        /** Those who still stand in the line. */
        public static final Set<WaitlistStatus> OPEN =
                Set.of(WaitlistStatus.WAITING, WaitlistStatus.OFFERED);

        String @Nullable [] wireStatuses() {
            return statuses.isEmpty()
                    ? null
                    : statuses.stream().map(WaitlistStatus::wireName).toArray(String[]::new);
        }
    }

    /** Why somebody is moved before all others. */
    public record Favour(@NotNull @Line(max = 300) @Nullable String reason) {}

    /** Why a wish ends. */
    public record Ending(@Line(max = 300) @Nullable String reason) {}

    /** In the order of the line. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Page<WaitlistEntry> list(Search search, @Nullable String cursor, int limit) {
        var found = rows.list(search, Cursor.parse(cursor, 2), limit + 1);
        if (found.isEmpty() && search.customer() != null) {
            customers.require(search.customer());
        }
        return Page.of(found, limit, e -> Cursor.of(e.rank(), e.id()));
    }

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public WaitlistEntry get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("waitlist_entry"));
    }

    /**
     * Puts a customer at the end of the line.
     *
     * @throws Refused what {@code MayBook} says, or {@code waitlist_enough}
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public WaitlistEntry join(Joining joining) {
        Validation.check(joining);
        UUID customer = requireNonNull(joining.customerId());
        return get(requireNonNull(join(customer, joining.wish(), Joined.AT_THE_DESK)));
    }

    /** The same for whoever came without an account; nothing when the same form came before. */
    @Nullable UUID join(UUID customer, WaitlistWish wish, Joined joined) {
        wish.check(today(wish));
        if (joined == Joined.AT_THE_DESK) {
            mayWait(customer, wish);
        }
        if (rows.open(customer) >= MOST_OF_ONE) {
            throw new Refused("waitlist_enough", MOST_OF_ONE);
        }
        return writes.insert(customer, wish, joined);
    }

    private void mayWait(UUID customer, WaitlistWish wish) {
        mayBook.decide(
                        new Wish(
                                customer,
                                requireNonNull(wish.serviceId()),
                                wish.branchId(),
                                wish.staffId(),
                                null,
                                Way.DESK))
                .refuse();
    }

    /** By the clock of the branch. */
    private LocalDate today(WaitlistWish wish) {
        ZoneId zone =
                branches.all(false).stream()
                        .filter(b -> b.id().equals(wish.branchId()))
                        .findFirst()
                        .map(b -> ZoneId.of(b.zone()))
                        .orElseThrow(() ->
                                new Invalid(
                                        "branchId",
                                        wish.branchId() == null ? "required" : "branch_unknown"));
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Changes what they wait for; their place stays. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public WaitlistEntry change(UUID id, WaitlistWish wish, int version) {
        wish.check(today(wish));
        WaitlistEntry present = open(id);
        mayWait(present.customerId(), wish);
        if (!writes.change(id, wish, version)) {
            throw clashes.since("waitlist_entry", id, version, present.version());
        }
        return get(id);
    }

    /** Moves them before all others, for a reason that stays with them. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public WaitlistEntry first(UUID id, Favour favour) {
        Validation.check(favour);
        open(id);
        writes.first(id, requireNonNull(favour.reason()));
        return get(id);
    }

    /** Takes them off the list; not while a time is kept for them. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public WaitlistEntry end(UUID id, Ending ending) {
        Validation.check(ending);
        if (open(id).status() == WaitlistStatus.OFFERED) {
            throw new Refused("waitlist_offered");
        }
        writes.status(id, "ended", ending.reason());
        return get(id);
    }

    private WaitlistEntry open(UUID id) {
        WaitlistEntry present = rows.hold(id).orElseThrow(() -> new NotFound("waitlist_entry"));
        if (!present.status().isOpen()) {
            throw new Refused("waitlist_over");
        }
        return present;
    }
}
