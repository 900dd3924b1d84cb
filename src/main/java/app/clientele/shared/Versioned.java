package app.clientele.shared;

import java.util.UUID;

/** What several may change: a save names the version it was read in, or is refused. */
public interface Versioned {
    UUID id();

    int version();
}
