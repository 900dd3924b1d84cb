package app.clientele.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application as its user starts it, watched from outside. */
final class Server implements AutoCloseable {
    static final int PORT = Integer.getInteger("bench.port", 18_080);
    static final String ADDRESS = "http://127.0.0.1:" + PORT;

    /** One tick of the kernel's accounts, as everywhere on Linux. */
    private static final double MILLIS_PER_TICK = 10;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;

    /** From the command to the first answer. */
    final double startSeconds;

    Server(BenchHome home) throws IOException, InterruptedException {
        if (status("/sign-in") != 0) {
            throw new IllegalStateException("Something else answers at " + ADDRESS);
        }
        long from = System.nanoTime();
        process =
                new ProcessBuilder(
                                "bin/run",
                                "--clientele.home=" + home.path(),
                                "--server.port=" + PORT,
                                "--clientele.api.requests-per-second=1000000")
                        .redirectErrorStream(true)
                        .redirectOutput(new File("target/bench/server.log"))
                        .start();
        while (status("/sign-in") != 200) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The server did not start, see target/bench/server.log");
            }
            Thread.sleep(20);
        }
        startSeconds = (System.nanoTime() - from) / 1e9;
    }

    private static int status(String path) throws InterruptedException {
        try {
            return HTTP.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(ADDRESS + path))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    /** What server and database have used of the processors so far, in milliseconds. */
    double processorMillis() {
        long ticks = ticks(process.pid(), false);
        for (ProcessHandle database : databases().toList()) {
            ticks += ticks(database.pid(), true);
        }
        return ticks * MILLIS_PER_TICK;
    }

    private Stream<ProcessHandle> databases() {
        return process.toHandle().descendants();
    }

    /** User and system time, with that of ended children where they count. */
    private static long ticks(long pid, boolean children) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            int last = children ? 14 : 12;
            return fields.subList(11, last + 1).stream().mapToLong(Long::parseLong).sum();
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    /** What the server, without the database, holds in memory. */
    long residentMebibytes() {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }
}
