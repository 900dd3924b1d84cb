package app.clientele.demo;

import app.clientele.business.Businesses;
import app.clientele.shared.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets what the demo made in a moment have come about over two years, each with its author.
 *
 * <p>The application may not write the past, so the owner of the tables does.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoPast {
    private final Businesses businesses;
    private final JdbcTemplate owner;
    private final TransactionTemplate transaction;

    DemoPast(Businesses businesses, Flyway flyway) {
        var tables = flyway.getConfiguration().getDataSource();
        this.businesses = businesses;
        this.owner = new JdbcTemplate(tables);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(tables));
    }

    void spread() {
        write("demo/past.sql", Caller.current().business());
    }

    /** Runs a script that writes the past of a business. */
    void write(String script, UUID business) {
        String zone = businesses.current().zone().getId();
        transaction.executeWithoutResult(t -> {
            set("demo.business", business.toString());
            set("demo.zone", zone);
            owner.execute(read(script));
        });
    }

    private void set(String name, String value) {
        owner.queryForObject("select set_config(?, ?, true)", String.class, name, value);
    }

    private static String read(String script) {
        try {
            return new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
