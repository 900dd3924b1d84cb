package app.clientele.database.embedded;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The server of an application that ended before it could stop its own. */
final class Predecessor {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private Predecessor() {}

    /** The home's lock is held, so nobody needs that server any more. */
    static void stop(HomeFolder home) throws IOException {
        var left = PidFile.in(home.data());
        if (left.isEmpty()) {
            return;
        }
        if (left.get().server().isPresent()) {
            Launcher.signal("INT", left.get().pid());
            awaitEnd(left.get());
        }
        var still = PidFile.in(home.data());
        if (still.isPresent()) {
            still.get().markStale();
        }
    }

    private static void awaitEnd(PidFile left) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!left.gone()) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseRefused(
                        "An earlier PostgreSQL of this folder, process %s, does not stop: end it and start again."
                                .formatted(left.pid()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
