package app.clientele.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code clientele.database}: an outside PostgreSQL, if any, and the connection
 * pool.
 *
 * @param user owns the tables and changes them at start
 * @param appUser the role the application works as
 * @param socketTimeout how long one answer of the database may take
 */
@ConfigurationProperties("clientele.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("clientele_app") String appUser,
        @Nullable String appPassword,
        @DefaultValue("20") int poolSize,
        @DefaultValue("60s") Duration socketTimeout) {

    boolean outside() {
        return !url.isBlank();
    }

    @Override
    public String toString() {
        return "database " + url;
    }
}
