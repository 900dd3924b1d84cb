package app.clientele.database;

import app.clientele.database.embedded.ApplicationRole;
import app.clientele.database.embedded.DatabaseLogin;
import app.clientele.database.embedded.DatabaseRefused;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that somebody else runs: checked at every start, and refused when it is unfit. */
final class OutsideDatabase {
    private static final Logger log = LoggerFactory.getLogger(OutsideDatabase.class);
    private static final int OLDEST = 15;

    private OutsideDatabase() {}

    static DatabaseLogins open(DatabaseSettings settings) {
        refuseIncomplete(settings);
        var owner = new DatabaseLogin(settings.url(), settings.user(), settings.password());
        try (Connection connection = owner.connect()) {
            refuseOld(connection.getMetaData().getDatabaseMajorVersion());
            refuseUnfit(new OutsideOwner(connection), owner);
            var application = OutsideApplicationRole.of(new OutsideOwner(connection), settings);
            ApplicationRole.check(connection, application.user());
            ApplicationRole.grant(connection, application.user());
            return new DatabaseLogins(owner, application, null);
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The database at clientele.database.url cannot be used as %s (%s): check url, user and password."
                            .formatted(owner.user(), DatabaseRefused.oneLine(e)),
                    e);
        }
    }

    static void refuseOld(int version) {
        if (version < OLDEST) {
            throw new DatabaseRefused(
                    "The database server is PostgreSQL %s and Clientele needs %s or newer: upgrade it."
                            .formatted(version, OLDEST));
        }
    }

    private static void refuseIncomplete(DatabaseSettings settings) {
        if (!settings.url().startsWith("jdbc:postgresql:")) {
            throw new DatabaseRefused(
                    "The setting clientele.database.url must look like jdbc:postgresql://host:5432/database.");
        }
        if (settings.user().isBlank() || settings.user().equals(settings.appUser())) {
            throw new DatabaseRefused(
                    "The setting clientele.database.user must name the database's owner, and another role than clientele.database.app-user.");
        }
    }

    private static void refuseUnfit(OutsideOwner role, DatabaseLogin owner) throws SQLException {
        if (role.may(
                "(select rolsuper or rolbypassrls from pg_roles where rolname = current_user)")) {
            throw new DatabaseRefused(
                    "The database user %s is a superuser or exempt from row-level security: give Clientele a user of its own that owns nothing but its database."
                            .formatted(owner.user()));
        }
        if (!role.may("has_database_privilege(current_database(), 'create')")
                || !role.may("coalesce(has_schema_privilege(current_schema(), 'create'), false)")) {
            throw new DatabaseRefused(
                    "The database user %s may not make tables: run `alter database %s owner to %1$s` as an administrator."
                            .formatted(owner.user(), role.database()));
        }
        if (role.may(
                "current_setting('fsync') = 'off' or current_setting('synchronous_commit') = 'off'")) {
            log.warn(
                    "The database server has fsync or synchronous_commit off: saved work can be lost");
        }
        if (role.may(
                "(select datctype in ('C', 'POSIX') from pg_database where datname = current_database())")) {
            log.warn(
                    "The database's LC_CTYPE is C: parts of names in other than Latin letters are found slowly. Make it with LC_CTYPE C.UTF-8");
        }
    }
}
