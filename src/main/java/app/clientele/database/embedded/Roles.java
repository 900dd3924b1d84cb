package app.clientele.database.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The embedded server's roles and its one database. */
final class Roles {
    static final String DATABASE = "clientele";
    static final String ADMIN = "clientele_admin";
    static final String OWNER = "clientele_owner";
    static final String APPLICATION = "clientele_app";

    static final List<String> ALL = List.of(ADMIN, OWNER, APPLICATION);

    private Roles() {}

    /** The database comes last: where it is, all is. */
    static void create(Connection admin, HomeFolder home) throws SQLException, IOException {
        try (Statement sql = admin.createStatement()) {
            if (exists(sql, "pg_database where datname", DATABASE)) {
                return;
            }
            role(sql, OWNER, home.password(OWNER));
            role(sql, APPLICATION, home.password(APPLICATION));
            sql.execute("create database %s owner %s".formatted(DATABASE, OWNER));
        }
    }

    private static void role(Statement sql, String name, String password) throws SQLException {
        if (!exists(sql, "pg_roles where rolname", name)) {
            sql.execute("create role " + name);
        }
        sql.execute(
                "alter role %s login nosuperuser nobypassrls nocreatedb nocreaterole password %s"
                        .formatted(name, sql.enquoteLiteral(password)));
    }

    private static boolean exists(Statement sql, String where, String name) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select from %s = '%s'".formatted(where, name))) {
            return rows.next();
        }
    }
}
