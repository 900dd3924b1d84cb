package app.clientele.calendar.classes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.Diary;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Classes that come again. */
@ClienteleTest
class ClassSeriesTests {
    private final Studio studio = Studio.of(4);
    private final ZoneId zone =
            ZoneId.of(studio.read("/branches/" + Cast.branch()).path("zone").asString());
    private final LocalDate monday =
            LocalDate.now(zone).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private Map<String, Object> wish(String time) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("kindId", studio.kind());
        wish.put("branchId", Cast.branch());
        wish.put("weekdays", List.of(1, 4));
        wish.put("time", time);
        wish.put("fromDay", monday.toString());
        return wish;
    }

    private List<JsonNode> sessions(String series) {
        var items = studio.read("/class-sessions?limit=200&seriesId=" + series).path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static Instant start(JsonNode session) {
        return Instant.parse(session.path("startsAt").asString());
    }

    private static String path(JsonNode session) {
        return "/class-sessions/" + session.path("id").asString();
    }

    private Answer change(JsonNode session, String scope, Map<String, ?> patch) {
        String path = path(session);
        return studio.api().patch(path + "?scope=" + scope, studio.api().get(path).etag(), patch);
    }

    @Test
    void itsClassesStandWeeksAheadAtTheTimeOfTheWall() {
        String series = Studio.id(studio.api().post("/class-series", wish("18:30")));
        List<JsonNode> planned = sessions(series);
        assertThat(planned).hasSizeBetween(14, 16);
        assertThat(planned)
                .allSatisfy(s ->
                        assertThat(start(s).atZone(zone).toLocalTime())
                                .isEqualTo(LocalTime.of(18, 30)));
        int before = planned.size();
        ClassJobs.extend(Cast.bean(ClassPlan.class));
        assertThat(sessions(series)).as("each day once").hasSize(before);
    }

    @Test
    void theClockChangesAndTheClassDoesNot() {
        ZoneId stockholm = ZoneId.of("Europe/Stockholm");
        LocalDate spring = LocalDate.of(2027, 3, 28);
        assertThat(ClassClock.at(spring.minusDays(7), LocalTime.of(18, 0), stockholm))
                .isEqualTo("2027-03-21T17:00:00Z");
        assertThat(ClassClock.at(spring, LocalTime.of(18, 0), stockholm))
                .isEqualTo("2027-03-28T16:00:00Z");
        assertThat(ClassClock.at(spring, LocalTime.of(2, 30), stockholm))
                .isEqualTo("2027-03-28T01:00:00Z");
        assertThat(ClassClock.at(LocalDate.of(2027, 10, 31), LocalTime.of(2, 30), stockholm))
                .isEqualTo("2027-10-31T00:30:00Z");
    }

    @Test
    void oneGoesWithoutItsTeacherWhereTheyAreTaken() {
        Diary diary = Diary.plain();
        Instant taken = ClassClock.at(monday.plusDays(7), LocalTime.of(5, 0), zone);
        diary.booked(diary.customer("Maya"), Cast.dora(), taken);
        Map<String, Object> wish = wish("05:00");
        wish.put("staffId", Cast.dora().staff());
        wish.put("weekdays", List.of(1));
        String series = Studio.id(studio.api().post("/class-series", wish));
        assertThat(sessions(series))
                .allSatisfy(s ->
                        assertThat(s.path("staff").isNull() || s.path("staff").isMissingNode())
                                .isEqualTo(start(s).equals(taken)));
        studio.api().delete("/class-series/" + series);
    }

    @Test
    void oneOrItAndAllLaterAreChanged() {
        String series = Studio.id(studio.api().post("/class-series", wish("06:00")));
        List<JsonNode> planned = sessions(series);
        JsonNode second = planned.get(1);
        assertThat(change(second, "this", Map.of("room", "Roof")).status()).isEqualTo(200);
        assertThat(sessions(series).get(2).path("room").asString("")).isEmpty();

        JsonNode fourth = planned.get(3);
        Answer later =
                change(
                        fourth,
                        "later",
                        Map.of("startsAt", start(fourth).plusSeconds(1800).toString()));
        assertThat(later.status()).as(later.body()).isEqualTo(200);
        String rest = later.json().path("seriesId").asString();
        assertThat(rest).isNotEqualTo(series);
        assertThat(sessions(series)).hasSize(3);
        assertThat(sessions(rest))
                .hasSize(planned.size() - 3)
                .allSatisfy(s ->
                        assertThat(start(s).atZone(zone).toLocalTime())
                                .isEqualTo(LocalTime.of(6, 30)));
        Answer away =
                change(
                        sessions(rest).get(2),
                        "later",
                        Map.of("startsAt", start(planned.getLast()).plusSeconds(86400).toString()));
        assertThat(away.status()).isEqualTo(422);

        JsonNode sixth = sessions(rest).get(2);
        studio.joined(path(sixth), studio.customer("Ann"));
        Answer ended = studio.api().delete("/class-series/" + rest);
        assertThat(Diary.reason(ended)).isEqualTo("class_booked");
        var calling = Map.of("scope", "later", "reason", "Summer");
        assertThat(studio.api().post(path(sixth) + "/cancellation", calling).status())
                .isEqualTo(200);
        assertThat(sessions(rest)).hasSize(2);
        ClassJobs.extend(Cast.bean(ClassPlan.class));
        assertThat(sessions(rest)).as("what is called off stays so").hasSize(2);
        assertThat(studio.api().delete("/class-series/" + rest).status()).isEqualTo(204);
        assertThat(sessions(rest)).isEmpty();
    }

    @Test
    void aSeriesIsChangedWithTheVersionSeen() {
        String path =
                "/class-series/" + Studio.id(studio.api().post("/class-series", wish("07:00")));
        Answer changed = studio.api().patch(path, "\"1\"", Map.of("weekdays", List.of(1)));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(sessions(changed.json().path("id").asString())).hasSizeBetween(7, 8);
        assertThat(studio.api().patch(path, "\"1\"", Map.of("room", "Roof")).status())
                .isEqualTo(412);
        Map<String, Object> wrong = wish("07:00");
        wrong.put("untilDay", monday.minusDays(1).toString());
        assertThat(studio.api().post("/class-series", wrong).status()).isEqualTo(422);
    }
}
