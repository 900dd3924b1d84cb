package app.clientele.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import app.clientele.TestHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a start meets that is not as it should be: dead predecessors, strangers, changed folders.
 */
class EmbeddedDatabaseFaultsTests {
    Path folder;
    Path home;
    Path postgres;

    @BeforeEach
    void copy() throws IOException {
        folder = TestHome.folder();
        home = folder.resolve("home");
        postgres = home.resolve("postgres");
        TestHome.copyTo(home);
    }

    @AfterEach
    void delete() throws IOException {
        TestHome.delete(folder);
    }

    // --- what died ---

    @Test
    void whenOnlyTheApplicationIsKilledItsServerStopsAndNothingAcknowledgedIsLost()
            throws Exception {
        try (var jvm = OtherJvm.run(WritesUntilKilled.class, home.toString())) {
            jvm.readUntil("50");
            long orphan = Servers.pid(home);
            jvm.kill();
            int acknowledged = lastNumber(jvm);
            try (var database = EmbeddedDatabase.start(home)) {
                assertThat(Servers.runs(orphan)).isFalse();
                assertThat(written(database)).isBetween(acknowledged, acknowledged + 1);
            }
        }
    }

    @Test
    void whenTheWholeTreeIsKilledNothingAcknowledgedIsLost() throws Exception {
        try (var jvm = OtherJvm.run(WritesUntilKilled.class, home.toString())) {
            jvm.readUntil("50");
            var server = ProcessHandle.of(Servers.pid(home)).orElseThrow();
            List<ProcessHandle> all = server.descendants().toList();
            jvm.process().toHandle().destroyForcibly();
            server.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            int acknowledged = lastNumber(jvm);
            try (var database = EmbeddedDatabase.start(home)) {
                assertThat(written(database)).isBetween(acknowledged, acknowledged + 1);
            }
        }
    }

    @Test
    void whenOnlyTheServerIsKilledItIsStartedAgain() throws Exception {
        try (var database = EmbeddedDatabase.start(home)) {
            Servers.query(database.owner(), "create table kept as select 1 as one");
            long first = Servers.pid(home);
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> answers(database, "select one from kept"));
            assertThat(Servers.pid(home)).isNotEqualTo(first);
        }
    }

    @Test
    void anOrphanOfThisFolderIsStopped() throws Exception {
        try (var holder = HomeFolder.open(home)) {
            var cluster =
                    new Cluster(holder, Binaries.in(holder), Launcher.on(holder.ownedByRoot()));
            cluster.prepare();
            assertThat(Postmaster.launch(cluster, Port.of(holder)).awaitReady(30)).isTrue();
        }
        long orphan = Servers.pid(home);
        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(Servers.runs(orphan)).isFalse();
            assertThat(answers(database, "select 1")).isTrue();
        }
    }

    @Test
    void aStrangerThatGotTheNumberOfTheDeadServerIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    postgres.resolve("data/postmaster.pid"),
                    stranger.pid()
                            + "\n"
                            + postgres.resolve("data")
                            + "\n1\n15599\n\n\n0 0\nready\n");
            try (var database = EmbeddedDatabase.start(home)) {
                assertThat(answers(database, "select 1")).isTrue();
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    // --- who else is there ---

    @Test
    void aTakenPortIsLeftToWhoeverHasIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            keepPort(home, taken.getLocalPort());
            try (var database = EmbeddedDatabase.start(home)) {
                assertThat(database.owner().url()).doesNotContain(":" + taken.getLocalPort() + "/");
                assertThat(answers(database, "select 1")).isTrue();
            }
        }
    }

    @Test
    void anotherServerOnOurPortIsNeverTakenForOurs() throws Exception {
        Path other = folder.resolve("other");
        TestHome.copyTo(other);
        try (var foreign = EmbeddedDatabase.start(other)) {
            keepPort(
                    home,
                    Integer.parseInt(Files.readString(other.resolve("postgres/port")).strip()));
            try (var ours = EmbeddedDatabase.start(home)) {
                Servers.query(ours.owner(), "create table ours (id int)");
                assertThat(answers(foreign, "select from ours")).isFalse();
            }
        }
    }

    @Test
    void aServerOfAnotherFolderIsRefused() throws Exception {
        Path other = folder.resolve("other");
        TestHome.copyTo(other);
        try (var foreign = EmbeddedDatabase.start(other);
                var holder = HomeFolder.open(home)) {
            var cluster = new Cluster(holder, Binaries.in(holder), new Launcher(List.of()));
            var admin =
                    new DatabaseLogin(
                            foreign.owner().url(), Roles.ADMIN, holder.password(Roles.ADMIN));
            try (var connection = admin.connect()) {
                assertThatThrownBy(() -> OwnServer.prove(connection, cluster))
                        .isInstanceOf(DatabaseRefused.class)
                        .hasMessageStartingWith("Another PostgreSQL, serving ");
            }
        }
    }

    // --- what changed ---

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void aServerThatMayForgetIsRefused(String setting) throws IOException {
        Files.writeString(
                postgres.resolve("data/postgresql.auto.conf"),
                setting + " = off\n",
                StandardOpenOption.APPEND);
        assertRefused("PostgreSQL's setting " + setting + " is not on, .*: remove it from .*");
        assertThat(postgres.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aMovedFolderIsRefusedUntilTheMoveIsConfirmed() throws IOException {
        EmbeddedDatabase.start(home).close();
        Path moved = folder.resolve("moved");
        Files.move(home, moved);
        home = moved;
        assertRefused("The data in .*/moved was written at .*/home, .* delete the file .*/path .*");
        Files.delete(moved.resolve("postgres/path"));
        EmbeddedDatabase.start(moved).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"19", "17"})
    void dataOfAnotherVersionIsRefused(String version) throws IOException {
        Files.writeString(postgres.resolve("data/PG_VERSION"), version + "\n");
        assertRefused(
                "The data in .* is of PostgreSQL "
                        + version
                        + " and this Clientele brings PostgreSQL 18: .*");
    }

    @Test
    void aFolderWithoutDataIsRefused() throws IOException {
        Files.delete(postgres.resolve("data/PG_VERSION"));
        assertRefused("The folder .* holds no PostgreSQL data: .*");
    }

    @Test
    void aLostPasswordIsRefused() throws IOException {
        Files.delete(postgres.resolve("clientele_owner.password"));
        assertRefused("The file .*clientele_owner.password, .* is missing: .*");
    }

    @Test
    void somebodyElsesDataIsRefused() throws IOException {
        assumeThat((Integer) Files.getAttribute(home, "unix:uid")).isZero(); // only root gives away
        Files.setAttribute(postgres.resolve("data"), "unix:uid", 12345);
        assertRefused("The folder .* belongs to the user 12345: .*");
    }

    @Test
    void aHomeThatIsNoFolderIsRefused() throws IOException {
        home = Files.writeString(folder.resolve("file"), "").resolve("home");
        assertRefused("The folder .* cannot be used .*: let this user read and write it, .*");
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() throws IOException {
        Files.writeString(postgres.resolve("local.conf"), "max_connections = many\n");
        assertRefused("PostgreSQL did not start \\(.*\\): all it wrote is in .*server.log\\.");
    }

    @Test
    void aDamagedDataFolderSaysWhy() throws IOException {
        Files.delete(postgres.resolve("data/global/pg_control"));
        assertRefused("PostgreSQL did not start \\(.*pg_control.*\\): .*");
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageMatching(sentence);
    }

    private static void keepPort(Path home, int port) throws IOException {
        Files.writeString(home.resolve("postgres/port"), port + "\n");
    }

    private static int lastNumber(OtherJvm jvm) throws IOException {
        List<String> rest = jvm.readUntil("never");
        return Integer.parseInt(
                rest.reversed().stream()
                        .filter(line -> line.matches("\\d+"))
                        .findFirst()
                        .orElse("50"));
    }

    private static int written(EmbeddedDatabase database) throws SQLException {
        return Integer.parseInt(Servers.query(database.owner(), "select count(*) from written"));
    }

    private static boolean answers(EmbeddedDatabase database, String query) {
        try {
            Servers.query(database.owner(), query);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
