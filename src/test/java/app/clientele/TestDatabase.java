package app.clientele;

import app.clientele.database.embedded.DatabaseLogin;
import app.clientele.database.embedded.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * One real server for all tests of this JVM, started when first asked for.
 *
 * <p>Spring contexts use it by themselves (see {@link TestDatabaseForContexts}); plain tests ask
 * for {@link #client()}. All share one migrated database: a test works in a business of its own.
 */
public final class TestDatabase {
    private TestDatabase() {}

    /** As the application sees it: row-level security holds. */
    public static JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    /** A pool of the application's role, to the migrated database. */
    public static DataSource dataSource() {
        return Application.POOL;
    }

    /** As the owner of the tables, who is above row-level security unless it is forced. */
    public static JdbcClient ownerClient() {
        return JdbcClient.create(Owner.POOL);
    }

    /** As the superuser, whom only tests and the launcher know. */
    public static DatabaseLogin admin() {
        return new DatabaseLogin(owner().url(), "clientele_admin", Server.adminPassword());
    }

    /** The application's folder in tests, deleted at the end. */
    static Path home() {
        return Server.FOLDER;
    }

    static DatabaseLogin owner() {
        return Server.RUNNING.owner();
    }

    static DatabaseLogin application() {
        return Server.RUNNING.application();
    }

    private static final class Application {
        static final DataSource POOL = pool(migrated().application(), 20);
    }

    private static final class Owner {
        static final DataSource POOL = pool(migrated().owner(), 4);
    }

    private static EmbeddedDatabase migrated() {
        Flyway.configure()
                .dataSource(owner().url(), owner().user(), owner().password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", application().user()))
                .outOfOrder(true)
                .load()
                .migrate();
        return Server.RUNNING;
    }

    private static DataSource pool(DatabaseLogin login, int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static final class Server {
        private static final Path FOLDER =
                Path.of("target", "test-home-" + ProcessHandle.current().pid());

        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            try {
                TestHome.copyTo(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var server = EmbeddedDatabase.start(FOLDER);
            // Runs once every Spring context of this JVM is closed.
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return server;
        }

        static String adminPassword() {
            try {
                return Files.readString(FOLDER.resolve("postgres/clientele_admin.password"))
                        .strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedDatabase server) {
            server.close();
            try {
                FileSystemUtils.deleteRecursively(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
