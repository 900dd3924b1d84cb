package app.clientele.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers: UUIDs of version 7, so that new rows land side by side in an index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier (RFC 9562: 48 bits of milliseconds, the rest random). */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (random & 0x0fff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
