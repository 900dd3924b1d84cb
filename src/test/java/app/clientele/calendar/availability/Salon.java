package app.clientele.calendar.availability;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.business.Hours;
import app.clientele.business.Week;
import app.clientele.shared.Permission;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sets up branches, colleagues and services in mia's business. */
record Salon(ApiClient api) {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** Some Monday to come. */
    static final LocalDate MONDAY =
            LocalDate.now(ZoneOffset.UTC)
                    .plusMonths(2)
                    .with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    Salon() {
        this(Cast.api(Permission.values()));
    }

    UUID branch(String zone) {
        return made("/branches", Map.of("name", "Haga", "country", "SE", "zone", zone));
    }

    UUID colleague(String name, UUID... branches) {
        String role = api.get("/roles").json().at("/items/0/id").asString();
        return made(
                "/staff",
                Map.of(
                        "name",
                        name,
                        "email",
                        UUID.randomUUID() + "@example.com",
                        "roleId",
                        role,
                        "branchIds",
                        List.of(branches)));
    }

    UUID service(Map<?, ?>... performers) {
        return made(
                "/services",
                Map.of(
                        "name",
                        "Facial " + UUID.randomUUID(),
                        "minutes",
                        60,
                        "performers",
                        List.of(performers)));
    }

    UUID made(String path, Map<String, ?> details) {
        Answer answer = api.post(path, details);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.json().get("id").asString());
    }

    static Week week(String hours) {
        return Week.of(day -> Hours.typed(hours));
    }

    static Instant at(String clock) {
        return LocalDateTime.parse(MONDAY + "T" + clock).atZone(STOCKHOLM).toInstant();
    }

    static void taken(UUID id, UUID staff, String from, String until) {
        TestDatabase.ownerClient()
                .sql(
                        """
                        insert into staff_time (business_id, id, staff_id, busy)
                        values (:business, :id, :staff, tstzrange(:from, :until))
                        """)
                .param("business", Cast.mia().business())
                .param("id", id)
                .param("staff", staff)
                .param("from", at(from).atOffset(ZoneOffset.UTC))
                .param("until", at(until).atOffset(ZoneOffset.UTC))
                .update();
    }
}
