package app.clientele.database;

import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Rules the database itself keeps, since they must hold whichever way a write comes. What it
 * refuses by name is a refusal like any other: {@code RF409} one of the business's rules, {@code
 * RF404} that there is no such thing. So is what an exclusion constraint refuses: it is named for
 * the fact.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseRules {
    private static final String REFUSED = "RF409";
    private static final String GONE = "RF404";
    private static final String EXCLUDED = "23P01";

    @Bean
    SQLExceptionTranslator rulesByName(DataSource dataSource) {
        var usual = new SQLErrorCodeSQLExceptionTranslator(dataSource);
        return (task, sql, failure) -> {
            String name = name(failure);
            if (REFUSED.equals(failure.getSQLState())) {
                throw new Refused(name);
            }
            if (EXCLUDED.equals(failure.getSQLState())) {
                throw new Refused(constraint(failure));
            }
            if (GONE.equals(failure.getSQLState())) {
                throw new NotFound(name);
            }
            return usual.translate(task, sql, failure);
        };
    }

    private static String name(SQLException failure) {
        ServerErrorMessage told = told(failure);
        return told == null ? "" : String.valueOf(told.getMessage());
    }

    private static String constraint(SQLException failure) {
        ServerErrorMessage told = told(failure);
        return told == null ? "" : String.valueOf(told.getConstraint());
    }

    private static @Nullable ServerErrorMessage told(SQLException failure) {
        return failure instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
    }
}
