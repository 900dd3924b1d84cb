package app.clientele.calendar;

import static java.time.ZoneOffset.UTC;

import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the appointments of a branch are still as they were seen: how many there are and when the
 * last of them was written say so without reading them.
 */
@Service
public class Seen {
    private final Sql sql;

    Seen(Sql sql) {
        this.sql = sql;
    }

    /** What {@link Appointments#between} comes to. */
    public static String of(List<Appointment> appointments) {
        return stamp(
                appointments.size(),
                appointments.stream()
                        .map(Appointment::updatedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }

    /** The same without reading them; of one colleague's where one is named. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public String now(UUID branch, @Nullable UUID staff, Instant from, Instant until) {
        return sql.of(
                        """
                        select count(*) held, coalesce(max(a.updated_at), to_timestamp(0)) latest from appointment a
                        where a.business_id = :business and a.branch_id = :branch and a.starts_at < :until
                        and a.starts_at > :from::timestamptz - interval '24 hours' and a.ends_at > :from
                        and a.status not in ('cancelled', 'late_cancelled', 'declined')
                        and (:staff::uuid is null or a.staff_id = :staff::uuid)
                        """)
                .param("branch", branch)
                .param("staff", staff)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query((row, n) -> stamp(row.getLong(1), row.getTimestamp(2).toInstant()))
                .single();
    }

    private static String stamp(long count, Instant latest) {
        return count + "-" + ChronoUnit.MICROS.between(Instant.EPOCH, latest);
    }
}
