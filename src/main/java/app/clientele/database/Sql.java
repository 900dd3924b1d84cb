package app.clientele.database;

import app.clientele.shared.Caller;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Runs SQL for the caller: their {@code :business} is bound in every statement, and {@code
 * :caller}, who they are.
 */
@Component
public class Sql {
    private final JdbcClient jdbc;

    Sql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement about tenant tables; it must name {@code business_id = :business}. */
    public StatementSpec of(String statement) {
        Caller caller = Caller.current();
        return jdbc.sql(statement)
                .param("business", caller.business())
                .param("caller", caller.actor(), Types.OTHER);
    }

    /**
     * A statement about the few tables that span businesses, or through a function made for that.
     */
    public StatementSpec acrossBusinesses(String statement) {
        return jdbc.sql(statement);
    }
}
