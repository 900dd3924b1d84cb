package app.clientele.business;

import app.clientele.business.HourRows.Whose;
import app.clientele.shared.Line;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When branches are open: in any week, and on dates that differ. Times are the branch's own. */
@Service
public class OpeningHours {
    private final HourRows rows;
    private final Branches branches;

    OpeningHours(HourRows rows, Branches branches) {
        this.rows = rows;
        this.branches = branches;
    }

    /**
     * The hours of a branch, or of somebody there, in any week.
     *
     * @param said whether anybody has given them yet; if not, every day is empty
     */
    public record WeeklyHours(
            @JsonIgnore UUID id, UUID branchId, Week week, boolean said, @JsonIgnore int version)
            implements Versioned {
        static WeeklyHours unsaid(UUID branch) {
            return new WeeklyHours(branch, branch, Week.NONE, false, 0);
        }
    }

    /** The hours of a date that differs; none at all is closed, or away. */
    public record DatedHours(LocalDate day, @Nullable String name, Hours hours) {}

    /** What one may say of such a date. */
    public record DatedHoursDetails(
            @Line(max = 100) @Nullable String name, @NotNull @Nullable Hours hours) {}

    @Open("when a business is open, is no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public WeeklyHours week(UUID branch) {
        return rows.week(of(branch));
    }

    private Whose of(UUID branch) {
        branches.get(branch);
        return new Whose(branch, null);
    }

    /** Gives a branch its weekly hours; the version is 0 where it had none. */
    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void change(UUID branch, Week week, int version) {
        rows.change(of(branch), week, version);
    }

    /** The dates that differ, from this one on. */
    @Open("when a business is open, is no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public List<DatedHours> dates(UUID branch, LocalDate from) {
        return rows.dates(of(branch), from);
    }

    /** Gives a branch other hours on a date, or none: closed. What was said of it before goes. */
    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void setDate(UUID branch, LocalDate day, DatedHoursDetails details) {
        rows.set(of(branch), day, details);
    }

    /** Lets a date be as in any week again, and returns what was said of it. */
    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public DatedHours removeDate(UUID branch, LocalDate day) {
        return rows.remove(of(branch), day);
    }
}
