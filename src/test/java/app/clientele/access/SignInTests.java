package app.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in, staying in and going out (B1, B2, B5, B7, B11, B12). */
@ClienteleTest
class SignInTests {
    private static final int TIMINGS = 9;

    /** The address all tests come from has a limit of its own. */
    @BeforeEach
    void forgetEarlierTries() throws Exception {
        var buckets = SignInThrottle.class.getDeclaredField("buckets");
        buckets.setAccessible(true);
        ((com.github.benmanes.caffeine.cache.Cache<?, ?>)
                        buckets.get(Cast.bean(SignInThrottle.class)))
                .invalidateAll();
    }

    private static Answer signIn(PageClient browser, String email, String password, String next) {
        return browser.post("/sign-in", "email", email, "password", password, "next", next);
    }

    private static Answer signIn(String email, String password) {
        return signIn(PageClient.stranger(), email, password, "");
    }

    private static String cookie(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("clientele="))
                .findFirst()
                .orElse("");
    }

    @Test
    void theCookieIsForThisSiteAndNoScript() {
        Answer in = signIn(Cast.mia().email(), Cast.PASSWORD);
        assertThat(in.status()).isEqualTo(303);
        assertThat(cookie(in)).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=");
        assertThat(cookie(in)).doesNotContain("Domain");
        assertThat(cookie(in).substring("clientele=".length()).split(";", 2)[0])
                .hasSizeGreaterThan(40);
    }

    /** A session somebody planted in the browser beforehand is not the one that is signed in. */
    @Test
    void theSessionIsANewOneAndTheOldOneEnds() {
        String planted = Cast.otto().session();
        Answer in =
                signIn(new PageClient(Cast.url(), planted), Cast.mia().email(), Cast.PASSWORD, "");
        assertThat(cookie(in)).isNotEmpty().doesNotContain(planted);
        assertThat(new PageClient(Cast.url(), planted).get("/account").status()).isEqualTo(303);
        var invented = new PageClient(Cast.url(), "invented-by-somebody");
        assertThat(cookie(signIn(invented, Cast.mia().email(), Cast.PASSWORD, "")))
                .doesNotContain("invented");
    }

    @Test
    void whoSignedOutIsOutEvenWithTheOldCookie() {
        PageClient mia = Cast.mia().pages();
        Answer out = mia.post("/sign-out");
        assertThat(out.header("Clear-Site-Data")).contains("cache", "storage");
        assertThat(cookie(out)).contains("Max-Age=0");
        assertThat(mia.get("/customers").location()).startsWith("/sign-in");
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        PageClient here = Cast.otto().pages();
        PageClient elsewhere = Cast.otto().pages();
        Answer changed =
                here.post(
                        "/account/password",
                        "current",
                        Cast.PASSWORD,
                        "password",
                        "another long sentence");
        assertThat(changed.location()).isEqualTo("/account");
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.get("/account").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                " //evil.example",
                "/%0d%0aSet-Cookie:x=1\r\nX: y",
                "http:/evil.example",
                "@evil.example"
            })
    void itLeadsNowhereElse(String next) {
        Answer in = signIn(PageClient.stranger(), Cast.mia().email(), Cast.PASSWORD, next);
        assertThat(URI.create(in.location()).getHost()).isNull();
        assertThat(in.location()).startsWith("/").doesNotStartWith("//").doesNotContain("\\");
        assertThat(in.header("X")).isEmpty();
    }

    @Test
    void guessingIsSlowedForTheGuesserAlone() {
        String email = Cast.mia().email();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String typed = i % 2 == 0 ? email : " " + email.toUpperCase(java.util.Locale.ROOT);
            answers.add(signIn(typed, "guess " + i).status());
        }
        assertThat(answers).startsWith(422).endsWith(429);
        Answer slow = signIn(email, Cast.PASSWORD);
        assertThat(slow.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slow.header("Retry-After"))).isBetween(1, 60);
        assertThat(Cast.mia().pages().get("/account").status()).isEqualTo(200);
    }

    @Test
    void tryingManyAccountsIsSlowedToo() {
        var throttle = Cast.bean(SignInThrottle.class);
        for (int i = 0; i < 40; i++) {
            throttle.tryOnce("nobody" + i + "@example.com", "192.0.2.1");
        }
        assertThat(throttle.tryOnce("somebody@example.com", "192.0.2.1")).isPresent();
        assertThat(throttle.tryOnce("somebody@example.com", "192.0.2.2")).isEmpty();
    }

    @Test
    void nothingTellsWhetherAnAddressIsKnown() {
        String known = Cast.mia().email();
        String unknown = "nobody@example.com";
        Answer one = signIn(known, "wrong");
        Answer other = signIn(unknown, "wrong");
        assertThat(other.status()).isEqualTo(one.status());
        assertThat(plain(other, unknown)).isEqualTo(plain(one, known));

        long[] ofKnown = new long[TIMINGS];
        long[] ofUnknown = new long[TIMINGS];
        var accounts = Cast.bean(Accounts.class);
        for (int i = 0; i < TIMINGS; i++) {
            ofKnown[i] = nanos(() -> accounts.authenticate(known, "wrong"));
            ofUnknown[i] = nanos(() -> accounts.authenticate(unknown, "wrong"));
        }
        Arrays.sort(ofKnown);
        Arrays.sort(ofUnknown);
        // the quickest of each: machines are shared
        assertThat((double) ofUnknown[0] / ofKnown[0]).isBetween(0.6, 1.7);
    }

    private static String plain(Answer answer, String email) {
        return answer.body().replace(email, "").replaceAll("(value|content)=\"[^\"]*\"", "");
    }

    private static long nanos(Runnable deed) {
        long from = System.nanoTime();
        deed.run();
        return System.nanoTime() - from;
    }

    /** Whatever a request claims about where it was sent to, links and places stay our own. */
    @Test
    void aForgedHostIsNotBelieved() throws Exception {
        String answer =
                raw(
                        """
                        GET /customers HTTP/1.1
                        Host: evil.example
                        X-Forwarded-Host: evil.example
                        X-Forwarded-Proto: https
                        X-Forwarded-For: 10.0.0.1
                        Connection: close

                        """);
        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /sign-in");
        assertThat(answer).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.yml",
                "/assets/..%2fapplication.yml",
                "/assets/%2e%2e/application.yml",
                "/assets/%2e%2e%2fapplication.yml",
                "/assets/..%5capplication.yml",
                "/assets/..;/application.yml",
                "/assets//../../etc/passwd",
                "/assets/%252e%252e/application.yml",
                "/assets/\\..\\application.yml",
                "/assets/..%c0%afapplication.yml",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/.git/config",
                "/h2-console",
                "/WEB-INF/web.xml",
                "/customers/..;/settings/team",
                "/CUSTOMERS",
                "/customers;x=y",
                "/%63ustomers",
                "//customers"
            })
    void nothingIsReachedAroundTheDoor(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (303|400|404)").doesNotContain("spring:");
        if (answer.startsWith("HTTP/1.1 303")) {
            assertThat(answer).contains("Location: /sign-in");
        }
    }

    @Test
    void traceIsNotAnswered() throws Exception {
        assertThat(raw("TRACE / HTTP/1.1\nHost: x\nConnection: close\n\n"))
                .doesNotStartWith("HTTP/1.1 200");
    }

    private static String raw(String request) throws IOException {
        var url = URI.create(Cast.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Only digests of them: whoever reads the table can be nobody. */
    @Test
    void secretsAreNotInTheDatabase() {
        String session = Cast.mia().session();
        String key = Cast.api(app.clientele.shared.Permission.NOTE_VIEW).key();
        for (String table : List.of("session", "api_key", "sign_in_link", "account")) {
            assertThat(
                            TestDatabase.ownerClient()
                                    .sql(
                                            "select coalesce(string_agg(t::text, ' '), '') from "
                                                    + table
                                                    + " t")
                                    .query(String.class)
                                    .single())
                    .doesNotContain(session, key, Cast.PASSWORD);
        }
    }

    /** What a person saw is not left in the browser, and no frame or other site shows it. */
    @Test
    void everyPageSaysHowItMayBeKeptAndShown() {
        for (String path : List.of("/customers", "/settings/team", "/account", "/sign-in")) {
            Answer page = Cast.mia().pages().get(path.equals("/sign-in") ? "/account" : path);
            assertThat(page.header("Cache-Control")).as(path).contains("no-store");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        }
    }
}
