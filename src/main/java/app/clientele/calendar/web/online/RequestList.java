package app.clientele.calendar.web.online;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches.Branch;
import app.clientele.calendar.online.BookingRequest;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue as one looks at it: of one branch or all. */
public record RequestList(
        View view,
        List<Branch> branches,
        @Nullable UUID branch,
        Page<BookingRequest> found,
        FormErrors errors) {
    public boolean mayDecide() {
        return view.may(Permission.APPOINTMENT_EDIT);
    }

    public String when(BookingRequest r) {
        return when(r, r.startsAt(), r.endsAt());
    }

    /** The other time that was proposed. */
    public String proposed(BookingRequest r) {
        var other = requireNonNull(r.proposal());
        return when(r, other.startsAt(), other.endsAt());
    }

    private String when(BookingRequest r, Instant from, Instant until) {
        return RequestForm.when(view, r, from, until);
    }

    /** How often they were here, and how often they did not come. */
    public String facts(BookingRequest r) {
        String visits =
                r.firstTime() ? view.t("online.first_time") : view.tn("online.visits", r.visits());
        return r.missed() == 0 ? visits : visits + ", " + view.tn("online.missed", r.missed());
    }

    public @Nullable String next() {
        return found.next() == null
                ? null
                : RequestPages.PATH
                        + "?cursor="
                        + found.next()
                        + (branch == null ? "" : "&branch=" + branch);
    }
}
