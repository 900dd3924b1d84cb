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
    private final CardCharges cards;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MembershipBilling(
            Sql sql,
            MembershipRows rows,
            Charges charges,
            CardCharges cards,
            TransactionTemplate transactions,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.charges = charges;
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
                            select c.id, c.membership_id, count(*) tries, max(p.taken_at) last
                            from membership_charge c
                            join membership m on m.business_id = :business and m.id = c.membership_id and m.card_id is not null
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

    private @Nullable UUID billed(UUID id) {
        Membership membership = rows.hold(id).orElse(null);
        LocalDate next = membership == null ? null : membership.nextOn();
        if (membership == null || next == null || next.isAfter(membership.today())) {
            return null;
        }
        return charge(membership, skipOld(membership));
    }

    /** The first that is still charged, once those before it are told as missed. */
    private int skipOld(Membership membership) {
        Billing billing = membership.billing();
        int number = membership.nextNumber();
        while (!billing.day(number + CATCH_UP).isAfter(membership.today())) {
            charges.skip(membership, Due.period(membership, number));
            number++;
        }
        return number;
    }

    private @Nullable UUID charge(Membership membership, int number) {
        UUID invoice = charges.charge(membership, Due.period(membership, number)).orElse(null);
        Billing billing = membership.billing();
        LocalDate next = billing.day(number + 1);
        LocalDate end = membership.endsOn();
        sql.of(
                        """
                        update membership set next_number = :number, next_on = :next, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", membership.id())
                .param("number", number + 1)
                .param("next", end != null && next.isAfter(end) ? null : next)
                .update();
        return invoice;
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
     * Charges now what is declined, owed or was missed, the oldest first; when nothing is, the next
     * period before its day, but not on a day on which something was charged: however often it is
     * asked for, nobody pays ahead by accident.
     *
     * @throws Refused {@code membership_over}, {@code membership_no_card}
     */
    @Requires(Permission.SALE_EDIT)
    public Membership process(UUID id) {
        Optional<UUID> invoice = read(() -> Optional.ofNullable(processed(id)));
        invoice.ifPresent(cards::proceed);
        return read(() -> rows.find(id).orElseThrow(() -> new NotFound("membership")));
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
        if (membership.nextOn() == null) {
            throw new Refused("membership_over");
        }
        return charge(membership, membership.nextNumber());
    }

    /** Whether it was charged today already, or still is. */
    private boolean isOfToday(Membership membership, MembershipCharge charge) {
        return charge.state() == State.WAITING
                || charge.kind() == Kind.PERIOD && isToday(membership, charge.createdAt())
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
