package app.clientele.database.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Starts a server, then writes one row after the other and prints each that was acknowledged. */
final class WritesUntilKilled {
    private WritesUntilKilled() {}

    public static void main(String[] arguments) throws SQLException {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]));
        try (Connection connection = database.owner().connect();
                Statement sql = connection.createStatement()) {
            sql.execute("create table written (number int primary key)");
            for (int number = 1; number <= 1_000_000; number++) {
                sql.execute("insert into written values (" + number + ")");
                System.out.println(number);
            }
        }
    }
}
