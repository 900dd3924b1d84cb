package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What tests about appointments book: a service that Paul and Dora perform, on days of their own.
 */
public record Diary(ApiClient api, String service) {
    private static final AtomicInteger DAYS = new AtomicInteger(10);

    /** A service of 45 minutes at 60.00, with nothing kept free around it. */
    public static Diary plain() {
        return of(Map.of("minutes", 45, "price", Map.of("amount", "60.00", "currency", "SEK")));
    }

    public static Diary of(Map<String, Object> about) {
        ApiClient api = Cast.api(Permission.values());
        Map<String, Object> body = new HashMap<>(about);
        body.put("name", "Facial " + UUID.randomUUID().toString().substring(0, 8));
        body.put(
                "performers",
                List.of(
                        Map.of("staffId", Cast.paul().staff()),
                        Map.of("staffId", Cast.dora().staff())));
        return new Diary(api, made(api, "/services", body));
    }

    private static String made(ApiClient api, String path, Map<String, ?> body) {
        Answer answer = api.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Ten in the morning of a day that nothing is on yet. */
    public static Instant freshDay() {
        return LocalDate.now(ZoneId.of("UTC"))
                .plusDays(DAYS.incrementAndGet())
                .atStartOfDay(ZoneId.of("UTC"))
                .plusHours(10)
                .toInstant();
    }

    /** Some hours ago. */
    public static Instant ago(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    }

    public String customer(String name) {
        return made(api, "/customers", Map.of("firstName", name));
    }

    public Map<String, Object> wish(String customer, Cast.Person with, Instant at) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("customerId", customer);
        wish.put("branchId", Cast.branch());
        wish.put("serviceId", service);
        wish.put("staffId", with.staff());
        wish.put("startsAt", at.toString());
        wish.put("outsideHours", true);
        return wish;
    }

    public Answer book(String customer, Cast.Person with, Instant at) {
        return api.post("/appointments", wish(customer, with, at));
    }

    /** The path of one just booked. */
    public String booked(String customer, Cast.Person with, Instant at) {
        Answer answer = book(customer, with, at);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.location().substring("/api/v1".length());
    }

    public static String reason(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        return refused.json().at("/reasons/0/code").asString();
    }
}
