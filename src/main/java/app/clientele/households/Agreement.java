package app.clientele.households;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether who was asked has agreed to be linked. Only an agreed link grants anything. */
public enum Agreement {
    PENDING,
    AGREED,
    DECLINED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Agreement of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
