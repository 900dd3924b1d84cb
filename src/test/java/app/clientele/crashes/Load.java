package app.clientele.crashes;

import app.clientele.Answer;
import app.clientele.ApiClient;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Programs that write customers and notes and keep a journal, outside the server, of what it has
 * acknowledged. What was not is sent again with the same key until it is.
 */
final class Load implements AutoCloseable {
    private static final int PROGRAMS = 4;

    private final ApiClient api;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger again = new AtomicInteger();
    private final ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean enough;

    Load(ApiClient api) {
        this.api = api;
        for (int i = 0; i < PROGRAMS; i++) {
            String name = "p" + i;
            running.add(programs.submit(() -> work(name)));
        }
    }

    private boolean work(String name) throws InterruptedException {
        for (int i = 0; !enough; i++) {
            String customer = name + "-" + i;
            Answer made =
                    write("/customers", customer, Map.of("firstName", "C", "externalId", customer));
            String path = "/customers/" + made.json().get("id").asString() + "/notes";
            write(path, customer + "-note", Map.of("body", customer + "-note"));
        }
        return true;
    }

    private Answer write(String path, String what, Map<String, ?> body)
            throws InterruptedException {
        while (true) {
            try {
                Answer answer = api.post(path, body, "Idempotency-Key", what);
                if (answer.status() == 201) {
                    acknowledged.add(what);
                    return answer;
                }
                if (answer.status() < 500) {
                    throw new AssertionError(answer.toString());
                }
            } catch (UncheckedIOException e) {
                // killed: nobody knows whether it was done
            }
            again.incrementAndGet();
            Thread.sleep(200); // as a polite program would
        }
    }

    int count() {
        return acknowledged.size();
    }

    int sentAgain() {
        return again.get();
    }

    /** Everything that was acknowledged, once all that was begun is. */
    List<String> end() throws Exception {
        enough = true;
        for (Future<?> program : running) {
            program.get();
        }
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        enough = true;
        programs.shutdownNow();
    }
}
