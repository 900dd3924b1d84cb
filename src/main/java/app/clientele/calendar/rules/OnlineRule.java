package app.clientele.calendar.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a customer may book by themselves, the stricter the later. */
public enum OnlineRule {
    ALLOW,
    /** What they book is a request until somebody accepts it. */
    REQUIRE_ACCEPTANCE,
    /** They may only put themselves on the waiting list. */
    WAITLIST_ONLY,
    /** They are asked to call. */
    BLOCK;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static OnlineRule of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    OnlineRule orStricter(OnlineRule other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
