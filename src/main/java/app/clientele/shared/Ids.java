package app.clientele.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes identifiers: UUIDs of version 7, so that new rows land side by side in an index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Milliseconds and, in the last 12 bits, a count within them: what is made later is never less.
     */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /**
     * A new identifier (RFC 9562: 48 bits of milliseconds, a count of 12 bits, the rest random).
     */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((tick >>> 12) << 16) | 0x7000 | (tick & 0x0fff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
