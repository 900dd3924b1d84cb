package app.clientele;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The clock of the application in tests: the real one, unless a test says what time it is. */
public final class TestClock extends Clock {
    private static volatile @Nullable Instant at;

    private final ZoneId zone;

    private TestClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Makes it this time for the whole application while something runs. */
    public static void at(Instant moment) {
        at = moment;
    }

    /** Makes it what time it is. */
    public static void real() {
        at = null;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other);
    }

    @Override
    public Instant instant() {
        Instant set = at;
        return set == null ? Clock.systemUTC().instant() : set;
    }

    /** Stands before the application's own. */
    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        @Primary
        Clock testClock() {
            return new TestClock(ZoneOffset.UTC);
        }
    }
}
