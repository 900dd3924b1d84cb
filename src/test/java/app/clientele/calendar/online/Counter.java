package app.clientele.calendar.online;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.PageClient;
import app.clientele.business.Businesses;
import app.clientele.business.Hours;
import app.clientele.business.OpeningHours;
import app.clientele.business.Week;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A branch that is open, with a service to book there, and strangers who come to the public page.
 */
public record Counter(ApiClient api, UUID branch, UUID service, UUID staff) {
    private static final AtomicInteger PEOPLE = new AtomicInteger(1_000_000);
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** An hour that one colleague performs, from nine to six each day. */
    public static Counter open() {
        ApiClient api = Cast.api(Permission.values());
        UUID branch =
                made(
                        api,
                        "/branches",
                        Map.of(
                                "name",
                                "Haga " + UUID.randomUUID(),
                                "country",
                                "SE",
                                "zone",
                                STOCKHOLM.getId()));
        Cast.mia()
                .run(() ->
                        Cast.bean(OpeningHours.class)
                                .change(branch, Week.of(day -> Hours.typed("9-18")), 0));
        UUID staff = colleague(api, "Ines");
        Map<String, Object> service = new HashMap<>();
        service.put("name", "Facial " + UUID.randomUUID());
        service.put("minutes", 60);
        service.put("online", true);
        service.put("price", Map.of("amount", "60.00", "currency", "SEK"));
        service.put("performers", List.of(Map.of("staffId", staff)));
        return new Counter(api, branch, made(api, "/services", service), staff);
    }

    static UUID colleague(ApiClient api, String name) {
        String role = api.get("/roles").json().at("/items/0/id").asString();
        return made(
                api,
                "/staff",
                Map.of("name", name, "email", UUID.randomUUID() + "@example.com", "roleId", role));
    }

    private static UUID made(ApiClient api, String path, Map<String, ?> details) {
        Answer answer = api.post(path, details);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.json().get("id").asString());
    }

    /** A full hour of the day after tomorrow. */
    static Instant at(int hour) {
        return LocalDateTime.of(LocalDate.now(STOCKHOLM).plusDays(2), LocalTime.of(hour, 0))
                .atZone(STOCKHOLM)
                .toInstant();
    }

    static String slug() {
        return Cast.mia().call(() -> Cast.bean(Businesses.class).current().slug());
    }

    public static String page() {
        return "/book/" + slug();
    }

    /** Somebody nobody has seen before. */
    Stranger stranger() {
        int number = PEOPLE.incrementAndGet();
        return new Stranger(
                "Noor",
                "Stranger",
                "noor" + number + UUID.randomUUID() + "@example.com",
                "+46701" + number,
                UUID.randomUUID());
    }

    /** Who they say they are. */
    record Stranger(String first, String last, String email, String phone, UUID submission) {
        Stranger called(String other) {
            return new Stranger(other, last, email, phone, UUID.randomUUID());
        }

        Stranger again() {
            return new Stranger(first, last, email, phone, UUID.randomUUID());
        }

        Stranger withPhone(String other) {
            return new Stranger(first, last, email, other, UUID.randomUUID());
        }

        Stranger withEmail(String other) {
            return new Stranger(first, last, other, phone, UUID.randomUUID());
        }
    }

    Answer book(Stranger who, Instant at, String... more) {
        return bookAt("", who, at, more);
    }

    /** The same from a page whose address ends so. */
    Answer bookAt(String query, Stranger who, Instant at, String... more) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "branchId", branch.toString(),
                                "serviceId", service.toString(),
                                "staff", "any",
                                "startsAt", at.toString(),
                                "submissionId", who.submission().toString(),
                                "firstName", who.first(),
                                "lastName", who.last(),
                                "email", who.email(),
                                "phone", who.phone(),
                                "termsAccepted", "true"));
        for (int i = 0; i < more.length; i += 2) {
            int present = fields.indexOf(more[i]);
            if (present >= 0) {
                fields.set(present + 1, more[i + 1]);
            } else {
                fields.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return PageClient.stranger().post(page() + query, fields.toArray(String[]::new));
    }

    /** The page of their booking. */
    String booked(Stranger who, Instant at) {
        Answer answer = book(who, at);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.location().replace("?new=true", "");
    }

    /** Their record. */
    String customer(Stranger who) {
        var found = api.get("/customers?email=" + who.email()).json().path("items");
        assertThat(found.size()).as(found.toString()).isEqualTo(1);
        return found.path(0).path("id").asString();
    }

    void rule(String customer, String rule, boolean silent) {
        var body = Map.of("rule", rule, "silent", silent, "reason", "Late twice");
        assertThat(api.put("/customers/" + customer + "/online-booking", body).status())
                .isLessThan(300);
    }

    /** What holds for all bookings. */
    static void settle(boolean forward, @Nullable String callUs, @Nullable String sites) {
        settle(r -> r.acceptance(), forward, callUs, sites);
    }

    /** Whether every booking online waits to be accepted. */
    public static void acceptance(boolean needed) {
        settle(r -> needed, false, null, null);
    }

    private static void settle(
            Predicate<BookingSettings.Rules> acceptance,
            boolean forward,
            @Nullable String callUs,
            @Nullable String sites) {
        Cast.mia()
                .run(() -> {
                    var settings = Cast.bean(BookingSettings.class);
                    var rules = settings.current();
                    settings.change(
                            new BookingSettings.RulesDetails(
                                    rules.lateCancelHours(),
                                    rules.slotMinutes(),
                                    rules.aheadDays(),
                                    rules.noticeMinutes(),
                                    forward,
                                    acceptance.test(rules),
                                    rules.restrictAfter(),
                                    rules.restrictMonths(),
                                    rules.restrictTo(),
                                    rules.countLate(),
                                    null,
                                    callUs,
                                    sites,
                                    rules.waitlistAutomatic(),
                                    rules.offerMinutes(),
                                    rules.offerNoticeMinutes()),
                            rules.version());
                });
    }
}
