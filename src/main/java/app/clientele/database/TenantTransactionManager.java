package app.clientele.database;

import app.clientele.shared.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * Begins each transaction by telling the database whose rows it may see and who acts.
 *
 * <p>{@code set local}, not {@code set_config}: it ends with the transaction, so nothing leaks
 * through the pool, and Citus hands it on to its workers.
 */
class TenantTransactionManager extends JdbcTransactionManager {
    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (Caller.isBound()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings(definition, Caller.current()));
            }
        }
    }

    private static String settings(TransactionDefinition definition, Caller caller) {
        String business = "set local app.business_id = '" + caller.business() + "'";
        if (definition.isReadOnly()) {
            return business + plans(definition); // who acts matters to the change log alone
        }
        return business
                + "; set local app.actor = '"
                + text(caller.actor())
                + "'; set local app.source = '"
                + caller.door().wireName()
                + "'; set local app.cause = '"
                + text(caller.cause())
                + "'";
    }

    private static String plans(TransactionDefinition definition) {
        return definition instanceof TransactionAttribute named
                        && named.getLabels().contains(Plans.KEPT)
                ? "; set local plan_cache_mode = force_generic_plan"
                : "";
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /** The connection of the running transaction, for COPY. */
    static Connection connection(DataSource dataSource) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        if (!DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
            DataSourceUtils.releaseConnection(connection, dataSource);
            throw new CannotCreateTransactionException("COPY needs a transaction");
        }
        return connection;
    }
}
