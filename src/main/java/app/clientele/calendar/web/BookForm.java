package app.clientele.calendar.web;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches.Branch;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Repetition;
import app.clientele.calendar.availability.FreeVisits;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Booking a visit: for whom, what, where, with whom and when.
 *
 * @param customer the name of the one it is for, once that is known
 * @param starts when all of it could begin on that day, and who would do which part
 */
public record BookForm(
        View view,
        Typed typed,
        @Nullable String customer,
        List<Branch> branches,
        List<BookPart> parts,
        List<FreeVisits.Start> starts,
        FormErrors errors,
        Doubts doubts) {
    /**
     * A free time to choose.
     *
     * @param time as the clock on the wall shows it: {@code 10:30}
     * @param words the same for the reader
     */
    public record Start(String time, String words) {}

    /** With what is wrong with it, by the names of its fields. */
    BookForm with(FormErrors found, Doubts doubts) {
        Map<String, String> named = new LinkedHashMap<>();
        found.byField().forEach((field, words) -> named.put(BookParts.formName(field), words));
        var errors = new FormErrors(named);
        return new BookForm(
                view,
                typed,
                customer,
                branches,
                parts.stream().map(p -> p.with(errors)).toList(),
                starts,
                errors,
                doubts);
    }

    /** Whether they stand at the desk already. */
    static boolean isWalkIn(Typed typed) {
        return AppointmentStatus.ARRIVED.wireName().equals(typed.value("status"));
    }

    public boolean walkIn() {
        return isWalkIn(typed);
    }

    /** What the form is called, and its button. */
    public String title() {
        return view.t(walkIn() ? "appointments.walk_in" : "appointments.book");
    }

    /** Where whoever does not book after all goes back to. */
    public String back() {
        return customer == null
                ? "/calendar"
                : "/customers/" + value("customerId") + "/appointments";
    }

    public String backTo() {
        return customer == null ? view.t("calendar.nav") : customer;
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public @Nullable String timeError() {
        return error("time") == null ? error("startsAt") : error("time");
    }

    public List<Option> branchOptions() {
        return branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList();
    }

    public BookPart first() {
        return parts.getFirst();
    }

    public List<BookPart> more() {
        return parts.subList(1, parts.size());
    }

    /** The free times, by the clock on the branch's wall. */
    public List<Start> times() {
        return FreeStarts.told(starts, view, zone());
    }

    /** Whether there was enough to look for free times. */
    public boolean searched() {
        return first().service() != null && WallClock.date(typed) != null;
    }

    /** Whether it is to come again. */
    boolean repeats() {
        return value("repeat") != null && !requireNonNull(value("repeat")).isBlank();
    }

    public boolean repeatOpen() {
        return repeats() || error("times") != null || error("until") != null;
    }

    public List<Option> units() {
        return Arrays.stream(Repetition.Unit.values())
                .map(u -> new Option(u.wireName(), view.t("appointments.repeat." + u.wireName())))
                .toList();
    }

    public List<Option> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(d ->
                        new Option(
                                String.valueOf(d.getValue()),
                                d.getDisplayName(TextStyle.SHORT, view.locale())))
                .toList();
    }

    ZoneId zone() {
        return branches.stream()
                .filter(b -> b.id().toString().equals(value("branchId")))
                .findFirst()
                .map(b -> ZoneId.of(b.zone()))
                .orElse(view.zone());
    }

    /** Where they wait for a time, with what was chosen so far. */
    public String waitlist() {
        var address = UriComponentsBuilder.fromPath("/waitlist/create");
        for (String name : List.of("customerId", "branchId", "serviceId", "staffId", "date")) {
            String chosen = value(name);
            if (chosen != null && !chosen.isBlank()) {
                address.queryParam(name, chosen);
            }
        }
        return address.build().encode().toUriString();
    }
}
