package app.clientele.crashes;

import static org.awaitility.Awaitility.await;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Clientele;
import app.clientele.PageClient;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application with its own embedded database, in one folder and at one port for all its lives.
 */
final class RunningServer implements AutoCloseable {
    private static final String CLASSES = "target/classes";
    private static final String LIBRARIES =
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(path -> path.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
    private static final Pattern KEY = Pattern.compile("ck_[\\w-]{20,}");

    private final Path home;
    private final int port = free();
    private @Nullable Process process;

    RunningServer(Path home) {
        this.home = home;
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * How long a start took.
     *
     * @param processor what the application used of the processors meanwhile: on a machine shared
     *     with others it tells more than the clock
     */
    record Start(Duration clock, Duration processor) {
        /** Whether it took at most so many times the work of another start on the same machine. */
        boolean within(double times, Start other) {
            return processor.toNanos() <= times * other.processor.toNanos();
        }

        @Override
        public String toString() {
            return "%.1f s (processor %.1f s)"
                    .formatted(clock.toMillis() / 1e3, processor.toMillis() / 1e3);
        }
    }

    /**
     * Starts and ends once as {@code bin/run} does after a build, so that later starts are as fast
     * as those of its users. Returns a key to everything in a new business.
     */
    ApiClient train() throws IOException, InterruptedException {
        pack();
        start("-XX:AOTCacheOutput=" + cache());
        ApiClient api = newBusiness();
        process().destroy();
        if (!process().waitFor(3, TimeUnit.MINUTES) || !Files.exists(cache())) {
            throw new AssertionError("The fast start could not be prepared, see " + log());
        }
        return api;
    }

    /** The cache is for archives only. */
    private void pack() {
        String[] how = {
            "--create", "--no-compress", "--file", jar().toString(), "-C", CLASSES, "."
        };
        if (ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, how) != 0) {
            throw new AssertionError("The application could not be packed");
        }
    }

    private Path jar() {
        return home.resolveSibling("server.jar");
    }

    private Path cache() {
        return home.resolveSibling("server.aot");
    }

    private Process process() {
        return Objects.requireNonNull(process);
    }

    /** Returns once pages are served. */
    Start start() throws IOException {
        return start("-XX:AOTCache=" + cache());
    }

    private Start start(String cache) throws IOException {
        long from = System.nanoTime();
        process =
                new ProcessBuilder(command(cache))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
        await().atMost(Duration.ofMinutes(3)) // much of what happens is written down in training
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(this::isUp);
        return new Start(
                Duration.ofNanos(System.nanoTime() - from),
                process.info().totalCpuDuration().orElse(Duration.ofDays(1)));
    }

    private List<String> command(String cache) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                cache,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar() + File.pathSeparator + LIBRARIES,
                Clientele.class.getName(),
                "--clientele.home=" + home,
                "--clientele.database.url=", // not the one that tests share
                "--server.port=" + port,
                "--db-scheduler.heartbeat-interval=1s", // so that work cut off is soon gone on with
                "--db-scheduler.missed-heartbeats-limit=4");
    }

    private boolean isUp() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError("The server did not start, see " + log());
        }
        return new PageClient(url(), "").get("/sign-in").status() < 400;
    }

    Path log() {
        return home.resolveSibling("server.log");
    }

    /** The application, its database and whatever else it started, all at once. */
    void kill() throws InterruptedException {
        if (process == null) {
            return;
        }
        var tree = new ArrayList<>(process.descendants().toList());
        tree.addFirst(process.toHandle());
        tree.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** Sets up a business, and returns a key to everything in it. */
    private ApiClient newBusiness() {
        var stranger = new PageClient(url(), "");
        must(
                stranger.post(
                        "/setup",
                        "businessName",
                        "Crash",
                        "kind",
                        "spa",
                        "country",
                        "SE",
                        "currency",
                        "SEK",
                        "zone",
                        "Europe/Stockholm",
                        "language",
                        "en",
                        "ownerName",
                        "Mia Okafor",
                        "email",
                        "mia@example.com",
                        "password",
                        "correct horse battery"));
        Answer entered =
                must(
                        stranger.post(
                                "/sign-in",
                                "email",
                                "mia@example.com",
                                "password",
                                "correct horse battery"));
        String session =
                entered.response().headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("clientele="))
                        .map(cookie -> cookie.substring("clientele=".length()).split(";", 2)[0])
                        .findFirst()
                        .orElseThrow();
        Answer made =
                must(
                        new PageClient(url(), session)
                                .post(
                                        "/settings/keys/new",
                                        "name",
                                        "Load",
                                        "scopes[]",
                                        "profile.view",
                                        "scopes[]",
                                        "profile.edit",
                                        "scopes[]",
                                        "note.edit",
                                        "scopes[]",
                                        "customer.import"));
        var key = KEY.matcher(made.body());
        if (!key.find()) {
            throw new AssertionError("No key in " + made);
        }
        return new ApiClient(url(), key.group());
    }

    private static Answer must(Answer answer) {
        if (answer.status() >= 400) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    /** The first column of what the running database answers, past every wall. */
    List<String> query(String statement) {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + told("port") + "/clientele",
                                "clientele_admin",
                                told("clientele_admin.password"));
                var sql = connection.createStatement();
                var rows = sql.executeQuery(statement)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String told(String file) {
        try {
            return Files.readString(home.resolve("postgres").resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
