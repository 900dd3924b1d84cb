package app.clientele.calendar.waitlist;

import static java.time.ZoneOffset.UTC;

import app.clientele.calendar.waitlist.AppointmentWaitlist.Search;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The line as rows: each with its place in it and what is offered. */
@Component
class WaitlistRows {
    private static final String LINE =
            """
            select e.*, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) customer, b.name branch, b.zone,
                s.name service, s.minutes, f.name staff, t.day today, k.rank,
                o.id offer_id, o.appointment_id, o.staff_id offer_staff_id, g.name offer_staff, o.starts_at, o.ends_at,
                o.offer_until, o.automatic,
                case when e.status <> 'waiting' then e.status when o.id is not null then 'offered'
                    when e.until_day < t.day then 'over' else 'waiting' end state,
                (select p.decision from waitlist_offer p where p.business_id = :business and p.entry_id = e.id and p.decision <> 'open'
                    order by p.created_at desc limit 1) last_answer
            from waitlist_entry e
            join customer c on c.business_id = :business and c.id = e.customer_id
            join branch b on b.business_id = :business and b.id = e.branch_id
            join service s on s.business_id = :business and s.id = e.service_id
            left join staff f on f.business_id = :business and f.id = e.staff_id
            left join waitlist_offer o on o.business_id = :business and o.entry_id = e.id and o.decision = 'open'
            left join staff g on g.business_id = :business and g.id = o.staff_id
            cross join lateral (select (:now::timestamptz at time zone b.zone)::date as day) t
            cross join lateral (select coalesce(-extract(epoch from e.first_at), 0) as rank) k
            where e.business_id = :business\
            """;

    private static final String SELECT =
            """
            select q.*, (select count(*) + 1 from waitlist_entry x
                    where q.state in ('waiting', 'offered') and x.business_id = :business and x.status = 'waiting'
                    and x.branch_id = q.branch_id and x.service_id = q.service_id and x.until_day >= q.today
                    and (coalesce(-extract(epoch from x.first_at), 0), x.id) < (q.rank, q.id)) place
            from (%s) q\
            """;

    private final Sql sql;
    private final Clock clock;

    WaitlistRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private StatementSpec entries(String where, String rest) {
        return sql.of(SELECT.formatted(LINE + where) + rest)
                .param("now", clock.instant().atOffset(UTC));
    }

    Optional<WaitlistEntry> find(UUID id) {
        return read(entries(" and e.id = :id", "").param("id", id)).stream().findFirst();
    }

    /** Nobody else writes to it until the transaction has ended. */
    Optional<WaitlistEntry> hold(UUID id) {
        return sql.of(
                        "select id from waitlist_entry where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** Of this link, as long as there is somebody whose it is. */
    Optional<WaitlistEntry> of(byte[] secret) {
        return read(
                        entries(" and e.secret_hash = :secret and c.erase_at is null", "")
                                .param("secret", secret))
                .stream()
                .findFirst();
    }

    /** Those who wait and are offered nothing, the first of the line before others. */
    List<WaitlistEntry> line(int most) {
        return read(
                entries(
                                " and e.status = 'waiting' and c.deactivated_at is null",
                                " where q.state = 'waiting' order by q.rank, q.id limit :most")
                        .param("most", most));
    }

    private static final String WANTED =
            """
             where (:branch::uuid is null or q.branch_id = :branch::uuid)
            and (:service::uuid is null or q.service_id = :service::uuid)
            and (:customer::uuid is null or q.customer_id = :customer::uuid)
            and (:states::text[] is null or q.state = any(:states::text[]))
            and (:first or (q.rank, q.id) > (:rank::numeric, :id))
            order by q.rank, q.id limit :limit
            """;

    List<WaitlistEntry> list(Search search, @Nullable Cursor from, int limit) {
        return read(
                entries("", WANTED)
                        .param("branch", search.branch())
                        .param("service", search.service())
                        .param("customer", search.customer())
                        .param("states", search.wireStatuses())
                        .param("first", from == null)
                        .param("rank", from == null ? "0" : number(from.get(0)))
                        .param("id", from == null ? new UUID(0, 0) : from.id(1))
                        .param("limit", limit));
    }

    /** What was typed into an address is none of ours. */
    private static String number(String rank) {
        return rank.matches("-?\\d{1,12}(\\.\\d{1,9})?") ? rank : "0";
    }

    int open(UUID customer) {
        return sql.of(
                        """
                        select count(*) from waitlist_entry
                        where business_id = :business and customer_id = :customer and status = 'waiting' and until_day >= current_date
                        """)
                .param("customer", customer)
                .query(Integer.class)
                .single();
    }

    private static List<WaitlistEntry> read(StatementSpec statement) {
        return statement.query(WaitlistRows::entry).list();
    }

    private static WaitlistEntry entry(ResultSet row, int number) throws SQLException {
        var status = WaitlistStatus.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new WaitlistEntry(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                ZoneId.of(row.getString("zone")),
                row.getObject("service_id", UUID.class),
                row.getString("service"),
                row.getInt("minutes"),
                row.getObject("staff_id", UUID.class),
                row.getString("staff"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Arrays.asList((Integer[]) row.getArray("weekdays").getArray()),
                time(row.getInt("from_minute"), 0),
                time(row.getInt("until_minute"), 1440),
                row.getString("note"),
                status,
                status.isOpen() ? row.getInt("place") : null,
                row.getBigDecimal("rank").toPlainString(),
                row.getString("first_reason"),
                row.getString("end_reason"),
                offer(row),
                row.getString("last_answer"),
                row.getString("created_via"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    private static @Nullable LocalTime time(int minute, int none) {
        return minute == none ? null : LocalTime.ofSecondOfDay(minute * 60L);
    }

    private static @Nullable WaitlistOffer offer(ResultSet row) throws SQLException {
        UUID id = row.getObject("offer_id", UUID.class);
        if (id == null) {
            return null;
        }
        Timestamp until = row.getTimestamp("offer_until");
        return new WaitlistOffer(
                id,
                row.getObject("appointment_id", UUID.class),
                row.getObject("offer_staff_id", UUID.class),
                row.getString("offer_staff"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                until.toInstant(),
                row.getBoolean("automatic"));
    }
}
