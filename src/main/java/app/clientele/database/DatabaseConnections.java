package app.clientele.database;

import app.clientele.database.embedded.DatabaseLogin;
import app.clientele.database.embedded.EmbeddedDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: embedded unless one is named; migrations as its owner, all else as its guest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConnections {

    /** Everything that reaches the database hangs on this bean, so the server stops last. */
    @Bean
    DatabaseLogins databaseLogins(
            DatabaseSettings settings, @Value("${clientele.home:data}") Path home) {
        return settings.outside()
                ? OutsideDatabase.open(settings)
                : DatabaseLogins.of(EmbeddedDatabase.start(home));
    }

    @Bean
    HikariDataSource dataSource(DatabaseLogins logins, DatabaseSettings settings) {
        return new HikariDataSource(pool(logins.application(), settings));
    }

    @Bean
    FlywayConnectionDetails migrationConnection(DatabaseLogins logins) {
        return new OwnerConnection(logins.owner());
    }

    /** Migrations that take a right away name the application's role as {@code ${app_role}}. */
    @Bean
    FlywayConfigurationCustomizer applicationRoleInMigrations(DatabaseLogins logins) {
        return flyway -> flyway.placeholders(Map.of("app_role", logins.application().user()));
    }

    private static HikariConfig pool(DatabaseLogin login, DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("application");
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(Math.min(4, settings.poolSize()));
        pool.setConnectionTimeout(5_000);
        pool.addDataSourceProperty("ApplicationName", "clientele");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("prepareThreshold", "3");
        pool.addDataSourceProperty("preparedStatementCacheQueries", "512");
        pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "8");
        pool.addDataSourceProperty("connectTimeout", "5");
        // the detail repeats the row, and what is thrown ends in logs
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty(
                "socketTimeout", Long.toString(settings.socketTimeout().toSeconds()));
        return pool;
    }

    private record OwnerConnection(DatabaseLogin login) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }
}
