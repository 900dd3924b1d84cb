package app.clientele.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.TestDatabase;
import app.clientele.database.embedded.DatabaseLogin;
import app.clientele.database.embedded.DatabaseRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that somebody else runs, played by the tests' own. */
class OutsideDatabaseTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    String owner = "";
    String app = "";

    @BeforeEach
    void makeDatabase() throws SQLException {
        owner = "outside_" + NUMBER.incrementAndGet();
        app = owner + "_app";
        asAdmin("create role " + owner + " login password 'secret'");
        asAdmin("create database " + owner + " owner " + owner);
    }

    @Test
    void anOwnerThatMayMakesTheApplicationsRole() throws SQLException {
        asAdmin("alter role " + owner + " createrole");
        try (var logins = OutsideDatabase.open(settings(null))) {
            run(logins.owner(), "create table thing (id int)");
            run(logins.application(), "insert into thing values (1)");
            assertThat(run(logins.application(), "select id from thing")).isEqualTo("1");
            assertThatThrownBy(() -> run(logins.application(), "truncate thing"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(logins.application(), "create table mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nodesThatStartAtOnceAgree() throws Exception {
        asAdmin("alter role " + owner + " createrole");
        var together = new CountDownLatch(8);
        Callable<String> node =
                () -> {
                    together.countDown();
                    together.await();
                    return OutsideDatabase.open(settings(null)).application().password();
                };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var passwords = new ArrayList<String>();
            for (Future<String> started : nodes.invokeAll(Collections.nCopies(8, node))) {
                passwords.add(started.get());
            }
            assertThat(passwords).hasSize(8).containsOnly(passwords.getFirst());
        }
    }

    @Test
    void anOwnerThatMayNotIsToldWhatToRun() {
        assertRefused(
                settings(null),
                "The application needs a database role of its own: run `create role "
                        + app
                        + " login password '…'` as an administrator and set clientele\\.database\\.app-password to that password\\.");
    }

    @Test
    void aGivenRoleIsUsed() throws SQLException {
        asAdmin("create role " + app + " login password 'given'");
        try (var logins = OutsideDatabase.open(settings("given"))) {
            assertThat(run(logins.application(), "select current_user")).isEqualTo(app);
        }
    }

    @Test
    void aRoleThatCannotSignInIsRefused() throws SQLException {
        asAdmin("create role " + app + " login password 'given'");
        assertRefused(
                settings("other"), "The application's .* cannot sign in .*: run `alter role .*");
    }

    @Test
    void anOwnerAboveRowLevelSecurityIsRefused() throws SQLException {
        asAdmin("alter role " + owner + " bypassrls");
        assertRefused(settings("given"), "The database user .* is a superuser or exempt from .*");
        asAdmin("alter role " + owner + " nobypassrls superuser");
        assertRefused(settings("given"), "The database user .* is a superuser or exempt from .*");
    }

    @Test
    void anOwnerThatMayNotMakeTablesIsRefused() throws SQLException {
        asAdmin("alter database " + owner + " owner to clientele_owner");
        assertRefused(
                settings("given"),
                "The database user .* may not make tables: run `alter database %1$s owner to %1$s` .*"
                        .formatted(owner));
    }

    @Test
    void anApplicationRoleAboveRowLevelSecurityIsRefused() throws SQLException {
        asAdmin("create role " + app + " login bypassrls password 'given'");
        assertRefused(
                settings("given"), "The application's .* is exempt from row-level security: .*");
        asAdmin("alter role " + app + " nobypassrls superuser");
        assertRefused(
                settings("given"), "The application's .* is exempt from row-level security: .*");
    }

    @Test
    void anApplicationRoleThatOwnsIsRefused() throws SQLException {
        asAdmin("create role " + app + " login password 'given'");
        asAdmin("grant " + owner + " to " + app);
        assertRefused(settings("given"), "The application's .* owns tables, or is a member of .*");
        asAdmin("revoke " + owner + " from " + app);
        OutsideDatabase.open(settings("given")).close();
        run(login(owner, "secret"), "create table thing (id int)");
        run(
                new DatabaseLogin(url(), "clientele_admin", TestDatabase.admin().password()),
                "alter table thing owner to " + app);
        assertRefused(settings("given"), "The application's .* owns tables, or is a member of .*");
    }

    @Test
    void anOldServerIsRefused() {
        OutsideDatabase.refuseOld(15);
        assertThatThrownBy(() -> OutsideDatabase.refuseOld(14))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessage(
                        "The database server is PostgreSQL 14 and Clientele needs 15 or newer: upgrade it.");
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertRefused(
                settings("postgres://host/db", owner, "secret"),
                "The setting clientele.database.url must look like .*");
        assertRefused(
                settings(url(), "", "secret"), "The setting clientele.database.user must name .*");
        assertRefused(
                settings(url(), app, "secret"), "The setting clientele.database.user must name .*");
        assertRefused(
                settings(url(), owner, "wrong"),
                "The database at .* cannot be used as .* \\(.*password authentication failed.*\\): check .*");
        assertRefused(
                settings("jdbc:postgresql://127.0.0.1:15598/none", owner, "secret"),
                "The database at .* cannot be used as .*15598 refused.*: check .*");
    }

    private static void assertRefused(DatabaseSettings settings, String sentence) {
        assertThatThrownBy(() -> OutsideDatabase.open(settings))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageMatching(sentence);
    }

    private DatabaseSettings settings(@Nullable String appPassword) {
        return new DatabaseSettings(
                url(), owner, "secret", app, appPassword, 5, Duration.ofSeconds(60));
    }

    private DatabaseSettings settings(String url, String user, String password) {
        return new DatabaseSettings(url, user, password, app, "given", 5, Duration.ofSeconds(60));
    }

    private DatabaseLogin login(String user, String password) {
        return new DatabaseLogin(url(), user, password);
    }

    private String url() {
        return TestDatabase.admin().url().replace("/clientele?", "/" + owner + "?");
    }

    private static void asAdmin(String statement) throws SQLException {
        run(TestDatabase.admin(), statement);
    }

    private static String run(DatabaseLogin login, String statement) throws SQLException {
        try (Connection connection = login.connect();
                Statement sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return "";
            }
            try (ResultSet row = sql.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
