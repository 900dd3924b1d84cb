package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.shared.Permission;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When branches are open and who works when: in pages, through the API, and on record. */
@ClienteleTest
class OpeningHoursTests {
    @Autowired private OpeningHours hours;
    @Autowired private TimeOff timeOff;

    private final ApiClient api = Cast.api(Permission.values());
    private final PageClient pages = Cast.mia().pages();
    private UUID branch = UUID.randomUUID();
    private UUID colleague = UUID.randomUUID();

    @BeforeEach
    void aBranchAndSomebodyThere() {
        branch =
                made(
                        "/branches",
                        Map.of("name", "Haga", "country", "SE", "zone", "Europe/Stockholm"));
        String role = api.get("/roles").json().at("/items/0/id").asString();
        colleague =
                made(
                        "/staff",
                        Map.of(
                                "name",
                                "Ines",
                                "email",
                                UUID.randomUUID() + "@example.com",
                                "roleId",
                                role,
                                "branchIds",
                                List.of(branch)));
    }

    private UUID made(String path, Map<String, ?> details) {
        Answer answer = api.post(path, details);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.json().get("id").asString());
    }

    private String page() {
        return "/settings/branches/" + branch + "/hours";
    }

    @Test
    void aWeekIsTypedAndShownAsItWasMeant() {
        assertThat(hours().said()).isFalse();
        Answer saved =
                pages.post(
                        page(),
                        "monday",
                        "9-5",
                        "tuesday",
                        "10am–8pm",
                        "friday",
                        "20-2",
                        "_version",
                        "0");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(303);
        assertThat(pages.get(page()).body())
                .contains("value=\"9am–5pm\"", "value=\"10am–8pm\"", "value=\"8pm–2am\"");
        assertThat(hours().week().on(DayOfWeek.FRIDAY).periods())
                .containsExactly(new Period(1200, 1560));
        assertThat(hours().week().on(DayOfWeek.SUNDAY)).isEqualTo(Hours.NONE);

        pages.post(page(), "monday", "8-16", "_version", "1");
        assertThat(ChangeLog.of(Cast.mia().business(), hours().id()))
                .containsExactly(
                        "insert by Mia Okafor",
                        "update by Mia Okafor: friday={[1200,1560)}, monday={[540,1020)}, tuesday={[600,1200)}");
    }

    private OpeningHours.WeeklyHours hours() {
        return Cast.mia().call(() -> hours.week(branch));
    }

    @Test
    void eachDayThatCannotBeReadSaysSoAndKeepsWhatWasTyped() {
        Answer wrong =
                pages.post(page(), "monday", "9-17", "tuesday", "from nine", "sunday", "25-3");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("value=\"from nine\"", "value=\"25-3\"", "value=\"9-17\"");
        assertThat(wrong.body().split("class=\"field-error\"", -1)).hasSize(3);
        assertThat(hours().said()).isFalse();
    }

    @Test
    void whoComesSecondIsToldWhatTheFirstOneWrote() {
        pages.post(page(), "monday", "8-16", "_version", "0");
        Answer late = pages.post(page(), "monday", "9-17", "_version", "0");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("value=\"9-17\"", "Mia Okafor", "8–16");
    }

    @Test
    void ofManyAtOnceOneWins() {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        Race.between(
                IntStream.range(0, 8)
                        .<Runnable>mapToObj(i -> () -> statuses.add(openFrom("0" + i + ":00")))
                        .toArray(Runnable[]::new));
        assertThat(statuses).hasSize(8).containsOnlyOnce(200).containsOnly(200, 412);
    }

    private int openFrom(String clock) {
        var monday = List.of(Map.of("from", clock, "until", "17:30"));
        String path = "/branches/" + branch + "/opening-hours";
        return api.patch(path, "\"0\"", Map.of("monday", monday)).status();
    }

    @Test
    void aDateDiffersUntilItIsTakenBack() {
        pages.post(page() + "/dates", "day", "2031-12-24", "name", "Yuletide", "hours", "");
        pages.post(page() + "/dates", "day", "2031-12-31", "name", "", "hours", "9-13");
        assertThat(pages.get(page()).body()).contains("Yuletide", "9am–1pm");
        assertThat(dates()).hasSize(2);
        pages.post(page() + "/dates/2031-12-24/removal");
        assertThat(dates())
                .containsExactly(
                        new OpeningHours.DatedHours(
                                LocalDate.of(2031, 12, 31), null, Hours.typed("9-13")));

        Answer wrong = pages.post(page() + "/dates", "day", "", "name", "Fair", "hours", "all day");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"Fair\"", "value=\"all day\"");
        assertThat(pages.post(page() + "/dates/2031-12-24/removal").status()).isEqualTo(404);
        assertThat(pages.post(page() + "/dates/christmas/removal").status()).isBetween(400, 404);
    }

    private List<OpeningHours.DatedHours> dates() {
        return Cast.mia().call(() -> hours.dates(branch, LocalDate.of(2031, 1, 1)));
    }

    @Test
    void theApiSpeaksInPeriods() {
        String path = "/staff/" + colleague + "/working-hours/" + branch;
        Answer blank = api.get(path);
        assertThat(blank.etag()).isEqualTo("\"0\"");
        assertThat(blank.json().get("said").asBoolean()).isFalse();
        var monday =
                List.of(
                        Map.of("from", "13:00", "until", "18:00"),
                        Map.of("from", "09:00", "until", "12:00"));
        Answer changed = api.patch(path, blank.etag(), Map.of("monday", monday));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.etag()).isEqualTo("\"1\"");
        assertThat(changed.json().at("/week/monday/0/from").asString()).isEqualTo("09:00");
        assertThat(changed.json().at("/week/monday/1/until").asString()).isEqualTo("18:00");
        assertThat(changed.json().at("/week/tuesday").isEmpty()).isTrue();

        var wrong = Map.of("monday", List.of(Map.of("from", "9", "until", "12:00")));
        assertThat(api.patch(path, changed.etag(), wrong).status()).isEqualTo(422);
        assertThat(api.send("PUT", path + "/dates/2031-07-01", Map.of("hours", monday)).status())
                .isEqualTo(204);
        assertThat(api.get(path + "/dates?from=2031-01-01").json().at("/items/0/day").asString())
                .isEqualTo("2031-07-01");
        assertThat(api.delete(path + "/dates/2031-07-01").status()).isEqualTo(204);
        assertThat(api.delete(path + "/dates/2031-07-01").status()).isEqualTo(404);
    }

    @Test
    void aHolidayLastsToTheEndOfItsLastDay() {
        String page = "/settings/team/" + colleague + "/hours/" + branch;
        assertThat(
                        pages.post(
                                        page + "/absences",
                                        "fromDay",
                                        "2031-03-29",
                                        "untilDay",
                                        "2031-03-30",
                                        "reason",
                                        "Skiing")
                                .status())
                .isEqualTo(303);
        var away = Cast.mia().call(() -> timeOff.of(colleague, java.time.Instant.EPOCH));
        assertThat(away).hasSize(1);
        // the clocks go forward on the second day: 47 hours
        assertThat(away.getFirst().startsAt()).hasToString("2031-03-28T23:00:00Z");
        assertThat(away.getFirst().endsAt()).hasToString("2031-03-30T22:00:00Z");
        assertThat(pages.get(page).body()).contains("Skiing");

        Answer wrong =
                pages.post(
                        page + "/absences",
                        "fromDay",
                        "2031-03-30",
                        "untilDay",
                        "2031-03-29",
                        "reason",
                        "Back in time");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("must come after", "Back in time");

        String path = "/staff/" + colleague + "/time-off";
        String id = api.get(path).json().at("/items/0/id").asString();
        assertThat(api.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(api.get(path).json().get("items").isEmpty()).isTrue();
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(id)))
                .containsExactly("insert by Mia Okafor", "delete by Test");
    }

    @Test
    void noHoursWhereSomebodyDoesNotWork() {
        UUID other = made("/branches", Map.of("name", "Elsewhere", "country", "SE", "zone", "UTC"));
        assertThat(pages.get("/settings/team/" + colleague + "/hours/" + other).status())
                .isEqualTo(404);
        assertThat(pages.get("/settings/team/" + colleague + "/hours").location())
                .endsWith("/hours/" + branch);
    }
}
