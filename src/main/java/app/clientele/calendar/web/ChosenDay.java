package app.clientele.calendar.web;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches.Branch;
import app.clientele.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Which day of which branch is looked at. What makes no sense in the address counts as not said.
 *
 * @param today by the clock on the branch's wall
 */
public record ChosenDay(Branch branch, LocalDate date, LocalDate today) {
    /** Keeps the branch last chosen, for this browser. */
    public static final String COOKIE = "day-branch";

    private static final int FARTHEST_YEARS = 100;

    /**
     * The branch asked for, or the one chosen last, or else the viewer's own; today unless another
     * day is named.
     *
     * @param last what the cookie says
     */
    public static ChosenDay of(
            View view,
            List<Branch> places,
            @Nullable String branch,
            @Nullable String last,
            @Nullable String date,
            Clock clock) {
        UUID own = requireNonNull(view.viewer()).branchId();
        Branch chosen = branch(places, id(branch == null ? last : branch), own);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(chosen.zone()));
        return new ChosenDay(chosen, date(date, today), today);
    }

    private static Branch branch(List<Branch> places, @Nullable UUID wanted, @Nullable UUID own) {
        return places.stream()
                .filter(b -> b.id().equals(wanted))
                .findFirst()
                .or(() -> places.stream().filter(b -> b.id().equals(own)).findFirst())
                .orElseGet(places::getFirst);
    }

    /** Within the years a diary is about. */
    private static LocalDate date(@Nullable String text, LocalDate today) {
        try {
            LocalDate date = text == null ? today : LocalDate.parse(text);
            return Math.abs(date.getYear() - today.getYear()) > FARTHEST_YEARS ? today : date;
        } catch (DateTimeException e) {
            return today;
        }
    }

    /** An id in an address; nothing where there is none. */
    public static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The next time this branch comes first. */
    public static void remember(Branch branch, HttpServletResponse answer) {
        var cookie = ResponseCookie.from(COOKIE, branch.id().toString());
        answer.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.path("/").httpOnly(true).sameSite("Lax").build().toString());
    }

    public ZoneId zone() {
        return ZoneId.of(branch.zone());
    }

    public boolean isToday() {
        return date.equals(today);
    }
}
