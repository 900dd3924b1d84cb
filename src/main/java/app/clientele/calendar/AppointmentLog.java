package app.clientele.calendar;

import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to an appointment, who did it and when: read from the change log. */
@Service
public class AppointmentLog {
    private static final int MOST = 200;

    private final Sql sql;

    AppointmentLog(Sql sql) {
        this.sql = sql;
    }

    /**
     * One thing that happened.
     *
     * @param by who did it; absent when the application or the customer did
     * @param status what it became, when that is what happened
     * @param from when it would have begun before, when it was moved
     */
    public record Step(
            Instant at,
            @Nullable String by,
            @Nullable AppointmentStatus status,
            @Nullable Instant from) {}

    private record Logged(
            Instant at,
            @Nullable String by,
            String operation,
            @Nullable String status,
            @Nullable String startsAt) {}

    /** The latest first. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<Step> of(Appointment appointment) {
        List<Step> steps = new ArrayList<>();
        AppointmentStatus after = appointment.status();
        for (Logged change : changes(appointment.id())) {
            AppointmentStatus before =
                    change.status() == null ? after : AppointmentStatus.of(change.status());
            if (change.startsAt() != null) {
                Instant from = OffsetDateTime.parse(change.startsAt()).toInstant();
                steps.add(new Step(change.at(), change.by(), null, from));
            }
            if (before != after || change.operation().equals("insert")) {
                steps.add(new Step(change.at(), change.by(), after, null));
            }
            after = before;
        }
        return steps;
    }

    private List<Logged> changes(UUID appointment) {
        return sql.of(
                        """
                        select c.at, w.name by, c.operation, c.before ->> 'status' status, c.before ->> 'starts_at' starts_at
                        from change c left join actor w on w.business_id = :business and w.id = c.actor
                        where c.business_id = :business and c.row_id = :id and c.entity = 'appointment'
                        order by c.id desc limit :most
                        """)
                .param("id", appointment)
                .param("most", MOST)
                .query(Logged.class)
                .list();
    }
}
