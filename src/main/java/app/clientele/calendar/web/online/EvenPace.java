package app.clientele.calendar.web.online;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers take the same time whoever asks: making a record takes longer than finding one, and that
 * must tell nobody who is a customer.
 */
final class EvenPace {
    static final Duration LEAST = Duration.ofMillis(300);

    private EvenPace() {}

    static <T> T keep(Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            rest(LEAST.minusNanos(System.nanoTime() - begun));
        }
    }

    private static void rest(Duration left) {
        try {
            Thread.sleep(left.isNegative() ? Duration.ZERO : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
