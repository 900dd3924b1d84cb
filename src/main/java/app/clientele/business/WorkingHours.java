package app.clientele.business;

import app.clientele.business.HourRows.Whose;
import app.clientele.business.OpeningHours.DatedHours;
import app.clientele.business.OpeningHours.DatedHoursDetails;
import app.clientele.business.OpeningHours.WeeklyHours;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the staff work: at each branch in any week, and on dates that differ. Times are those of the
 * branch.
 */
@Service
public class WorkingHours {
    private final HourRows rows;
    private final Branches branches;
    private final Staff staff;

    WorkingHours(HourRows rows, Branches branches, Staff staff) {
        this.rows = rows;
        this.branches = branches;
        this.staff = staff;
    }

    @Open("colleagues know when they work together")
    @Transactional(readOnly = true)
    public WeeklyHours week(UUID member, UUID branch) {
        return rows.week(of(member, branch));
    }

    private Whose of(UUID member, UUID branch) {
        staff.get(member);
        branches.get(branch);
        return new Whose(branch, member);
    }

    /**
     * Gives somebody their weekly hours at a branch; the version is 0 where they had none there.
     */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void change(UUID member, UUID branch, Week week, int version) {
        rows.change(of(member, branch), week, version);
    }

    /** The dates on which somebody works at other hours at a branch, from this one on. */
    @Open("colleagues know when they work together")
    @Transactional(readOnly = true)
    public List<DatedHours> dates(UUID member, UUID branch, LocalDate from) {
        return rows.dates(of(member, branch), from);
    }

    /** Gives somebody other hours at a branch on a date, or none. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void setDate(UUID member, UUID branch, LocalDate day, DatedHoursDetails details) {
        rows.set(of(member, branch), day, details);
    }

    /** Lets a date be as in any week again, and returns what was said of it. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public DatedHours removeDate(UUID member, UUID branch, LocalDate day) {
        return rows.remove(of(member, branch), day);
    }
}
