package app.clientele.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.access.ApiKeys;
import app.clientele.imports.Imports;
import app.clientele.journeys.Browser;
import app.clientele.journeys.Window;
import app.clientele.shared.Permission;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever is typed into any field is shown and never run (X3, B8, B9): every field holds each of
 * these, and every page that shows one is opened in a browser that reports scripts, dialogs and
 * whatever the content policy had to stop.
 */
@ClienteleTest
class StoredTextTests {
    /** Several in each, as short as the shortest field; {@code x1} is nowhere defined. */
    private static final List<String> PAYLOADS =
            List.of(
                    "</title><script>x1()</script><img src=q onerror=x1()>",
                    "\"><svg onload=x1()></textarea><iframe src=javascript:x1()>",
                    "' autofocus onfocus=x1() {{x1()}} ${x1()} @x1()<!-- ]]>",
                    "javascript:x1()//<b hx-on::load='x1()' data-hx-get=/x>\u202E");

    @RegisterExtension final Browser browser = new Browser();

    @Test
    void isShownAndNeverRun() {
        var pages = new LinkedHashSet<String>();
        for (String payload : PAYLOADS) {
            var world = World.of(Cast.mia(), Cast.mia());
            fill(world, payload);
            pages.addAll(pages(world));
            pages.addAll(asked(payload));
        }
        Window desk = browser.desktop(Cast.url());
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        PageClient mia = Cast.mia().pages();
        var shown = new ArrayList<String>();
        for (String path : pages) {
            Answer answer = mia.get(path);
            if (answer.header("Content-Type").startsWith("text/html") && answer.status() == 200) {
                assertStrict(path, answer);
                if (answer.body().contains("x1")) {
                    desk.open(path);
                    // a part of a page opened by itself names no icon, so the browser looks for one
                    desk.forgive("favicon.ico");
                    assertThat(desk.problems()).as(path).isEmpty();
                    shown.add(path);
                }
            }
        }
        assertThat(shown).hasSizeGreaterThan(80);
    }

    private static void assertStrict(String path, Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .as(path)
                .contains("default-src 'none'", "script-src 'self';", "object-src 'none'")
                .contains("base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("*")
                .doesNotContain("http");
    }

    /** Of every route that shows something, the page about this world. */
    private static Set<String> pages(World world) {
        var pages = new LinkedHashSet<String>();
        for (Route route : Route.all()) {
            if (route.isRead() && !route.isApi()) {
                String query = Bodies.QUERIES.getOrDefault(route.toString(), w -> "").apply(world);
                pages.add(route.path(v -> world.value(World.kind(route, v))) + query);
            }
        }
        String customer = "/customers/" + world.id("customer");
        pages.addAll(List.of(customer + "/notes", customer + "/history"));
        List.of("names", "emails", "phones", "addresses", "gender", "referral")
                .forEach(field -> pages.add(customer + "/fields/" + field + "/edit"));
        List.of("statuses", "genders", "referral-methods")
                .forEach(list -> pages.add("/settings/lists/" + list + "/" + world.id(list)));
        return pages;
    }

    /** What is asked for is shown again. */
    private static List<String> asked(String payload) {
        String text = URLEncoder.encode(payload, UTF_8);
        return List.of(
                "/customers?q=" + text,
                "/customers?tag=" + text,
                "/customers?status=" + text,
                "/palette?q=" + text,
                "/customers/pick?q=" + text,
                "/customers/new?firstName=" + text + "&emails%5B0%5D.address=" + text,
                "/sign-in?next=" + text,
                "/settings/lists/" + text);
    }

    private static void fill(World world, String text) {
        fillLists(world, text);
        var id = world.made("customer", "/customers", customer(text));
        String path = "/customers/" + id;
        world.api().patch(path, world.api().get(path).etag(), Map.of("lastName", text + "2"));
        world.made("note", path + "/notes", Map.of("body", text, "kind", "allergy"));
        world.made(
                "note", path + "/notes", Map.of("body", "*" + text + "*\n- [x](javascript:x1())"));
        world.made("address", path + "/addresses", address(text));
        fillCalendar(world, path, text);
        world.put("import", Cast.mia().call(() -> list(text)));
        String business = "/business";
        world.api().patch(business, world.api().get(business).etag(), Map.of("name", text));
    }

    private static void fillCalendar(World world, String customer, String text) {
        world.made("alert", customer + "/alerts", Map.of("text", text, "level", "red"));
        var other = world.service();
        world.made(
                "dislike",
                customer + "/disliked-services",
                Map.of("serviceId", other, "comment", text));
        world.made(
                "price",
                customer + "/prices",
                Map.of("serviceId", other, "minutes", 40, "note", text));
        var visit = world.booking();
        visit.put("note", text);
        visit.put("guestName", text);
        world.made("appointment", "/appointments", visit);
        var kind = Map.of("name", text + " 2", "description", text, "minutes", 30, "capacity", 5);
        var session = world.session(world.made("class", "/classes", kind));
        session.put("room", text);
        world.made("class-session", "/class-sessions", session);
        var wanted = world.wanted();
        wanted.put("firstName", text);
        wanted.put("lastName", text);
        assertThat(world.api().post("/online-bookings", wanted).status()).isEqualTo(201);
    }

    private static void fillLists(World world, String text) {
        for (String list :
                List.of("tags", "statuses", "genders", "referral-methods", "service-categories")) {
            world.made(list, "/" + list, Map.of("name", text));
        }
        world.made("branch", "/branches", branch(text));
        world.made(
                "service",
                "/services",
                Map.of(
                        "name",
                        text,
                        "description",
                        text,
                        "minutes",
                        30,
                        "categoryId",
                        world.id("service-categories")));
        world.made("role", "/roles", Map.of("name", text, "permissions", List.of()));
        world.made(
                "staff",
                "/staff",
                Map.of(
                        "name",
                        text,
                        "email",
                        World.any() + "@example.com",
                        "roleId",
                        world.id("role")));
        var key = new ApiKeys.KeyDetails(text, Set.of(Permission.NOTE_VIEW), null);
        Cast.mia().run(() -> Cast.bean(ApiKeys.class).create(key));
    }

    private static Map<String, Object> branch(String text) {
        return Map.of(
                "name",
                text,
                "street",
                text,
                "postcode",
                text.substring(0, 10),
                "city",
                text,
                "region",
                text,
                "country",
                "SE",
                "zone",
                "Europe/Stockholm");
    }

    private static Map<String, Object> address(String text) {
        return Map.of(
                "label",
                text,
                "street",
                text,
                "line2",
                text,
                "postcode",
                text.substring(0, 10),
                "city",
                text,
                "region",
                text);
    }

    private static Map<String, Object> customer(String text) {
        return Map.ofEntries(
                Map.entry("firstName", text),
                Map.entry("middleName", text),
                Map.entry("lastName", text),
                Map.entry("displayName", text),
                Map.entry("gender", text),
                Map.entry("pronouns", text.substring(0, Math.min(text.length(), 40))),
                Map.entry("externalId", text),
                Map.entry("tax", Map.of("company", text, "exempt", true, "reason", text)),
                Map.entry("status", text),
                Map.entry("tags", List.of(text)),
                Map.entry("referralMethod", text),
                Map.entry("referredBy", Map.of("name", text)),
                Map.entry("emails", List.of(Map.of("address", "x1'onload=`@e.example"))),
                Map.entry("phones", List.of(Map.of("number", "<img/src=q onerror=x1()>070123"))),
                Map.entry("addresses", List.of(address(text))));
    }

    private static String list(String text) {
        String cell = "\"" + text.replace("\"", "\"\"") + "\"";
        var file = "First Name,%s\n%s,%s\n%s,x,too many\n".formatted(cell, cell, cell, cell);
        return Cast.bean(Imports.class)
                .upload(
                        new ByteArrayInputStream(file.getBytes(UTF_8)),
                        text + ".csv",
                        Imports.Options.USUAL)
                .id()
                .toString();
    }
}
