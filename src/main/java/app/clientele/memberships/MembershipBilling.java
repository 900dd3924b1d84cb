package app.clientele.memberships;

import static java.time.ZoneOffset.UTC;

import app.clientele.database.Sql;
import app.clientele.memberships.Charges.Due;
import app.clientele.memberships.MembershipCharge.Kind;
import app.clientele.memberships.MembershipCharge.State;
import app.clientele.sales.CardCharges;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Charges memberships: each period once, on its day; what was declined again, by the schedule;
 * whatever is next when somebody asks for it. What is written down is committed before a gateway is
 * asked, so that a crash between the two loses and doubles nothing: the gateway's own job goes on.
 */
@Service
public class MembershipBilling {
    /** As many periods are charged at once after nothing ran for long; older ones are told. */
    static final int CATCH_UP = 3;

    private static final int BATCH = 500;
    private static final ZoneId FIRST = ZoneId.of("Pacific/Kiritimati");

    private final Sql sql;
    private final MembershipRows rows;
    private final Charges charges;
    private final PlanChanges changes;
    private final CardCharges cards;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MembershipBilling(
            Sql sql,
            MembershipRows rows,
            Charges charges,
            PlanChanges changes,
            CardCharges cards,
            TransactionTemplate transactions,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.charges = charges;
        this.changes = changes;
        this.cards = cards;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those in which something may be due, wherever they are. */
    List<UUID> businesses() {
        return read(() ->
                sql.acrossBusinesses("select businesses_with_memberships_due(:today)")
                        .param("today", LocalDate.now(clock.withZone(FIRST)))
                        .query(UUID.class)
                        .list());
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(t -> work.get()));
    }

    /** The next of those that are due, after this one. */
    List<UUID> due(@Nullable UUID after) {
        return read(() ->
                sql.of(
                                """
                                select m.id from membership m join branch b on b.business_id = :business and b.id = m.branch_id
                                where m.business_id = :business and m.next_on <= (:now at time zone b.zone)::date
                                    and (:after::uuid is null or m.id > :after::uuid)
                                order by m.id limit %d
                                """
                                        .formatted(BATCH))
                        .param("now", clock.instant().atOffset(UTC))
                        .param("after", after)
                        .query(UUID.class)
                        .list());
    }

    /**
     * A charge whose last attempt was declined so long ago that the schedule has another one.
     *
     * @param membership whose it is
     */
    record Declined(UUID id, UUID membership) {}

    /** The next of those that are to be tried again, after this one. */
    List<Declined> toRetry(@Nullable UUID after) {
        return read(() -> declined(null, after));
    }

    private List<Declined> declined(@Nullable UUID one, @Nullable UUID after) {
        return sql.of(
                        """
                        select x.id, x.membership_id membership from (
                            select c.id, c.membership_id, max(p.taken_at) last,
                                -- what somebody at the desk tried does not use up the schedule
                                count(*) filter (where p.created_via = 'job')
                                    + case when (array_agg(p.created_via order by p.taken_at, p.id))[1] = 'job' then 0 else 1 end tries
                            from membership_charge c
                            join membership m on m.business_id = :business and m.id = c.membership_id and m.card_id is not null
                                and (c.kind = 'leaving' or coalesce(m.cancelled_how, 'period_end') = 'period_end')
                            join invoice i on i.business_id = :business and i.order_id = c.order_id
                                and i.status in ('open', 'part_paid')
                            join payment p on p.business_id = :business and p.invoice_id = i.id and p.kind = 'payment'
                                and p.state = 'failed'
                            where c.business_id = :business and (:one::uuid is null or c.id = :one::uuid)
                                and (:after::uuid is null or c.id > :after::uuid)
                            group by c.id, c.membership_id) x
                        cross join lateral (select coalesce((select s.retry_days from membership_settings s
                            where s.business_id = :business), '{1,3,7}') days) s
                        where x.tries <= cardinality(s.days)
                            and x.last + s.days[x.tries] * interval '1 day' <= :now
                        order by x.id limit %d
                        """
                                .formatted(BATCH))
                .param("now", clock.instant().atOffset(UTC))
                .param("one", one)
                .param("after", after)
                .query(Declined.class)
                .list();
    }

    /** Charges what is due of one; nothing when somebody else did. */
    void bill(UUID id) {
        for (int i = 0; i < CATCH_UP; i++) {
            Optional<UUID> invoice = read(() -> Optional.ofNullable(billed(id)));
            if (invoice.isEmpty()) {
                return;
            }
            invoice.ifPresent(cards::proceed);
        }
    }

    /** Passes over what is paused or too old, and charges the first that is neither. */
    private @Nullable UUID billed(UUID id) {
        Membership due = rows.hold(id).filter(Membership::isDue).orElse(null);
        while (due != null && isPassedOver(due)) {
            due = rows.find(id).filter(Membership::isDue).orElse(null);
        }
        return due == null ? null : charge(due);
    }

    private boolean isPassedOver(Membership membership) {
        int number = membership.nextNumber();
        Due due = Due.period(membership, number);
        if (membership.pauses(number)) {
            charges.pause(membership, due);
            advance(membership, 1);
            return true;
        }
        if (membership.billing().day(number + CATCH_UP).isAfter(membership.today())) {
            return false;
        }
        charges.skip(membership, due);
        advance(membership, 0);
        return true;
    }

    private @Nullable UUID charge(Membership present) {
        Membership membership = changes.apply(present);
        int number = membership.nextNumber();
        UUID invoice = charges.charge(membership, Due.period(membership, number)).orElse(null);
        advance(membership, 0);
        return invoice;
    }

    /** On to the next period; what was paused makes the term longer. */
    private void advance(Membership membership, int paused) {
        LocalDate next = membership.billing().day(membership.nextNumber() + 1);
        LocalDate end = membership.end(membership.billing(), paused);
        sql.of(
                        """
                        update membership set next_number = :number, next_on = :next, ends_on = :end,
                            paused_periods = paused_periods + :paused, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", membership.id())
                .param("number", membership.nextNumber() + 1)
                .param("next", end != null && next.isAfter(end) ? null : next)
                .param("end", end)
                .param("paused", paused)
                .update();
    }

    /** Tries one once more, unless somebody else did meanwhile. */
    void retry(Declined declined) {
        read(() -> Optional.ofNullable(retried(declined))).ifPresent(cards::proceed);
    }

    /** Looks again while it is held: the list it stood on may be old. */
    private @Nullable UUID retried(Declined declined) {
        Membership membership = rows.hold(declined.membership()).orElse(null);
        if (membership == null || declined(declined.id(), null).isEmpty()) {
            return null;
        }
        return rows.charge(declined.id())
                .filter(c -> c.state() == State.FAILED)
                .flatMap(c -> charges.again(membership, c))
                .orElse(null);
    }

    /**
     * What was charged when somebody asked for it.
     *
     * @param charge nothing when it was charged today already
     */
    public record Processed(Membership membership, @Nullable MembershipCharge charge) {}

    /**
     * Charges now what is declined, owed or was missed, the oldest first; when nothing is, the next
     * period before its day, but not on a day on which something was charged: however often it is
     * asked for, nobody pays ahead by accident.
     *
     * @throws Refused {@code membership_over}, {@code membership_no_card}, {@code
     *     membership_paused}
     */
    @Requires(Permission.SALE_EDIT)
    public Processed process(UUID id) {
        Optional<UUID> invoice = read(() -> Optional.ofNullable(processed(id)));
        invoice.ifPresent(cards::proceed);
        return read(() ->
                new Processed(
                        rows.find(id).orElseThrow(() -> new NotFound("membership")),
                        rows.charges(id).stream()
                                .filter(c ->
                                        c.invoiceId() != null
                                                && c.invoiceId().equals(invoice.orElse(null)))
                                .findFirst()
                                .orElse(null)));
    }

    private @Nullable UUID processed(UUID id) {
        Membership membership = rows.hold(id).orElseThrow(() -> new NotFound("membership"));
        List<MembershipCharge> all = rows.charges(id);
        Optional<MembershipCharge> owed =
                all.reversed().stream().filter(c -> c.state().isOwed()).findFirst();
        if (owed.isPresent()) {
            return charges.again(membership, owed.get())
                    .orElseThrow(() -> new Refused("membership_no_card"));
        }
        if (all.stream().anyMatch(c -> isOfToday(membership, c))) {
            return null;
        }
        checkAhead(membership);
        return charge(membership);
    }

    /** Whether the next period may be charged, before its day perhaps: not to be owed by then. */
    private void checkAhead(Membership membership) {
        if (membership.nextOn() == null) {
            throw new Refused("membership_over");
        }
        if (membership.pauses(membership.nextNumber())) {
            throw new Refused("membership_paused");
        }
        if (!membership.isDue()
                && membership.price().isPositive()
                && !charges.hasCard(membership)) {
            throw new Refused("membership_no_card");
        }
    }

    /** Whether it was charged today already, or still is. */
    private boolean isOfToday(Membership membership, MembershipCharge charge) {
        return charge.state() == State.WAITING
                || charge.kind() == Kind.PERIOD
                        && charge.state() != State.PAUSED
                        && isToday(membership, charge.createdAt())
                || charge.attempts().stream()
                        .anyMatch(a -> !a.isFailed() && isToday(membership, a.at()));
    }

    private boolean isToday(Membership membership, Instant at) {
        return sql.of(
                        "select (:at at time zone zone)::date = :today from branch where business_id = :business and id = :branch")
                .param("at", at.atOffset(UTC))
                .param("today", membership.today())
                .param("branch", membership.branchId())
                .query(Boolean.class)
                .single();
    }
}
