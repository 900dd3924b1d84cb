package app.clientele.database;

import app.clientele.database.embedded.DatabaseLogin;
import app.clientele.database.embedded.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/** The two ways into the database, and the server behind them where it is ours to stop. */
record DatabaseLogins(
        DatabaseLogin owner, DatabaseLogin application, @Nullable EmbeddedDatabase server)
        implements AutoCloseable {

    static DatabaseLogins of(EmbeddedDatabase server) {
        return new DatabaseLogins(server.owner(), server.application(), server);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
