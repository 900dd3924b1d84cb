package app.clientele.calendar.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** Who books: a colleague for the customer, or they by themselves. */
public enum Way {
    DESK,
    ONLINE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static Way of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
