package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the day: who comes, what to know about them, and one click for the next step. */
@ClienteleTest
class DayPagesTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.dora().pages();

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private static String of(LocalDate day) {
        return "/today?branch=" + Cast.branch() + "&date=" + day;
    }

    @Test
    void workBeginsWithTheDayForWhoeverMaySeeIt() {
        assertThat(desk.get("/").location()).isEqualTo("/today");
        assertThat(desk.get("/today").body()).contains("aria-current=\"page\"", "href=\"/today\"");
    }

    @Test
    void whatToKnowAboutWhoeverComesStandsBesideTheirName() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        diary.api()
                .post("/customers/" + maya + "/alerts", Map.of("text", "Latex!", "level", "red"));
        String visit = diary.booked(maya, Cast.paul(), at);
        String later = diary.booked(maya, Cast.dora(), at.plusSeconds(7200));
        String page = desk.get(of(day(at))).body();
        assertThat(page).contains("href=\"" + visit + "\"", "href=\"" + later + "\"");
        assertThat(page).contains("Latex!", "First visit", "2 booked", "2 to come");
        String own = desk.get(of(day(at)) + "&staff=" + Cast.dora().staff()).body();
        assertThat(own).contains(later).doesNotContain("href=\"" + visit + "\"");
        assertThat(desk.get(of(day(at).plusDays(1))).body()).doesNotContain(visit);
    }

    @Test
    void aBirthdayIsToldOnItsDayAndInTheWeekBefore() {
        Instant at = Diary.freshDay();
        LocalDate day = day(at);
        Answer noor =
                diary.api()
                        .post(
                                "/customers",
                                Map.of(
                                        "firstName",
                                        "Noor " + day.getDayOfYear(),
                                        "birthday",
                                        "--%02d-%02d"
                                                .formatted(
                                                        day.getMonthValue(), day.getDayOfMonth())));
        diary.booked(noor.json().path("id").asString(), Cast.paul(), at);
        assertThat(desk.get(of(day)).body()).contains(">Birthday<", "Birthdays this week");
        assertThat(desk.get(of(day.minusDays(6))).body())
                .contains("Noor " + day.getDayOfYear())
                .doesNotContain(">Birthday<");
        assertThat(desk.get(of(day.minusDays(7))).body())
                .doesNotContain("Noor " + day.getDayOfYear());
    }

    @Test
    void oneClickTakesAVisitOneStepFurther() {
        Instant at = Diary.ago(51);
        String visit = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        String id = visit.substring("/appointments/".length());
        String list = of(day(at));
        String step = "/today/" + id + "/status" + list.substring("/today".length());
        assertThat(desk.get(list).body()).contains("step-" + id, "Check in");
        Answer there = desk.postPart(step, "status", "arrived");
        assertThat(there.status()).isEqualTo(200);
        assertThat(there.body()).contains("There now", "Begin").doesNotContain("<html");
        assertThat(there.header("HX-Trigger")).contains("checked in", "/undo/");
        assertThat(desk.postPart(step, "status", "in_service").body())
                .contains("value=\"completed\"")
                .doesNotContain("value=\"arrived\"");
        assertThat(desk.post(step, "status", "completed").location()).isEqualTo(list);
        assertThat(diary.api().get(visit).json().path("status").asString()).isEqualTo("completed");
        Answer refused = desk.postPart(step, "status", "no_show");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("role=\"alert\"", "id=\"day\"");
        assertThat(desk.post(step, "status", "nonsense").status()).isEqualTo(400);
    }

    @Test
    void nothingIsSentWhileNothingHasChanged() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        diary.booked(maya, Cast.paul(), at);
        String part = part(desk.get(of(day(at))).body());
        assertThat(desk.part(part).status()).isEqualTo(204);
        diary.booked(maya, Cast.dora(), at.plusSeconds(7200));
        String changed = desk.part(part).body();
        assertThat(changed).contains("2 booked").doesNotContain("<html");
        assertThat(desk.part(part(changed)).status()).isEqualTo(204);
    }

    private static String part(String page) {
        Matcher found = Pattern.compile("data-part=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void manyVisitsTakeNoMoreStatementsThanOne() {
        Instant at = Diary.freshDay();
        desk.get(of(day(at)));
        String maya = diary.customer("Maya");
        diary.booked(maya, Cast.paul(), at);
        List<String> one = Statements.during(() -> desk.get(of(day(at))));
        for (int i = 1; i < 5; i++) {
            diary.booked(maya, Cast.paul(), at.plusSeconds(3600L * i));
        }
        assertThat(Statements.during(() -> desk.get(of(day(at)))))
                .hasSameSizeAs(one)
                .as("who asks, the transaction, branches, visits and tasks")
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void nonsenseInTheAddressCountsAsNotSaid() {
        for (String query : new String[] {"?date=2026-02-31", "?branch=x&staff=y", "?staff="}) {
            assertThat(desk.get("/today" + query).status()).as(query).isEqualTo(200);
        }
        assertThat(desk.get(of(LocalDate.of(2026, 3, 29))).status()).isEqualTo(200);
    }
}
