package app.clientele.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process and the thread that minds it.
 *
 * <p>The kernel ends the server together with the thread that started it, so that thread stays for
 * as long as the server is wanted, and starts it again should it die alone.
 */
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    private static final long LONG = TimeUnit.SECONDS.toNanos(10);

    private final ProcessBuilder command;
    private final Path data;
    private final Thread minder;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Process process;
    private volatile boolean proven;

    private Postmaster(ProcessBuilder command, Path data) {
        this.command = command;
        this.data = data;
        this.minder = Thread.ofPlatform().name("postgres").daemon().unstarted(this::mind);
    }

    static Postmaster launch(Cluster cluster, int port) {
        Path data = cluster.home().data();
        var command =
                cluster.launcher()
                        .command(
                                cluster.home().log(),
                                List.of(
                                        cluster.binaries().program("postgres").toString(),
                                        "-D",
                                        data.toString(),
                                        "-p",
                                        Integer.toString(port),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "unix_socket_directories="));
        var postmaster = new Postmaster(command, data);
        postmaster.minder.start();
        return postmaster;
    }

    /** Whether it serves now; false when it ended instead. */
    boolean awaitReady(long seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Process started = first.join();
        while (System.nanoTime() < deadline) {
            var note = PidFile.in(data);
            if (note.isPresent() && note.get().pid() == started.pid() && note.get().ready()) {
                return true;
            }
            if (started.waitFor(10, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    /** From now on it is started again when it dies. */
    void keep() {
        proven = true;
    }

    /** Fast shutdown: what is under way is rolled back, what was acknowledged is on disk. */
    void stop() {
        closing.countDown();
        try {
            interrupt("INT");
            if (!minder.join(Duration.ofSeconds(60))) {
                log.warn("PostgreSQL did not stop within a minute and is stopped at once");
                interrupt("QUIT");
                minder.join(Duration.ofSeconds(10));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interrupt(String signal) throws IOException {
        var running = process;
        if (running != null && running.isAlive()) {
            Launcher.signal(signal, running.pid());
        }
    }

    private void mind() {
        try {
            int code = run();
            for (int quick = 0; proven && !closes(Math.min(200L << quick, 5_000)); ) {
                log.error("PostgreSQL ended by itself with {}, starting it again", code);
                long began = System.nanoTime();
                code = run();
                quick = System.nanoTime() - began > LONG ? 0 : Math.min(quick + 1, 5);
            }
        } catch (IOException e) {
            if (!first.completeExceptionally(e)) {
                log.error("PostgreSQL cannot be started again", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run() throws IOException, InterruptedException {
        Process running = command.start();
        process = running;
        first.complete(running);
        if (closing.getCount() == 0) {
            interrupt("INT"); // stop() came just before and saw no process
        }
        return running.waitFor();
    }

    private boolean closes(long pause) throws InterruptedException {
        return closing.await(pause, TimeUnit.MILLISECONDS);
    }
}
