package app.clientele.business;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Time in which somebody can't be booked, whatever their hours: holidays, illness, a course. */
@Service
public class TimeOff {
    private static final Duration LONGEST = Duration.ofDays(3 * 366);
    private static final int MOST = 500;

    private final Sql sql;
    private final Staff staff;

    TimeOff(Sql sql, Staff staff) {
        this.sql = sql;
        this.staff = staff;
    }

    /** From one moment to another. */
    public record Absence(
            UUID id, UUID staffId, Instant startsAt, Instant endsAt, @Nullable String reason) {}

    /** What one may say of it. */
    public record AbsenceDetails(
            @NotNull @Nullable Instant startsAt,
            @NotNull @Nullable Instant endsAt,
            @Line(max = 200) @Nullable String reason) {}

    /** Somebody's absences that end after a moment, the next first. */
    @Open("colleagues know who is away")
    @Transactional(readOnly = true)
    public List<Absence> of(UUID member, Instant endingAfter) {
        staff.get(member);
        return sql.of(
                        """
                        select id, staff_id, starts_at, ends_at, reason from time_off
                        where business_id = :business and staff_id = :staff and ends_at > :after
                        order by starts_at, id limit %d
                        """
                                .formatted(MOST))
                .param("staff", member)
                .param("after", endingAfter.atOffset(UTC))
                .query(Absence.class)
                .list();
    }

    @Open("colleagues know who is away")
    @Transactional(readOnly = true)
    public Absence get(UUID member, UUID id) {
        return sql.of(
                        """
                        select id, staff_id, starts_at, ends_at, reason from time_off
                        where business_id = :business and staff_id = :staff and id = :id
                        """)
                .param("staff", member)
                .param("id", id)
                .query(Absence.class)
                .optional()
                .orElseThrow(() -> new NotFound("time off"));
    }

    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public UUID add(UUID member, AbsenceDetails details) {
        staff.get(member);
        Validation.check(details);
        Instant start = requireNonNull(details.startsAt());
        Instant end = requireNonNull(details.endsAt());
        if (!end.isAfter(start)) {
            throw new Invalid("endsAt", "must_be_after_start");
        }
        if (end.isAfter(start.plus(LONGEST))) {
            throw new Invalid("endsAt", "too_long_away");
        }
        UUID id = Ids.next();
        insert(new Absence(id, member, start, end, details.reason()));
        return id;
    }

    private void insert(Absence absence) {
        sql.of(
                        """
                        insert into time_off (business_id, id, staff_id, starts_at, ends_at, reason)
                        values (:business, :id, :staff, :starts, :ends, :reason)
                        """)
                .param("id", absence.id())
                .param("staff", absence.staffId())
                .param("starts", absence.startsAt().atOffset(UTC))
                .param("ends", absence.endsAt().atOffset(UTC))
                .param("reason", absence.reason())
                .update();
    }

    /** Takes an absence back, and returns it. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public Absence remove(UUID member, UUID id) {
        return sql.of(
                        """
                        delete from time_off where business_id = :business and staff_id = :staff and id = :id
                        returning id, staff_id, starts_at, ends_at, reason
                        """)
                .param("staff", member)
                .param("id", id)
                .query(Absence.class)
                .optional()
                .orElseThrow(() -> new NotFound("time off"));
    }
}
