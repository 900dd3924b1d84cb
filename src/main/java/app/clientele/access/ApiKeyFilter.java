package app.clientele.access;

import app.clientele.shared.Caller;
import app.clientele.site.Unavailable;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets API requests in by their key, binds the caller behind it, and holds each key to its rate.
 */
@Component
class ApiKeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final int perSecond;
    private final Cache<UUID, Bucket> rates =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofMinutes(5))
                    .build();

    ApiKeyFilter(ApiKeys keys, @Value("${clientele.api.requests-per-second:5000}") int perSecond) {
        this.keys = keys;
        this.perSecond = perSecond;
    }

    /** Keeps Spring Boot from adding the filter to every chain besides the one that names it. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        FilterRegistrationBean<ApiKeyFilter> apiKeyFilterOnlyWhereNamed(ApiKeyFilter filter) {
            FilterRegistrationBean<ApiKeyFilter> registration =
                    new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1/openapi");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller;
        try {
            caller = bearer(request).flatMap(keys::find);
        } catch (DataAccessResourceFailureException away) {
            Unavailable.tell(response);
            problem(response, 503, "Service Unavailable", "Try again in a moment");
            return;
        }
        if (caller.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(
                    response,
                    401,
                    "Unauthorized",
                    "A valid API key is needed: Authorization: Bearer <key>");
            return;
        }
        ConsumptionProbe rate = rate(caller.get()).tryConsumeAndReturnRemaining(1);
        if (!rate.isConsumed()) {
            long seconds =
                    Math.max(1, Duration.ofNanos(rate.getNanosToWaitForRefill()).toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            problem(
                    response,
                    429,
                    "Too Many Requests",
                    "This key is over its rate; try again later");
            return;
        }
        Callers.bind(caller.get(), request, response, chain);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(h -> h.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(h -> h.substring(BEARER.length()).strip())
                .filter(key -> !key.isEmpty() && key.length() <= 500);
    }

    private Bucket rate(Caller caller) {
        UUID key = caller.actor() == null ? caller.business() : caller.actor();
        return rates.get(
                key,
                k ->
                        Bucket.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(perSecond)
                                                .refillGreedy(perSecond, Duration.ofSeconds(1))
                                                .build())
                                .build());
    }

    private static void problem(
            HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(
                        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%s,\"detail\":\"%s\"}"
                                .formatted(title, status, detail));
    }
}
