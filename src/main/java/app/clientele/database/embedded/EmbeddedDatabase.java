package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL server of our own, beside the application and for it alone. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String DISK_FULL = "53100";
    private static final int ATTEMPTS = 50;
    // Redoing what a crash left is bounded by max_wal_size, but disks can be slow.
    private static final long RECOVERY_SECONDS = 600;

    private final HomeFolder home;
    private final Postmaster postmaster;
    private final DatabaseLogin owner;
    private final DatabaseLogin application;

    private EmbeddedDatabase(HomeFolder home, Postmaster postmaster, int port) throws IOException {
        this.home = home;
        this.postmaster = postmaster;
        this.owner = login(home, port, Roles.DATABASE, Roles.OWNER);
        this.application = login(home, port, Roles.DATABASE, Roles.APPLICATION);
    }

    /** Starts the server whose data is kept in this folder, making it at first; or refuses. */
    public static EmbeddedDatabase start(Path folder) {
        try {
            HomeFolder home = HomeFolder.open(folder);
            try {
                return start(home);
            } catch (Throwable e) {
                home.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        } catch (SQLException e) {
            throw unwilling(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseRefused("The start of PostgreSQL was interrupted: start again.", e);
        }
    }

    /** The role that makes and changes tables. */
    public DatabaseLogin owner() {
        return owner;
    }

    /** The role the application works as. */
    public DatabaseLogin application() {
        return application;
    }

    /** Stops the server, waiting up to a minute, and lets the folder go. */
    @Override
    public void close() {
        postmaster.stop();
        home.close();
    }

    private static EmbeddedDatabase start(HomeFolder home)
            throws IOException, SQLException, InterruptedException {
        var cluster = new Cluster(home, Binaries.in(home), Launcher.on(home.ownedByRoot()));
        cluster.prepare();
        Predecessor.stop(home);
        var database = serve(cluster, Port.of(home));
        try {
            database.settle(cluster);
            return database;
        } catch (Throwable e) {
            database.postmaster.stop();
            throw e;
        }
    }

    private static EmbeddedDatabase serve(Cluster cluster, int wanted)
            throws IOException, InterruptedException {
        HomeFolder home = cluster.home();
        int port = wanted;
        for (int attempt = 1; ; attempt++) {
            var log = ServerLog.of(home.log());
            var postmaster = Postmaster.launch(cluster, port);
            if (postmaster.awaitReady(RECOVERY_SECONDS)) {
                return new EmbeddedDatabase(home, postmaster, port);
            }
            postmaster.stop();
            if (attempt == ATTEMPTS) {
                throw log.refusal("PostgreSQL did not start");
            } else if (log.says("could not bind")) {
                port = Port.another(home);
            } else if (log.says("pre-existing shared memory block")) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100)); // its last helpers go
            } else {
                throw log.refusal("PostgreSQL did not start");
            }
        }
    }

    private void settle(Cluster cluster) throws SQLException, IOException {
        int port = Integer.parseInt(home.read("port").orElseThrow());
        try (var admin = login(home, port, "postgres", Roles.ADMIN).connect()) {
            OwnServer.prove(admin, cluster);
            Roles.create(admin, home);
        }
        try (var connection = owner.connect()) {
            ApplicationRole.check(connection, application.user());
            ApplicationRole.grant(connection, application.user());
        }
        postmaster.keep();
    }

    private static DatabaseLogin login(HomeFolder home, int port, String database, String role)
            throws IOException {
        return new DatabaseLogin(
                // requireAuth: a stranger on our port cannot pass for our server
                "jdbc:postgresql://127.0.0.1:%s/%s?requireAuth=scram-sha-256&sslmode=disable&gssEncMode=disable"
                        .formatted(port, database),
                role,
                home.password(role));
    }

    private static DatabaseRefused fullDisk(Path folder, Exception e) {
        return new DatabaseRefused(
                "The disk under %s is full: free some space and start again."
                        .formatted(folder.toAbsolutePath()),
                e);
    }

    private static DatabaseRefused unwilling(Path folder, SQLException e) {
        if (DISK_FULL.equals(e.getSQLState())) {
            return fullDisk(folder, e);
        }
        return new DatabaseRefused(
                "PostgreSQL in %s started but refuses its work (%s): see postgres/server.log in it, or restore a backup."
                        .formatted(folder, DatabaseRefused.oneLine(e)),
                e);
    }

    private static DatabaseRefused unusable(Path folder, IOException e) {
        String what = String.valueOf(e.getMessage());
        if (what.contains("No space left on device")) {
            return fullDisk(folder, e);
        }
        return new DatabaseRefused(
                "The folder %s cannot be used (%s, %s): let this user read and write it, or choose another clientele.home."
                        .formatted(folder.toAbsolutePath(), e.getClass().getSimpleName(), what),
                e);
    }
}
