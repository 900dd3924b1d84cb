package app.clientele.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.clientele.TestHome;
import app.clientele.database.embedded.EmbeddedDatabase;
import app.clientele.database.embedded.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded server and the life of the process around it. */
class DatabaseStartAndStopTests {
    private static final int REFUSED = 1;
    private static final int TERMINATED = 143;

    Path home;

    @BeforeEach
    void copy() throws IOException {
        home = TestHome.folder();
        TestHome.copyTo(home);
        Files.delete(serverLogFile()); // what it tells of is how the copied one was made
    }

    @AfterEach
    void delete() throws IOException {
        TestHome.delete(home);
    }

    @Test
    void terminationStopsThePoolFirstAndTheServerLast() throws Exception {
        try (var jvm = run(List.of(), "--spring.main.keep-alive=true")) {
            assertThat(jvm.readUntil("serving")).last().asString().contains("127.0.0.1");
            jvm.process().toHandle().destroy();
            assertThat(jvm.process().waitFor()).isEqualTo(TERMINATED);
        }
        assertThat(serverLog())
                .contains("database system is shut down")
                .doesNotContain("terminating connection");
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    /** As when the start-up cache is trained: the process halts without any shutdown hook. */
    @Test
    void aProcessThatHaltsOnceStartedStopsTheServerToo() throws Exception {
        try (var jvm = run(List.of("-Dspring.context.exit=onRefresh"))) {
            jvm.readUntil("never");
            assertThat(jvm.process().waitFor()).isZero();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Files.notExists(home.resolve("postgres/data/postmaster.pid")));
        assertThat(serverLog()).contains("database system is shut down");
    }

    @Test
    void aRefusalIsOneSentenceAndAFailedExit() throws Exception {
        try (var running = EmbeddedDatabase.start(home);
                var jvm = run(List.of())) {
            String output = String.join("\n", jvm.readUntil("never"));
            assertThat(jvm.process().waitFor()).isEqualTo(REFUSED);
            assertThat(output)
                    .containsOnlyOnce(
                            "Another Clientele is already running in " + home.toRealPath())
                    .doesNotContain("\tat ");
            assertThat(running.owner().url()).isNotEmpty();
        }
    }

    @Test
    void aStartThatFailsLaterStopsTheServer() throws Exception {
        assertThatThrownBy(() -> DatabaseAlone.run(arguments("--clientele.database.pool-size=0")))
                .rootCause()
                .hasMessageContaining("maxPoolSize");
        assertThat(serverLog()).contains("database system is shut down");
    }

    private OtherJvm run(List<String> options, String... arguments) throws IOException {
        return OtherJvm.run(options, DatabaseAlone.class, arguments(arguments));
    }

    private String[] arguments(String... more) {
        var all = new ArrayList<>(List.of(more));
        all.add("--clientele.home=" + home);
        all.add("--clientele.database.url="); // not the one that tests share
        return all.toArray(String[]::new);
    }

    private String serverLog() throws IOException {
        return Files.readString(serverLogFile());
    }

    private Path serverLogFile() {
        return home.resolve("postgres/server.log");
    }
}
