package app.clientele.calendar.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much an objection weighs. */
public enum Weight {
    /** It is told, and whoever stands at the desk may go on. */
    WARNING,
    /** It may only be asked for; the business accepts or declines. */
    REQUEST,
    /** Only a place on the waiting list may be asked for. */
    WAITLIST,
    /** Nobody may. */
    REFUSED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
