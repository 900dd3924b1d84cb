package app.clientele.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Whole addresses for what leaves the house. {@code clientele.url} says where people reach us;
 * unset, it is the address of the request under way, or this machine.
 */
@Component
public class PublicAddress {
    private final String url;
    private final Environment environment;

    PublicAddress(@Value("${clientele.url:}") String url, Environment environment) {
        this.url = url.strip().replaceFirst("/+$", "");
        this.environment = environment;
    }

    /** The whole address of one of our pages. */
    public String of(String path) {
        return base() + path;
    }

    private String base() {
        if (!url.isEmpty()) {
            return url;
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? "http://127.0.0.1:" + port()
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    private String port() {
        return environment.getProperty(
                "local.server.port", environment.getProperty("server.port", "8080"));
    }
}
