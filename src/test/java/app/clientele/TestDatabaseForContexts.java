package app.clientele;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Points every Spring context in tests at the shared server, unless the test names another
 * database: {@code clientele.database.url=} (empty) brings an embedded one of its own.
 */
class TestDatabaseForContexts
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("clientele.database.url")) {
            return;
        }
        context.getBeanFactory().addBeanPostProcessor(new StatementCheck());
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "test database",
                                Map.of(
                                        // contexts are cached, and so are their pools
                                        "clientele.database.pool-size", "8",
                                        "clientele.home", TestDatabase.home().toString(),
                                        "clientele.database.url", TestDatabase.owner().url(),
                                        "clientele.database.user", TestDatabase.owner().user(),
                                        "clientele.database.password",
                                                TestDatabase.owner().password(),
                                        "clientele.database.app-user",
                                                TestDatabase.application().user(),
                                        "clientele.database.app-password",
                                                TestDatabase.application().password())));
    }
}
