package app.clientele.passes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** How it stands with a pass, and where that may go. */
public enum PassState {
    LIVE,
    /** Opens nothing until it is found again. */
    LOST,
    /** Another one is used instead of it, for good. */
    REPLACED;

    /** Where it may go. */
    public Set<PassState> next() {
        return switch (this) {
            case LIVE -> Set.of(LOST, REPLACED);
            case LOST -> Set.of(LIVE, REPLACED);
            case REPLACED -> Set.of();
        };
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PassState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
