package app.clientele.business.web;

import app.clientele.business.TimeOff.Absence;
import app.clientele.business.TimeOff.AbsenceDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that say when somebody is away: two days, and times where it isn't the whole of them.
 */
public final class AbsenceForm {
    private static final Map<String, String> FIELDS =
            Map.of("startsAt", "fromDay", "endsAt", "untilDay");

    private AbsenceForm() {}

    static AbsenceDetails read(Typed typed, ZoneId zone) {
        List<Problem> problems = new ArrayList<>();
        LocalDate first = day(typed, "fromDay", null, problems);
        LocalDate last = day(typed, "untilDay", first, problems);
        LocalTime from = time(typed, "fromTime", problems);
        LocalTime until = time(typed, "untilTime", problems);
        if (first == null || last == null || !problems.isEmpty()) {
            throw new Invalid(problems);
        }
        var end =
                until == null
                        ? last.plusDays(1).atStartOfDay(zone)
                        : last.atTime(until).atZone(zone);
        var start = from == null ? first.atStartOfDay(zone) : first.atTime(from).atZone(zone);
        String reason = typed.value("reason");
        return new AbsenceDetails(
                start.toInstant(),
                end.toInstant(),
                reason == null || reason.isBlank() ? null : reason.strip());
    }

    /** From when to when, by days where it is whole ones. */
    public static String text(View there, Absence absence) {
        ZonedDateTime start = absence.startsAt().atZone(there.zone());
        ZonedDateTime end = absence.endsAt().atZone(there.zone());
        if (!isMidnight(start) || !isMidnight(end)) {
            return there.dateTime(absence.startsAt()) + " – " + there.dateTime(absence.endsAt());
        }
        LocalDate first = start.toLocalDate();
        LocalDate last = end.toLocalDate().minusDays(1);
        return first.equals(last) ? there.day(first) : there.date(first) + " – " + there.date(last);
    }

    private static boolean isMidnight(ZonedDateTime time) {
        return time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
    }

    private static @Nullable LocalDate day(
            Typed typed, String field, @Nullable LocalDate otherwise, List<Problem> problems) {
        String text = typed.value(field);
        if (text == null || text.isBlank()) {
            if (otherwise == null && field.equals("fromDay")) {
                problems.add(new Problem(field, "required"));
            }
            return otherwise;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            problems.add(new Problem(field, "no_such_day"));
            return null;
        }
    }

    private static @Nullable LocalTime time(Typed typed, String field, List<Problem> problems) {
        String text = typed.value(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            problems.add(new Problem(field, "no_such_time"));
            return null;
        }
    }

    /** What the service calls its moments, as the form has it. */
    static Invalid inItsFields(Invalid invalid) {
        return new Invalid(
                invalid.problems().stream()
                        .map(p ->
                                new Problem(
                                        FIELDS.getOrDefault(p.field(), p.field()),
                                        p.code(),
                                        p.args()))
                        .toList());
    }
}
