package app.clientele.access;

import app.clientele.site.PagePolicy;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two ways in: keys for the API, sessions for pages. Which of a service's methods a caller may use
 * is decided at the service, see {@link PermissionCheck}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SecurityConfiguration {
    private static final int SALT = 16;
    private static final int HASH = 32;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What finding out one password costs; a hash says how it was made, so old ones stay valid. */
    @Bean
    PasswordEncoder passwordEncoder(
            @Value("${clientele.password.kibibytes:16384}") int kibibytes,
            @Value("${clientele.password.passes:2}") int passes) {
        return new Argon2PasswordEncoder(SALT, HASH, 1, kibibytes, passes);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiKeyFilter keys) throws Exception {
        return basics(http.securityMatcher("/api/v1/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(keys, AnonymousAuthenticationFilter.class)
                .build();
    }

    /**
     * The page for booking may stand in a frame on another site, where browsers keep our cookies
     * back: there a form is known by where it says it comes from. It acts for nobody signed in.
     */
    @Bean
    @Order(2)
    SecurityFilterChain booking(HttpSecurity http, SessionFilter sessions) throws Exception {
        return basics(http.securityMatcher("/book/**"))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfCookie())
                                .requireCsrfProtectionMatcher(OwnForms::needToken))
                .headers(headers -> headers.frameOptions(frame -> frame.disable()))
                .addFilterBefore(sessions, CsrfFilter.class)
                .build();
    }

    /** Programs of others that tell us something: each proves who it is by a signature. */
    @Bean
    @Order(3)
    SecurityFilterChain webhooks(HttpSecurity http) throws Exception {
        return basics(http.securityMatcher("/webhooks/stripe/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, SessionFilter sessions) throws Exception {
        return basics(http)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .addFilterBefore(sessions, CsrfFilter.class)
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("clientele-csrf");
        cookie.setCookieCustomizer(c -> c.sameSite("Lax").path("/"));
        return cookie;
    }

    private static HttpSecurity basics(HttpSecurity http) throws Exception {
        return http.securityContext(
                        c -> c.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        c -> c.policyDirectives(PagePolicy.CONTENT_SECURITY))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(p -> p.policy(PagePolicy.PERMISSIONS)));
    }
}
