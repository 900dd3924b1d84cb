package app.clientele.database;

import app.clientele.database.embedded.ApplicationRole;
import app.clientele.database.embedded.DatabaseLogin;
import app.clientele.database.embedded.DatabaseRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A PostgreSQL that somebody else runs. */
final class OutsideDatabase {
    private static final int OLDEST = 15;

    private OutsideDatabase() {}

    /** Checks it, makes the application's role where that is still to be done, or refuses. */
    static DatabaseLogins open(DatabaseSettings settings) {
        var owner = new DatabaseLogin(settings.url(), settings.user(), settings.password());
        try (Connection connection = owner.connect()) {
            refuseOld(connection);
            refuseExempt(connection, owner);
            var application = application(connection, settings);
            ApplicationRole.grant(connection, application.user());
            ApplicationRole.check(application);
            return new DatabaseLogins(owner, application, null);
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The database %s does not let %s in or do its work (%s): check clientele.database.url, user and password."
                            .formatted(owner.url(), owner.user(), e.getMessage()),
                    e);
        }
    }

    private static void refuseOld(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new DatabaseRefused(
                    "The database server is PostgreSQL %d and Clientele needs %d or newer: upgrade it."
                            .formatted(version, OLDEST));
        }
    }

    private static void refuseExempt(Connection connection, DatabaseLogin owner)
            throws SQLException {
        if (attribute(connection, "rolsuper or rolbypassrls")) {
            throw new DatabaseRefused(
                    "The database user %s is a superuser or exempt from row-level security: give Clientele a user of its own that owns only its database."
                            .formatted(owner.user()));
        }
    }

    private static DatabaseLogin application(Connection owner, DatabaseSettings settings)
            throws SQLException {
        String given = settings.appPassword();
        String password = given == null ? derived(settings.password()) : given;
        var login = new DatabaseLogin(settings.url(), settings.appUser(), password);
        if (given == null && !exists(owner, login.user())) {
            create(owner, login);
        }
        refuseLockedOut(login);
        return login;
    }

    private static void create(Connection owner, DatabaseLogin login) throws SQLException {
        if (!attribute(owner, "rolcreaterole")) {
            throw new DatabaseRefused(
                    "The application needs a database role of its own: run `create role %s login password '<a password>'` as an administrator and give the password as clientele.database.app-password."
                            .formatted(login.user()));
        }
        try (Statement sql = owner.createStatement()) {
            sql.execute(
                    "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole password %s"
                            .formatted(
                                    sql.enquoteIdentifier(login.user(), true),
                                    sql.enquoteLiteral(login.password())));
        } catch (SQLException e) {
            if (!exists(owner, login.user())) { // else another node was faster
                throw e;
            }
        }
    }

    private static void refuseLockedOut(DatabaseLogin login) {
        try (Connection connection = login.connect()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The application's database role %s cannot sign in (%s): run `alter role %1$s login password '<a password>'` and give the password as clientele.database.app-password."
                            .formatted(login.user(), e.getMessage()),
                    e);
        }
    }

    /** Every node that knows the owner's password comes to the same one. */
    private static String derived(String ownerPassword) {
        if (ownerPassword.isEmpty()) {
            throw new DatabaseRefused(
                    "The database user has no password to derive the application role's from: create that role and set clientele.database.app-user and clientele.database.app-password.");
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = mac.doFinal("clientele_app".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean attribute(Connection connection, String expression) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                "select %s from pg_roles where rolname = current_user"
                                        .formatted(expression))) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
