package app.clientele.shared;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record changed since the caller read it (412 for the API, 409 with both values on pages). */
public final class Stale extends RuntimeException {
    private final transient List<Clash> clashes;
    private final int version;

    /** A field somebody else changed meanwhile: who, when, and what stands there now. */
    public record Clash(
            String field, @Nullable String theirs, @Nullable String by, @Nullable Instant at) {}

    public Stale(int version, List<Clash> clashes) {
        super("The record is at version " + version, null, false, false);
        this.version = version;
        this.clashes = List.copyOf(clashes);
    }

    /** The version it has now. */
    public int version() {
        return version;
    }

    public List<Clash> clashes() {
        return clashes;
    }
}
