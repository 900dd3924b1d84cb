package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassBooking;
import app.clientele.calendar.classes.ClassBookingStatus;
import app.clientele.calendar.classes.ClassSession;
import app.clientele.site.View;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;

/** Classes in the reader's words; their times are those of the branch's clock. */
public final class ClassWords {
    private ClassWords() {}

    public static String status(View view, ClassBookingStatus status) {
        return view.t("appointments.status." + status.wireName());
    }

    public static String colour(ClassBookingStatus status) {
        return switch (status) {
            case WAITLISTED -> "yellow";
            case OFFERED -> "orange";
            case BOOKED -> "blue";
            case CHECKED_IN -> "purple";
            case ATTENDED -> "green";
            case CANCELLED, LAPSED -> "grey";
            case LATE_CANCELLED, NO_SHOW -> "red";
        };
    }

    public static String span(View view, ClassSession session) {
        return span(view, session.startsAt(), session.endsAt(), session.zone());
    }

    /** "10:30–11:15". */
    public static String span(View view, Instant from, Instant until, ZoneId zone) {
        View there = view.in(view.locale(), zone);
        return there.time(from) + "–" + there.time(until);
    }

    /** The day it is on, in full. */
    public static String day(View view, ClassSession session) {
        return view.day(LocalDate.ofInstant(session.startsAt(), session.zone()));
    }

    public static String shortDay(View view, ClassBooking booking) {
        return view.formats().shortDay(LocalDate.ofInstant(booking.startsAt(), booking.zone()));
    }

    public static String name(View view, ClassBooking booking) {
        return booking.customer() == null || booking.customer().isBlank()
                ? view.t("appointments.nobody")
                : booking.customer();
    }

    /** Who teaches it, or that nobody does yet. */
    public static String teacher(View view, ClassSession session) {
        return session.staff() == null ? view.t("classes.no_teacher") : session.staff();
    }

    /** "8 of 10", and who waits. */
    public static String places(View view, ClassSession session) {
        String places = view.t("classes.places", view.number(session.taken()), session.capacity());
        return session.waiting() == 0
                ? places
                : view.t("classes.places.waiting", places, session.waiting());
    }

    /** "Mon, Thu". */
    public static String weekdays(View view, List<Integer> days) {
        return days.stream()
                .map(d -> DayOfWeek.of(d).getDisplayName(TextStyle.SHORT, view.locale()))
                .collect(Collectors.joining(", "));
    }

    public static String path(ClassSession session) {
        return "/classes/" + session.id();
    }
}
