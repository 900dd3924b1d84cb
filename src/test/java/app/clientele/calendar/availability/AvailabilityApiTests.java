package app.clientele.calendar.availability;

import static app.clientele.calendar.availability.Salon.MONDAY;
import static app.clientele.calendar.availability.Salon.at;
import static app.clientele.calendar.availability.Salon.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.business.OpeningHours;
import app.clientele.shared.Permission;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Free times over HTTP. */
@ClienteleTest
class AvailabilityApiTests {
    @Autowired private OpeningHours opening;

    private final Salon salon = new Salon();
    private UUID branch = UUID.randomUUID();
    private UUID ines = UUID.randomUUID();
    private UUID jo = UUID.randomUUID();
    private UUID facial = UUID.randomUUID();

    @BeforeEach
    void twoWhoGiveFacials() {
        branch = salon.branch("Europe/Stockholm");
        ines = salon.colleague("Ines", branch);
        jo = salon.colleague("Jo", branch);
        facial = salon.service(Map.of("staffId", ines), Map.of("staffId", jo, "minutes", 90));
        Cast.mia().run(() -> opening.change(branch, week("10-12"), 0));
    }

    @Test
    void programsAskForADayOrSeveral() {
        Answer day = get(Map.of());
        assertThat(day.status()).as(day.toString()).isEqualTo(200);
        assertThat(day.json().get("items")).hasSize(1);
        assertThat(day.json().at("/items/0/date").asString()).isEqualTo(MONDAY.toString());
        assertThat(day.json().at("/items/0/starts")).hasSize(5);
        assertThat(day.json().at("/items/0/starts/4/startsAt").asString())
                .isEqualTo(at("11:00").toString());
        assertThat(day.json().at("/items/0/starts/4/staffIds/0").asString())
                .isEqualTo(ines.toString());
        Answer longer = get(Map.of("to", MONDAY.plusDays(61), "minutes", 120, "staffId", jo));
        assertThat(longer.json().get("items")).hasSize(62);
        assertThat(longer.json().at("/items/61/starts")).hasSize(1);
    }

    private Answer get(Map<String, ?> differing) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("branchId", branch);
        asked.put("serviceId", facial);
        asked.put("date", MONDAY);
        asked.putAll(differing);
        var query = new StringBuilder("/availability?");
        asked.forEach((name, value) -> query.append(name).append('=').append(value).append('&'));
        return salon.api().get(query.toString());
    }

    @Test
    void programsAreToldWhatIsWrong() {
        assertThat(get(Map.of("branchId", UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(get(Map.of("serviceId", UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(get(Map.of("staffId", UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(get(Map.of("staffId", Cast.otto().staff())).status()).isEqualTo(404);
        assertThat(wrong(get(Map.of("branchId", "")))).isEqualTo("branchId");
        assertThat(wrong(get(Map.of("date", "")))).isEqualTo("date");
        assertThat(wrong(get(Map.of("date", "tomorrow")))).isEqualTo("date");
        assertThat(wrong(get(Map.of("date", "+999999999-12-31")))).isEqualTo("date");
        assertThat(wrong(get(Map.of("to", MONDAY.minusDays(1))))).isEqualTo("to");
        assertThat(wrong(get(Map.of("to", MONDAY.plusDays(62))))).isEqualTo("to");
        assertThat(wrong(get(Map.of("to", "+999999999-12-31")))).isEqualTo("to");
        assertThat(wrong(get(Map.of("minutes", 0)))).isEqualTo("minutes");
        assertThat(wrong(get(Map.of("minutes", 1441)))).isEqualTo("minutes");
    }

    private static @Nullable String wrong(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().at("/errors/0/field").asString();
    }

    @Test
    void programsNeedTheScope() {
        Answer refused = Cast.api(Permission.PROFILE_VIEW).get("/availability?date=" + MONDAY);
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whatHasBegunIsNotOfferedToPrograms() {
        LocalDate past = MONDAY.minusMonths(4);
        Answer before = get(Map.of("date", past));
        assertThat(before.json().at("/items/0/starts")).isEmpty();
    }
}
