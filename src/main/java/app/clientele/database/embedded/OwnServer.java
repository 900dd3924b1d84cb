package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Proof that the server which answers is ours, and that it keeps what it acknowledges. */
final class OwnServer {
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private OwnServer() {}

    static void prove(Connection admin, Cluster cluster) throws SQLException, IOException {
        try (Statement sql = admin.createStatement()) {
            refuseForeign(sql, cluster);
            refuseForgetful(sql, cluster.home());
        }
    }

    private static void refuseForeign(Statement sql, Cluster cluster)
            throws SQLException, IOException {
        String identifier = one(sql, "select system_identifier from pg_control_system()");
        String folder = one(sql, "show data_directory");
        boolean ours =
                identifier.equals(Long.toUnsignedString(cluster.systemIdentifier()))
                        && Path.of(folder).equals(cluster.home().data());
        if (!ours) {
            throw new DatabaseRefused(
                    "Another PostgreSQL, serving %s, answers on the port of %s: stop it and start again."
                            .formatted(folder, cluster.home().path()));
        }
    }

    private static void refuseForgetful(Statement sql, HomeFolder home) throws SQLException {
        for (String setting : DURABLE) {
            if (!one(sql, "show " + setting).equals("on")) {
                throw new DatabaseRefused(
                        "PostgreSQL's setting %s is not on, so saved work could be lost: remove it from local.conf and data/postgresql.auto.conf in %s."
                                .formatted(setting, home.postgres()));
            }
        }
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
