package app.clientele;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several do something at the same moment. */
public final class Race {
    private Race() {}

    /** What became of each: nothing when it went well, else what it threw. */
    public static List<Optional<Throwable>> between(Runnable... runners) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    Arrays.stream(runners)
                            .map(runner -> threads.submit(() -> runAt(start, runner)))
                            .toList();
            start.countDown();
            return running.stream().map(Race::outcome).toList();
        }
    }

    private static boolean runAt(CountDownLatch start, Runnable runner)
            throws InterruptedException {
        start.await();
        runner.run();
        return true;
    }

    private static Optional<Throwable> outcome(Future<Boolean> run) {
        try {
            run.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
