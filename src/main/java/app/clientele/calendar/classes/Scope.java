package app.clientele.calendar.classes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What of a series is meant. */
public enum Scope {
    /** One class alone. */
    THIS,
    /** That one and all later ones of its series. */
    LATER;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static Scope of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
