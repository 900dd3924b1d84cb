package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looking at servers from outside. */
final class Servers {
    private Servers() {}

    /** The first value of the first row, empty where there is none. */
    static String query(DatabaseLogin login, String statement) throws SQLException {
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

    static DatabaseLogin admin(EmbeddedDatabase database, Path home) throws IOException {
        return new DatabaseLogin(
                database.owner().url(),
                Roles.ADMIN,
                Files.readString(home.resolve("postgres/clientele_admin.password")).strip());
    }

    static long pid(Path home) throws IOException {
        return PidFile.in(home.toRealPath().resolve("postgres/data")).orElseThrow().pid();
    }

    /** A dead process that nobody reaped does not run. */
    static boolean runs(long pid) {
        return !new PidFile(Path.of("unused"), pid, "").gone();
    }
}
