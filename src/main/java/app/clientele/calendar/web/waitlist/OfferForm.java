package app.clientele.calendar.web.waitlist;

import app.clientele.business.Service.Performer;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.rules.Objection;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.web.rules.BookingWords;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Offering a time by hand: the free ones that suit.
 *
 * @param objections what stands against booking them online, told to the desk
 * @param chosen the day that is looked at; the first with free times when absent
 */
public record OfferForm(
        View view,
        WaitlistEntry entry,
        List<Performer> team,
        List<Objection> objections,
        List<FreeStart> free,
        @Nullable LocalDate chosen,
        FormErrors errors) {
    private static final int MOST_DAYS = 28;

    /** A free time, with whom. */
    public record Time(String value, UUID staff, String words, String with) {}

    /** Days with free times. */
    public List<LocalDate> days() {
        return free.stream().map(this::day).distinct().limit(MOST_DAYS).toList();
    }

    private LocalDate day(FreeStart start) {
        return LocalDate.ofInstant(start.startsAt(), entry.zone());
    }

    public @Nullable LocalDate shown() {
        List<LocalDate> days = days();
        return chosen != null && days.contains(chosen)
                ? chosen
                : days.isEmpty() ? null : days.getFirst();
    }

    /** The free times of the day that is looked at. */
    public List<Time> times() {
        View there = view.in(view.locale(), entry.zone());
        return free.stream()
                .filter(start -> day(start).equals(shown()))
                .map(start -> time(there, start))
                .toList();
    }

    private Time time(View there, FreeStart start) {
        UUID staff = start.staffIds().getFirst();
        String with =
                team.stream()
                        .filter(p -> p.staffId().equals(staff))
                        .map(Performer::name)
                        .findFirst()
                        .orElse("");
        return new Time(start.startsAt().toString(), staff, there.time(start.startsAt()), with);
    }

    public List<String> warnings() {
        return objections.stream().map(o -> BookingWords.objection(view, o)).toList();
    }

    public String path() {
        return WaitlistPages.PATH + "/" + entry.id() + "/offer";
    }
}
