package app.clientele.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClienteleTest
class DatabaseConnectionsTests {
    @Autowired JdbcClient sql;
    @Autowired HikariDataSource pool;
    @Autowired Flyway flyway;

    @Test
    void theApplicationWorksAsItsOwnRoleAndMigrationsAsTheOwner() {
        assertThat(sql.sql("select current_user").query(String.class).single())
                .isEqualTo("clientele_app");
        assertThat(
                        TestDatabase.ownerClient()
                                .sql("select current_user")
                                .query(String.class)
                                .single())
                .isEqualTo("clientele_owner");
        assertThat(pool.getMaximumPoolSize()).isEqualTo(8);
        assertThat(flyway.getConfiguration().getPlaceholders())
                .containsEntry("app_role", "clientele_app");
    }

    @Test
    void plainTestsShareTheServer() {
        assertThat(
                        TestDatabase.client()
                                .sql("select current_setting('port')")
                                .query(String.class)
                                .single())
                .isEqualTo(sql.sql("select current_setting('port')").query(String.class).single());
    }
}
