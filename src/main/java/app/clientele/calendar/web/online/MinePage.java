package app.clientele.calendar.web.online;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.online.OwnBooking.Own;
import app.clientele.calendar.online.Proposal;
import app.clientele.site.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * One's own booking, by its link.
 *
 * @param fresh whether it was made just now
 * @param note what did not work, if anything
 */
public record MinePage(
        PublicFrame frame, Own own, String secret, boolean fresh, @Nullable String note) {
    public View view() {
        return frame.view();
    }

    public Appointment appointment() {
        return own.appointment();
    }

    /** What became of it, as a key. */
    public String state() {
        if (appointment().offerUntil() != null) {
            return own.offered() ? "offered" : "offer_over";
        }
        return switch (appointment().status()) {
            case REQUESTED -> "requested";
            case BOOKED, CONFIRMED -> "booked";
            case ARRIVED, IN_SERVICE, COMPLETED -> "over";
            case CANCELLED, LATE_CANCELLED -> "cancelled";
            case NO_SHOW -> "missed";
            case DECLINED -> "declined";
        };
    }

    public String when() {
        return when(appointment().startsAt());
    }

    /** Until when it is kept for them. */
    public String until() {
        return when(requireNonNull(appointment().offerUntil()));
    }

    public String when(Proposal other) {
        return when(other.startsAt());
    }

    /** Not how long: that may be this customer's own, and so would tell that they are one. */
    private String when(Instant from) {
        View there = view().in(view().locale(), appointment().zone());
        LocalDate day = LocalDate.ofInstant(from, appointment().zone());
        return view().day(day) + ", " + there.time(from);
    }

    public String staff() {
        return own.named() ? appointment().staff() : view().t("online.anybody");
    }

    public String zoneName() {
        return appointment().zone().getDisplayName(TextStyle.FULL_STANDALONE, view().locale());
    }

    /** Where a form on it is sent: {@code /cancel}, say. */
    public String path(String deed) {
        return frame.path("/mine/" + secret + deed);
    }
}
