package app.clientele.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the given user of an outside database may do there. */
record OutsideOwner(Connection connection) {

    boolean may(String condition) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select " + condition)) {
            return row.next() && row.getBoolean(1);
        }
    }

    String database() throws SQLException {
        return connection.getCatalog();
    }

    boolean knows(String role) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    void createRole(String role, String password) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole password %s"
                            .formatted(
                                    sql.enquoteIdentifier(role, true),
                                    sql.enquoteLiteral(password)));
        }
    }
}
