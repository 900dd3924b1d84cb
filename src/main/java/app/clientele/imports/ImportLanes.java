package app.clientele.imports;

import app.clientele.customers.batch.Turn;
import app.clientele.imports.ImportRun.Chunk;
import app.clientele.shared.Caller;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes the batches of rows of one import, some beside each other, committed in their order. One
 * that may be about somebody of another waits until that one is there.
 */
final class ImportLanes implements ImportRun.Sink, AutoCloseable {
    /** Writes a batch in its turn and answers whether more is wanted. */
    interface Writing {
        boolean write(Chunk chunk, Turn turn);
    }

    private record Flight(Chunk chunk, Future<Boolean> more) {}

    private final int lanes;
    private final Writing writing;
    private final ExecutorService threads;
    private final Queue<Flight> flights = new ArrayDeque<>();
    private final Caller caller = Caller.current();
    private Turn turn = Turn.first();

    ImportLanes(int lanes, Writing writing) {
        this.lanes = lanes;
        this.writing = writing;
        this.threads =
                Executors.newFixedThreadPool(
                        lanes, Thread.ofPlatform().name("import-writer-", 1).factory());
    }

    @Override
    public boolean take(Chunk chunk) {
        while (flights.size() == lanes
                || flights.stream()
                        .anyMatch(f -> !Collections.disjoint(f.chunk().marks(), chunk.marks()))) {
            if (!land()) {
                return false;
            }
        }
        Turn mine = turn;
        turn = mine.next();
        flights.add(new Flight(chunk, threads.submit(() -> fly(chunk, mine))));
        return true;
    }

    private boolean fly(Chunk chunk, Turn mine) {
        try {
            boolean more = caller.call(() -> writing.write(chunk, mine));
            mine.done();
            return more;
        } catch (Throwable e) {
            mine.failed(e);
            throw e;
        }
    }

    /** Waits for all that are still being written. */
    boolean finish() {
        boolean more = true;
        while (!flights.isEmpty()) {
            more &= land();
        }
        return more;
    }

    private boolean land() {
        try {
            return flights.remove().more().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while importing", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new CompletionException(e.getCause());
        }
    }

    /** Nobody writes any more afterwards. */
    @Override
    public void close() {
        threads.close();
    }
}
