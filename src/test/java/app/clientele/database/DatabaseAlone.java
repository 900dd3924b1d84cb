package app.clientele.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** An application that is nothing but its database, for tests that end whole processes. */
@Import(DatabaseConnections.class)
class DatabaseAlone {
    public static void main(String[] arguments) {
        var context = run(arguments);
        System.out.println("serving " + context.getBean(HikariDataSource.class).getJdbcUrl());
    }

    static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(DatabaseAlone.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.org.springframework.context.annotation=error")
                .run(arguments);
    }
}
