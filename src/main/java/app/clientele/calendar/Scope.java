package app.clientele.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is meant by a word about one appointment of a visit or a series. */
public enum Scope {
    /** That one alone. */
    THIS,
    /** Everything that was booked together with it. */
    VISIT,
    /** Its visit and all later ones of its series. */
    LATER,
    /** All of its series that are still to come. */
    ALL;

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
