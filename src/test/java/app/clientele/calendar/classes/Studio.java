package app.clientele.calendar.classes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tests about classes book: a class of an hour, taught by Paul and Dora. */
public record Studio(ApiClient api, String kind) {
    public static Studio of(int places) {
        return of(places, Map.of());
    }

    static Studio of(int places, Map<String, ?> about) {
        ApiClient api = Cast.api(Permission.values());
        Map<String, Object> body = new HashMap<>(about);
        body.put("name", "Yoga " + UUID.randomUUID().toString().substring(0, 8));
        body.put("minutes", 60);
        body.put("capacity", places);
        body.put("price", Map.of("amount", "15.00", "currency", "SEK"));
        body.put("teacherIds", List.of(Cast.paul().staff(), Cast.dora().staff()));
        return new Studio(api, id(api.post("/classes", body)));
    }

    static String id(Answer made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    /** The path of one just planned. */
    public String session(Instant at, Cast.@Nullable Person teacher) {
        return "/class-sessions/" + id(plan(at, teacher));
    }

    Answer plan(Instant at, Cast.@Nullable Person teacher) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("kindId", kind);
        wish.put("branchId", Cast.branch());
        wish.put("startsAt", at.toString());
        if (teacher != null) {
            wish.put("staffId", teacher.staff());
        }
        return api.post("/class-sessions", wish);
    }

    public String customer(String name) {
        var address = Map.of("address", UUID.randomUUID() + "@example.org", "primary", true);
        return id(api.post("/customers", Map.of("firstName", name, "emails", List.of(address))));
    }

    Answer join(String session, String customer) {
        return api.post(
                session + "/bookings",
                Map.of("customerId", customer, "waitlist", true, "overlap", true));
    }

    /** The path of a booking just made. */
    public String joined(String session, String customer) {
        return "/class-bookings/" + id(join(session, customer));
    }

    String status(String booking) {
        return api.get(booking).json().path("status").asString();
    }

    JsonNode read(String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
