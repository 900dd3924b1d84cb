package app.clientele.database;

import app.clientele.database.embedded.DatabaseLogin;
import app.clientele.database.embedded.DatabaseRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The application's role on an outside server: given by settings, or made by the owner. */
final class OutsideApplicationRole {
    private static final String CAN_CREATE =
            "(select rolcreaterole from pg_roles where rolname = current_user)";

    private OutsideApplicationRole() {}

    static DatabaseLogin of(OutsideOwner owner, DatabaseSettings settings) throws SQLException {
        String given = settings.appPassword();
        String password = given == null ? derived(settings.password()) : given;
        var login = new DatabaseLogin(settings.url(), settings.appUser(), password);
        if (!owner.knows(login.user())) {
            create(owner, login);
        }
        refuseLockedOut(login);
        return login;
    }

    private static void create(OutsideOwner owner, DatabaseLogin login) throws SQLException {
        if (!owner.may(CAN_CREATE)) {
            throw new DatabaseRefused(
                    "The application needs a database role of its own: run `create role %s login password '…'` as an administrator and set clientele.database.app-password to that password."
                            .formatted(login.user()));
        }
        try {
            owner.createRole(login.user(), login.password());
        } catch (SQLException e) {
            if (!owner.knows(login.user())) { // else another node was faster
                throw e;
            }
        }
    }

    private static void refuseLockedOut(DatabaseLogin login) {
        try (Connection connection = login.connect()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The application's database role %s cannot sign in (%s): run `alter role %1$s login password '…'` as an administrator and set clientele.database.app-password to that password."
                            .formatted(login.user(), DatabaseRefused.oneLine(e)),
                    e);
        }
    }

    /** Every node that knows the owner's password comes to the same one. */
    private static String derived(String ownerPassword) {
        if (ownerPassword.isEmpty()) {
            throw new DatabaseRefused(
                    "The application's role needs a password and clientele.database.password is empty: set clientele.database.app-password.");
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(ownerPassword), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(bytes("clientele_app")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
