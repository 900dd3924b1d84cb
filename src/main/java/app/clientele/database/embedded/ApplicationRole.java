package app.clientele.database.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role the application works as: it owns nothing, so that row-level security holds for it, and
 * may read and write rows, nothing else.
 */
public final class ApplicationRole {
    // Several nodes start at once and would change the same catalogue rows.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7226534016)";

    private static final String ATTRIBUTES =
            """
            select rolsuper or rolbypassrls as exempt,
                   pg_has_role(r.oid, current_user::regrole, 'member')
                       or exists (select from pg_class c
                                  where c.relnamespace = current_schema()::regnamespace
                                    and pg_has_role(r.oid, c.relowner, 'member')) as owns
            from pg_roles r where rolname = ?
            """;

    private ApplicationRole() {}

    /** Gives the role its rights on everything the owner has yet to make in the current schema. */
    public static void grant(Connection owner, String role) throws SQLException {
        owner.setAutoCommit(false);
        try (Statement sql = owner.createStatement()) {
            sql.execute(ONE_AT_A_TIME);
            String schema = sql.enquoteIdentifier(currentSchema(sql), true);
            String name = sql.enquoteIdentifier(role, true);
            sql.execute("grant usage on schema %s to %s".formatted(schema, name));
            sql.execute(
                    """
                    alter default privileges in schema %1$s
                        grant select, insert, update, delete on tables to %2$s;
                    alter default privileges in schema %1$s
                        grant usage, select on sequences to %2$s;
                    alter default privileges in schema %1$s
                        grant execute on functions to %2$s;
                    """
                            .formatted(schema, name));
        }
        owner.commit();
        owner.setAutoCommit(true);
    }

    /** Refuses a role that row-level security would not hold for. */
    public static void check(Connection owner, String role) throws SQLException {
        try (var query = owner.prepareStatement(ATTRIBUTES)) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                check(role, row);
            }
        }
    }

    private static void check(String role, ResultSet row) throws SQLException {
        if (row.getBoolean("exempt")) {
            throw new DatabaseRefused(
                    "The application's database role %s is exempt from row-level security: run `alter role %1$s nosuperuser nobypassrls` as an administrator."
                            .formatted(role));
        }
        if (row.getBoolean("owns")) {
            throw new DatabaseRefused(
                    "The application's database role %s owns tables, or is a member of the role that does: name a role that owns nothing in clientele.database.app-user."
                            .formatted(role));
        }
    }

    private static String currentSchema(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("select current_schema()")) {
            row.next();
            String schema = row.getString(1);
            if (schema == null) {
                throw new DatabaseRefused(
                        "The database has no schema to work in: create the schema public, or name one as currentSchema in clientele.database.url.");
            }
            return schema;
        }
    }
}
