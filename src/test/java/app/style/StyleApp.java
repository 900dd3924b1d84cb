package app.style;

import app.clientele.site.AccountItem;
import app.clientele.site.NavItem;
import app.clientele.site.PagePolicy;
import app.clientele.site.PaletteAction;
import app.clientele.site.PaletteEntry;
import app.clientele.site.PaletteSource;
import app.clientele.site.SettingsItem;
import app.clientele.site.Viewer;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** The page frame alone, with a page of every building block: no database, no modules above. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {"app.clientele.site", "app.style"},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.Idempoten.*"))
@EnableAutoConfiguration
class StyleApp {
    private static final String LEFT_OUT =
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                    + "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration";

    private static @Nullable String url;

    /** Where it runs, on a free port of this machine, for all tests. */
    static synchronized String url() {
        if (url == null) {
            url = start(0);
        }
        return url;
    }

    private static String start(int port) {
        var context =
                new SpringApplicationBuilder(StyleApp.class)
                        .web(WebApplicationType.SERVLET)
                        .properties(
                                "server.port=" + port,
                                "server.address=127.0.0.1",
                                "clientele.strict-texts=true",
                                "spring.config.name=none",
                                "spring.autoconfigure.exclude=" + LEFT_OUT)
                        .run();
        return "http://127.0.0.1:"
                + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** For looking at it by hand: takes a port. */
    public static void main(String[] args) {
        System.out.println(start(Integer.parseInt(args[0])));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(h ->
                        h.contentSecurityPolicy(
                                c -> c.policyDirectives(PagePolicy.CONTENT_SECURITY)))
                .build();
    }

    @Bean
    OncePerRequestFilter signIn() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws java.io.IOException, jakarta.servlet.ServletException {
                if (request.getParameter("out") == null) {
                    request.setAttribute(Viewer.ATTRIBUTE, viewer(request));
                }
                chain.doFilter(request, response);
            }
        };
    }

    static Viewer viewer(HttpServletRequest request) {
        var language = Optional.ofNullable(request.getParameter("lang")).orElse("en-GB");
        return new Viewer(
                UUID.fromString("018f7f4e-0000-7000-8000-000000000001"),
                "Ines Duarte",
                "ines@lumen.example",
                UUID.fromString("018f7f4e-0000-7000-8000-000000000002"),
                "Lumen Day Spa",
                "lumen",
                Set.of("profile.view"),
                Locale.forLanguageTag(language),
                ZoneId.of("Europe/Stockholm"),
                Optional.ofNullable(request.getParameter("theme")).orElse("system"),
                Optional.ofNullable(request.getParameter("density")).orElse("cosy"),
                request.getParameter("shortcuts") == null,
                null);
    }

    @Bean
    @Primary
    MessageSource longTexts(MessageSource messageSource) {
        return new PseudoTexts(messageSource);
    }

    @Bean
    NavItem today() {
        return new NavItem(
                "today", "style.today", "/style?today", "layout-grid", 10, null, true, "g t");
    }

    @Bean
    NavItem calendar() {
        return new NavItem(
                "calendar", "style.calendar", "/style?calendar", "calendar", 20, null, true);
    }

    @Bean
    NavItem customers() {
        return new NavItem(
                "customers", "style.customers", "/style/list", "users", 30, null, true, "g c");
    }

    @Bean
    NavItem inbox() {
        return new NavItem(
                "inbox", "style.inbox", "/style?inbox", "message", 40, null, true, "g i");
    }

    @Bean
    NavItem reports() {
        return new NavItem(
                "reports", "style.reports", "/style?reports", "chart-bar", 60, null, false);
    }

    @Bean
    NavItem secret() {
        return new NavItem(
                "secret", "style.secret", "/style?secret", "lock", 5, "secret.view", true);
    }

    @Bean
    SettingsItem business() {
        return new SettingsItem(
                "business", "style.business", "/style/settings", "building-store", 10, null);
    }

    @Bean
    SettingsItem tags() {
        return new SettingsItem("tags", "style.tags", "/style/settings?tags", "tag", 20, null);
    }

    @Bean
    PaletteAction newCustomer() {
        return new PaletteAction("style.new", "/style?new", "user-plus", "c", null);
    }

    @Bean
    AccountItem signOut() {
        return new AccountItem("style.signOut", "/style/out", "logout", 90, true);
    }

    @Bean
    PaletteSource people() {
        var names = List.of("Maya Okonkwo-Lindqvist", "Tom Reyes", "Aiko Kimura", "Noor Okonkwo");
        return (viewer, query, limit) ->
                names.stream()
                        .filter(name ->
                                name.toLowerCase(Locale.ROOT)
                                        .contains(query.toLowerCase(Locale.ROOT)))
                        .map(name ->
                                new PaletteEntry(
                                        name,
                                        "+46 70 123 45 67",
                                        "/style?" + name.charAt(0),
                                        "user",
                                        "style.customers"))
                        .toList();
    }

    /** Templates of the style pages stand in the test sources; what they call, in the main ones. */
    @Bean
    static TemplateEngine styleEngine() {
        var test = new DirectoryCodeResolver(Path.of("src/test/jte"));
        var main = new DirectoryCodeResolver(Path.of("src/main/jte"));
        CodeResolver both =
                new CodeResolver() {
                    @Override
                    public String resolve(String name) {
                        return test.exists(name) ? test.resolve(name) : main.resolve(name);
                    }

                    @Override
                    public boolean exists(String name) {
                        return test.exists(name) || main.exists(name);
                    }

                    @Override
                    public long getLastModified(String name) {
                        return test.exists(name)
                                ? test.getLastModified(name)
                                : main.getLastModified(name);
                    }
                };
        var engine =
                TemplateEngine.create(
                        both,
                        Path.of("target/jte-style-" + ProcessHandle.current().pid()),
                        ContentType.Html,
                        StyleApp.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }
}
