package app.clientele.database.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a database is and who signs in there. */
public record DatabaseLogin(String url, String user, String password) {

    /** A connection of its own, outside every pool. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("ApplicationName", "clientele-start");
        return DriverManager.getConnection(url, properties);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
