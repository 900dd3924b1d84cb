package app.clientele.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as it runs. */
class EmbeddedDatabaseTests {
    static Path folder;
    static Path home;
    static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws IOException {
        folder = TestHome.folder();
        home = folder.resolve("home");
        database = EmbeddedDatabase.start(home);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        TestHome.delete(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "synchronous_commit,on",
        "full_page_writes,on",
        "data_checksums,on",
        "password_encryption,scram-sha-256",
        "listen_addresses,127.0.0.1",
        "unix_socket_directories,''",
        "jit,off",
        "server_encoding,UTF8",
        "max_connections,80",
    })
    void itRunsWith(String setting, String value) throws SQLException, IOException {
        assertThat(Servers.query(Servers.admin(database, home), "show " + setting))
                .isEqualTo(value);
    }

    @Test
    void textSortsAndFoldsTheSameOnEveryMachine() throws SQLException {
        assertThat(
                        asOwner(
                                "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'clientele'"))
                .isEqualTo("b C.UTF-8");
        assertThat(asOwner("select lower('ÅSA ÇELİK')")).startsWith("åsa ç");
    }

    @Test
    void onlyItsUserMayReadTheFolder() throws IOException {
        Path postgres = home.resolve("postgres");
        assertThat(mode(home)).isEqualTo("rwx------");
        assertThat(mode(postgres)).isEqualTo("rwx------");
        assertThat(mode(postgres.resolve("data"))).isEqualTo("rwx------");
        assertThat(mode(postgres.resolve("bin-18.6.0"))).isEqualTo("rwx------");
        for (String role : Roles.ALL) {
            assertThat(mode(postgres.resolve(role + ".password"))).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientele_admin", "clientele_owner", "clientele_app"})
    void nobodyComesInWithoutThePassword(String role) {
        assertThatThrownBy(
                        () -> DriverManager.getConnection(database.owner().url(), role, "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void passwordsAreNotInTheServersLog() throws IOException {
        assertThat(Files.readString(home.resolve("postgres/server.log")))
                .doesNotContain(database.owner().password())
                .doesNotContain(database.application().password());
    }

    @Test
    void neitherOwnerNorApplicationIsAboveRowLevelSecurity() throws SQLException {
        assertThat(
                        asOwner(
                                """
                                select string_agg(rolname, ',' order by rolname) from pg_roles
                                where rolname like 'clientele%' and rolcanlogin and not rolsuper and not rolbypassrls
                                  and not rolcreatedb and not rolcreaterole and not rolreplication
                                """))
                .isEqualTo("clientele_app,clientele_owner");
        assertThat(asOwner("select pg_has_role('clientele_app', 'clientele_owner', 'member')"))
                .isEqualTo("f");
    }

    @Test
    void theApplicationReadsAndWritesRowsAndNothingElse() throws SQLException {
        asOwner("create table thing (id int generated always as identity, name text)");
        asOwner("create function twice(n int) returns int language sql return n * 2");

        asApplication("insert into thing (name) values ('one')");
        asApplication("update thing set name = 'uno'");
        assertThat(asApplication("select name || twice(id) from thing")).isEqualTo("uno2");
        asApplication("delete from thing");

        assertDenied("truncate thing");
        assertDenied("create table mine (id int)");
        assertDenied("create schema mine");
        assertDenied(
                "create trigger t before insert on thing execute function suppress_redundant_updates_trigger()");
        assertDenied("create extension hstore");
        assertDenied("set role clientele_owner");
        assertThatThrownBy(() -> asApplication("alter table thing add column extra text"))
                .hasMessageContaining("must be owner");
    }

    @Test
    void theOwnerMakesTheExtensionsMigrationsNeed() throws SQLException {
        asOwner("create extension btree_gist");
        asOwner("create extension pg_trgm");
        asOwner("create extension unaccent");
        assertThat(asApplication("select similarity(unaccent('Zoë'), 'Zoe')::text")).isEqualTo("1");
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefused() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageMatching(
                        "Another Clientele is already running in .*: stop it first, or .*clientele.home\\.");
    }

    @Test
    void stoppingLeavesNothingRunningAndStartingFindsEverything() throws IOException, SQLException {
        Path other = TestHome.folder();
        TestHome.copyTo(other);
        long server;
        try (var first = EmbeddedDatabase.start(other)) {
            Servers.query(first.owner(), "create table kept as select 7 as seven");
            server = Servers.pid(other);
        }
        assertThat(Servers.runs(server)).isFalse();
        assertThat(other.resolve("postgres/data/postmaster.pid")).doesNotExist();
        try (var second = EmbeddedDatabase.start(other)) {
            assertThat(Servers.query(second.owner(), "select seven from kept")).isEqualTo("7");
        }
        TestHome.delete(other);
    }

    private static void assertDenied(String statement) {
        assertThatThrownBy(() -> asApplication(statement))
                .hasMessageContaining("permission denied");
    }

    private static String asOwner(String statement) throws SQLException {
        return Servers.query(database.owner(), statement);
    }

    private static String asApplication(String statement) throws SQLException {
        return Servers.query(database.application(), statement);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
