package app.clientele.calendar.rules;

import app.clientele.shared.Refused.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands against a booking.
 *
 * @param code stable name for machines
 * @param args what its words speak of
 * @param comment what colleagues wrote about it: for colleagues only
 * @param silent whether the customer is not to hear of it, and is shown no times instead
 */
public record Objection(
        String code, Weight weight, List<Object> args, @Nullable String comment, boolean silent) {
    static Objection of(String code, Weight weight, Object... args) {
        return new Objection(code, weight, List.of(args), null, false);
    }

    static Objection blocked(Weight weight, boolean silent) {
        return new Objection("booking_blocked", weight, List.of(), null, silent);
    }

    Objection because(@Nullable String why) {
        return new Objection(code, weight, args, why, silent);
    }

    Objection silently() {
        return new Objection(code, weight, args, comment, true);
    }

    /** With the comment as the last of its arguments, after a space; an empty one without. */
    public Reason reason() {
        var all = new java.util.ArrayList<>(args);
        all.add(comment == null ? "" : " " + comment);
        return new Reason(code, all, null);
    }

    /** Where its words stand: a warning is told to colleagues, who have other words for it. */
    public String messageKey() {
        return (weight == Weight.WARNING ? "warning." : "refused.") + code;
    }
}
