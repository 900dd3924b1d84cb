package app.clientele.calendar.feeds;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Secrets;
import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Appointments.Search;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out calendar addresses, takes them back, and reads what stands at one. */
@Service
public class CalendarFeeds {
    /** How many a business may have at once. */
    public static final int MOST = 2000;

    private static final Duration PAST = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MOST_ENTRIES = 10_000;
    private static final String SELECT =
            """
            select f.id, f.staff_id, f.branch_id, f.customer_id, f.created_at, m.name created_by,
                   coalesce(s.name, b.name, c.display_name, concat_ws(' ', c.first_name, c.last_name)) as name
            from calendar_feed f
            left join staff s on s.business_id = :business and s.id = f.staff_id
            left join staff m on m.business_id = :business and m.id = f.created_by
            left join branch b on b.business_id = :business and b.id = f.branch_id
            left join customer c on c.business_id = :business and c.id = f.customer_id
            where f.business_id = :business\
            """;

    private final Sql sql;
    private final Appointments appointments;
    private final Businesses businesses;
    private final Clock clock;
    private final TransactionTemplate reading;

    CalendarFeeds(
            Sql sql,
            Appointments appointments,
            Businesses businesses,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.appointments = appointments;
        this.businesses = businesses;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Whose appointments an address shows: exactly one of these. */
    public record FeedDetails(
            @Nullable UUID staffId, @Nullable UUID branchId, @Nullable UUID customerId) {
        private long named() {
            return Stream.of(staffId(), branchId(), customerId()).filter(Objects::nonNull).count();
        }
    }

    /**
     * An address just handed out.
     *
     * @param secret the part of it that nobody can guess; told this once
     */
    public record Made(CalendarFeed feed, String secret) {}

    /** What stands at an address, cancelled appointments among it. */
    public record Contents(CalendarFeed feed, Business business, List<Appointment> appointments) {}

    /**
     * All of the business, the latest first.
     *
     * @param customer only those of this one
     */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<CalendarFeed> all(@Nullable UUID customer) {
        return sql.of(
                        SELECT
                                + """
                                 and (:customer::uuid is null or f.customer_id = :customer::uuid)
                                order by f.created_at desc, f.id limit :most
                                """)
                .param("customer", customer)
                .param("most", MOST)
                .query(CalendarFeed.class)
                .list();
    }

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public CalendarFeed get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("calendar_feed"));
    }

    private Optional<CalendarFeed> find(UUID id) {
        return sql.of(SELECT + " and f.id = :id")
                .param("id", id)
                .query(CalendarFeed.class)
                .optional();
    }

    /** Whose addresses are asked for. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public String customer(UUID id) {
        return sql.of(
                        "select coalesce(display_name, concat_ws(' ', first_name, last_name)) from customer where business_id = :business and id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("customer"));
    }

    /** Hands out a new address. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional
    public Made create(FeedDetails details) {
        check(details);
        if (all(null).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        String secret = Secrets.next();
        sql.of(
                        """
                        insert into calendar_feed (business_id, id, staff_id, branch_id, customer_id, secret_hash, created_by, created_via)
                        values (:business, :id, :staff, :branch, :customer, :hash, :caller, :via)
                        """)
                .param("id", id)
                .param("staff", details.staffId())
                .param("branch", details.branchId())
                .param("customer", details.customerId())
                .param("hash", Secrets.hash(secret))
                .param("via", Caller.current().door().wireName())
                .update();
        return new Made(get(id), secret);
    }

    private void check(FeedDetails details) {
        if (details.named() != 1) {
            throw new Invalid("staffId", "feed_of_one");
        }
        mustKnow("staff", "staffId", details.staffId());
        mustKnow("branch", "branchId", details.branchId());
        mustKnow("customer", "customerId", details.customerId());
    }

    private void mustKnow(String table, String field, @Nullable UUID id) {
        boolean known =
                id == null
                        || sql.of(
                                        "select exists (select from "
                                                + table
                                                + " where business_id = :business and id = :id)")
                                .param("id", id)
                                .query(Boolean.class)
                                .single();
        if (!known) {
            throw new Invalid(field, table + "_unknown");
        }
    }

    /** Takes an address back: nothing stands there any more. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional
    public void revoke(UUID id) {
        int gone =
                sql.of("delete from calendar_feed where business_id = :business and id = :id")
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new NotFound("calendar_feed");
        }
    }

    private record Found(UUID businessId, UUID feedId) {}

    /** What stands at an address; nothing when it is none of ours, or was taken back. */
    @Open("the address itself is the proof")
    public Optional<Contents> open(String secret) {
        return sql.acrossBusinesses("select * from find_calendar_feed(:hash)")
                .param("hash", Secrets.hash(secret))
                .query(Found.class)
                .optional()
                .flatMap(this::read);
    }

    private Optional<Contents> read(Found found) {
        Set<Permission> reads = EnumSet.of(Permission.APPOINTMENT_VIEW);
        return new Caller(found.businessId(), null, Caller.Door.PORTAL, null, reads)
                .call(() -> requireNonNull(reading.execute(t -> contents(found.feedId()))));
    }

    private Optional<Contents> contents(UUID id) {
        return find(id).map(feed -> new Contents(feed, businesses.current(), entries(feed)));
    }

    private List<Appointment> entries(CalendarFeed feed) {
        Instant now = clock.instant();
        var search =
                new Search(
                        feed.customerId(),
                        feed.branchId(),
                        feed.staffId(),
                        Set.of(),
                        now.minus(PAST),
                        now.plus(AHEAD),
                        null,
                        false);
        return appointments.list(search, null, MOST_ENTRIES).items();
    }
}
