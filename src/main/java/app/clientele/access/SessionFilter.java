package app.clientele.access;

import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.site.Unavailable;
import app.clientele.site.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows staff by their session; sends everybody else to sign in, or to set up a new installation.
 */
@Component
class SessionFilter extends OncePerRequestFilter {
    /** What is shown without a session. Everything not listed here needs one. */
    private static final List<String> PUBLIC =
            List.of(
                    "/sign-in",
                    "/sign-out",
                    "/setup",
                    "/password/",
                    "/join/",
                    "/family/",
                    "/book/",
                    "/feeds/",
                    "/cards/",
                    "/confirmed/",
                    "/sandbox/",
                    "/webhooks/",
                    "/assets/",
                    "/error",
                    "/actuator/health",
                    "/api/docs",
                    "/favicon.ico",
                    "/robots.txt");

    private final Sessions sessions;
    private final Memberships memberships;
    private volatile boolean isSetUp;

    SessionFilter(Sessions sessions, Memberships memberships) {
        this.sessions = sessions;
        this.memberships = memberships;
    }

    /** Keeps Spring Boot from adding the filter to every chain besides the one that names it. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        FilterRegistrationBean<SessionFilter> sessionFilterOnlyWhereNamed(SessionFilter filter) {
            FilterRegistrationBean<SessionFilter> registration =
                    new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/")
                || request.getRequestURI().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> staff;
        try {
            staff = SessionCookie.read(request).flatMap(sessions::find);
        } catch (DataAccessResourceFailureException away) {
            Unavailable.tell(response);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (staff.isPresent()) {
            request.setAttribute(Viewer.ATTRIBUTE, viewer(staff.get()));
            request.setAttribute(SignedIn.class.getName(), staff.get());
            Callers.bind(caller(staff.get()), request, response, chain);
        } else if (!isPublic(request.getRequestURI())) {
            sendAway(request, response);
        } else if (isUpload(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Nobody unknown may have files read and put aside, which looking for a form's token does. */
    private static boolean isUpload(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }

    private static boolean isPublic(String path) {
        return PUBLIC.stream().anyMatch(p -> p.endsWith("/") ? path.startsWith(p) : path.equals(p));
    }

    private void sendAway(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        isSetUp = isSetUp || memberships.anyBusiness();
        String target = isSetUp ? signIn(request) : "/setup";
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setHeader(HttpHeaders.LOCATION, target);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static String signIn(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
            return "/sign-in";
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "/sign-in?next="
                + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    private static Caller caller(SignedIn staff) {
        return new Caller(
                staff.businessId(), staff.staffId(), Caller.Door.PAGE, null, staff.permissions());
    }

    private static Viewer viewer(SignedIn staff) {
        return new Viewer(
                staff.staffId(),
                staff.name(),
                staff.email(),
                staff.businessId(),
                staff.businessName(),
                staff.slug(),
                staff.permissions().stream().map(Permission::wireName).collect(Collectors.toSet()),
                staff.locale(),
                staff.zone(),
                staff.theme(),
                staff.preferences().getOrDefault("density", "cosy"),
                staff.shortcuts(),
                null);
    }
}
