package app.clientele.memberships;

import app.clientele.database.Sql;
import app.clientele.memberships.MembershipEvent.Kind;
import app.clientele.memberships.MembershipEvents.Event;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets memberships stand still: whole periods, from the next one on, as what is paid for is used
 * first. The days on which it is charged stay the same.
 */
@Service
public class Pauses {
    private final Sql sql;
    private final MembershipRows rows;
    private final MembershipEvents events;

    Pauses(Sql sql, MembershipRows rows, MembershipEvents events) {
        this.sql = sql;
        this.rows = rows;
        this.events = events;
    }

    /**
     * How it pauses.
     *
     * @param periods how many are not charged; until somebody resumes it when absent
     * @param access whether what it brought may be used meanwhile; no when absent
     */
    public record Pausing(
            @Min(1) @Max(120) @Nullable Integer periods,
            @Nullable Boolean access,
            @Line(max = 200) @Nullable String reason) {}

    /**
     * Pauses one from its next period on.
     *
     * @throws Refused {@code membership_over}, {@code membership_paused}
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Membership pause(UUID id, Pausing pausing) {
        Validation.check(pausing);
        Membership present = running(id);
        LocalDate on = present.nextOn();
        if (on == null || present.cancelledAt() != null) {
            throw new Refused("membership_over");
        }
        if (present.pause() != null) {
            throw new Refused("membership_paused");
        }
        int from = present.nextNumber();
        Integer until = pausing.periods() == null ? null : from + pausing.periods();
        LocalDate resumes = until == null ? null : present.billing().day(until);
        boolean access = Boolean.TRUE.equals(pausing.access());
        sql.of(
                        """
                        update membership set paused_on = :on, pause_from = :from, pause_until = :until, resumes_on = :resumes,
                            pause_access = :access, pause_reason = :reason, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("on", on)
                .param("from", from)
                .param("until", until)
                .param("resumes", resumes)
                .param("access", access)
                .param("reason", pausing.reason())
                .update();
        events.write(
                present, new Event(Kind.PAUSED, on, resumes, access, null, null, pausing.reason()));
        return get(id);
    }

    /**
     * Lets one go on with its next period; before the pause began it is as if there had been none.
     *
     * @throws Refused {@code membership_not_paused}
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Membership resume(UUID id) {
        Membership present = running(id);
        LocalDate next = present.nextOn();
        if (!present.pauses(present.nextNumber()) || next == null) {
            throw new Refused("membership_not_paused");
        }
        boolean begun =
                present.nextNumber() > java.util.Objects.requireNonNull(present.pause()).from();
        sql.of(
                        """
                        update membership set pause_until = case when :begun then next_number end,
                            resumes_on = case when :begun then next_on end, paused_on = case when :begun then paused_on end,
                            pause_from = case when :begun then pause_from end, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("begun", begun)
                .update();
        events.write(present, Event.of(Kind.RESUMED, next, null));
        return get(id);
    }

    private Membership running(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("membership"));
    }

    private Membership get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("membership"));
    }
}
