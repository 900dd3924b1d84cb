package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.site.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Appointments in the reader's words; their times are those of the branch's clock. */
public final class AppointmentWords {
    /** What comes next in the usual course of things, for the one button that needs no choosing. */
    private static final List<AppointmentStatus> COURSE =
            List.of(
                    AppointmentStatus.ARRIVED,
                    AppointmentStatus.IN_SERVICE,
                    AppointmentStatus.COMPLETED);

    private AppointmentWords() {}

    public static String status(View view, AppointmentStatus status) {
        return view.t("appointments.status." + status.wireName());
    }

    /** What is kept for somebody who waited is told as that. */
    public static String status(View view, Appointment a) {
        return a.isOffer() ? view.t("waitlist.status.offered") : status(view, a.status());
    }

    /** Until when it is kept for them. */
    public static String until(View view, Appointment a) {
        return a.offerUntil() == null ? "" : at(view, a).dateTime(a.offerUntil());
    }

    public static String colour(AppointmentStatus status) {
        return switch (status) {
            case REQUESTED -> "yellow";
            case BOOKED -> "blue";
            case CONFIRMED -> "teal";
            case ARRIVED -> "purple";
            case IN_SERVICE -> "orange";
            case COMPLETED -> "green";
            case CANCELLED, DECLINED -> "grey";
            case LATE_CANCELLED, NO_SHOW -> "red";
        };
    }

    /** As its branch's clock shows it. */
    public static View at(View view, Appointment appointment) {
        return at(view, appointment.zone());
    }

    static View at(View view, ZoneId zone) {
        return view.in(view.locale(), zone);
    }

    public static String from(View view, Appointment a) {
        return at(view, a).time(a.startsAt());
    }

    /** "10:30–11:15". */
    public static String span(View view, Appointment a) {
        View there = at(view, a);
        return there.time(a.startsAt()) + "–" + there.time(a.endsAt());
    }

    /** The day it begins on, in full. */
    public static String day(View view, Appointment a) {
        return view.day(date(a));
    }

    public static String shortDay(View view, Appointment a) {
        return view.formats().shortDay(date(a));
    }

    public static LocalDate date(Appointment a) {
        return date(a.startsAt(), a.zone());
    }

    static LocalDate date(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Who comes: the guest, where the customer brings one. */
    public static String who(View view, Appointment a) {
        if (a.guestName() != null) {
            return view.t("appointments.guest.of", a.guestName(), name(view, a));
        }
        return name(view, a);
    }

    public static String name(View view, Appointment a) {
        return a.customer() == null || a.customer().isBlank()
                ? view.t("appointments.nobody")
                : a.customer();
    }

    /** The steps of the usual course that may follow, the next first. */
    public static List<AppointmentStatus> steps(Appointment a) {
        return steps(a.status());
    }

    /** The steps of the usual course that may follow this status, the next first. */
    public static List<AppointmentStatus> steps(AppointmentStatus status) {
        return COURSE.stream()
                .skip(COURSE.indexOf(status) + 1L)
                .filter(status.next()::contains)
                .toList();
    }

    /** What else may follow, apart from calling it off; also a step back. */
    public static List<AppointmentStatus> others(Appointment a) {
        return List.of(
                        AppointmentStatus.CONFIRMED,
                        AppointmentStatus.BOOKED,
                        AppointmentStatus.ARRIVED,
                        AppointmentStatus.NO_SHOW,
                        AppointmentStatus.DECLINED)
                .stream()
                .filter(a.status().next()::contains)
                .filter(status -> !steps(a).contains(status))
                .toList();
    }

    public static boolean cancellable(Appointment a) {
        return a.status().next().contains(AppointmentStatus.CANCELLED);
    }

    public static String path(Appointment a) {
        return "/appointments/" + a.id();
    }
}
