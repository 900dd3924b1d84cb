package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassBooking;
import app.clientele.calendar.classes.ClassBookingStatus;
import app.clientele.calendar.classes.ClassSession;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a class.
 *
 * @param bookings by name, then whoever waits in their order
 * @param typed who is to be booked
 * @param begun whether the class has begun, so that somebody can have missed it
 */
public record RosterPage(
        View view,
        ClassSession session,
        List<ClassBooking> bookings,
        Typed typed,
        FormErrors errors,
        boolean begun) {
    /** Those with a place, or who had one when it began. */
    public List<ClassBooking> in() {
        return bookings.stream()
                .filter(b -> b.status().isHeld() || b.status() == ClassBookingStatus.NO_SHOW)
                .toList();
    }

    public List<ClassBooking> waiting() {
        return bookings.stream().filter(b -> b.status() == ClassBookingStatus.WAITLISTED).toList();
    }

    /** Those who are in it no more. */
    public List<ClassBooking> gone() {
        return bookings.stream()
                .filter(b -> !b.status().isOn() && b.status() != ClassBookingStatus.NO_SHOW)
                .toList();
    }

    /** Whether it was said that they are elsewhere, so that the form asks about it. */
    public boolean elsewhere() {
        return errors.get("overlap") != null || typed.value("overlap") != null;
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public String path() {
        return ClassWords.path(session);
    }

    /** The digit that checks them in: the first nine have one. */
    public @Nullable String key(ClassBooking booking) {
        List<ClassBooking> expected =
                in().stream().filter(b -> b.status() == ClassBookingStatus.BOOKED).toList();
        int place = expected.indexOf(booking) + 1;
        return place < 1 || place > 9 ? null : String.valueOf(place);
    }

    /** The one button that needs no choosing. */
    public @Nullable ClassBookingStatus next(ClassBooking booking) {
        if (session.cancelled()) {
            return null;
        }
        return switch (booking.status()) {
            case BOOKED, NO_SHOW -> ClassBookingStatus.CHECKED_IN;
            case OFFERED -> ClassBookingStatus.BOOKED;
            case WAITLISTED -> session.free() > 0 ? ClassBookingStatus.BOOKED : null;
            case CANCELLED, LATE_CANCELLED, LAPSED ->
                    session.free() > 0 ? ClassBookingStatus.BOOKED : null;
            case CHECKED_IN, ATTENDED -> null;
        };
    }

    /** What else may become of it. */
    public List<ClassBookingStatus> others(ClassBooking booking) {
        if (session.cancelled()) {
            return List.of();
        }
        return switch (booking.status()) {
            case BOOKED ->
                    begun
                            ? List.of(ClassBookingStatus.NO_SHOW, ClassBookingStatus.CANCELLED)
                            : List.of(ClassBookingStatus.CANCELLED);
            case CHECKED_IN -> List.of(ClassBookingStatus.BOOKED);
            case WAITLISTED, OFFERED -> List.of(ClassBookingStatus.CANCELLED);
            default -> List.of();
        };
    }
}
