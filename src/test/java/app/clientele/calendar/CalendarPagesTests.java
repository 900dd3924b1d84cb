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

/** The calendar of the desk. */
@ClienteleTest
class CalendarPagesTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.dora().pages();

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private String of(LocalDate day) {
        return "/calendar?branch=" + Cast.branch() + "&date=" + day;
    }

    @Test
    void aDayShowsColleaguesSideBySide() {
        Instant at = Diary.freshDay();
        String maya = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        String noor = diary.booked(diary.customer("Noor"), Cast.dora(), at);
        String page = desk.get(of(day(at))).body();
        assertThat(page).contains("Paul Vries", "Dora Lind", maya, noor, "Facial", "cal-slots");
        assertThat(page).contains("href=\"/calendar\"", "aria-current=\"page\"");
        String only = desk.get(of(day(at)) + "&staff=" + Cast.paul().staff()).body();
        assertThat(only).contains(maya).doesNotContain(noor);
        assertThat(desk.get(of(day(at).plusDays(1))).body()).doesNotContain(maya);
        assertThat(desk.get(of(day(at)) + "&hours=all").body()).contains("at-0 for-288");
    }

    @Test
    void aWeekIsOneColleagues() {
        Instant at = Diary.freshDay();
        String maya = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        String noor = diary.booked(diary.customer("Noor"), Cast.dora(), at);
        String week = of(day(at)) + "&view=week";
        assertThat(desk.get(week + "&staff=" + Cast.paul().staff()).body())
                .contains(maya)
                .doesNotContain(noor);
        assertThat(desk.get(week).body()).as("one's own").contains(noor).doesNotContain(maya);
    }

    @Test
    void nothingIsSentWhileNothingHasChanged() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        diary.booked(maya, Cast.paul(), at);
        String part = part(desk.get(of(day(at))).body());
        assertThat(desk.part(part).status()).isEqualTo(204);
        String second = diary.booked(maya, Cast.dora(), at.plusSeconds(7200));
        Answer changed = desk.part(part);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).contains(second).doesNotContain("<html");
        String again = part(changed.body());
        assertThat(desk.part(again).status()).isEqualTo(204);
        diary.api().post(second + "/cancel", Map.of("reason", "Ill"));
        assertThat(desk.part(again).body()).doesNotContain(second);
    }

    private static String part(String page) {
        Matcher found = Pattern.compile("data-part=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void manyAppointmentsTakeNoMoreStatementsThanOne() {
        Instant at = Diary.freshDay();
        desk.get(of(day(at)));
        String maya = diary.customer("Maya");
        diary.booked(maya, Cast.paul(), at);
        List<String> one = Statements.during(() -> desk.get(of(day(at))));
        for (int i = 1; i < 5; i++) {
            diary.booked(maya, Cast.paul(), at.plusSeconds(3600L * i));
        }
        assertThat(Statements.during(() -> desk.get(of(day(at))))).hasSameSizeAs(one);
    }

    @Test
    void nonsenseInTheAddressCountsAsNotSaid() {
        for (String query :
                new String[] {
                    "?date=2026-02-31", "?date=%2B999999999-01-01", "?branch=x&staff=y&view=z", ""
                }) {
            assertThat(desk.get("/calendar" + query).status()).as(query).isEqualTo(200);
        }
        assertThat(desk.get("/calendar?date=2026-10-25&hours=all").status()).isEqualTo(200);
        assertThat(desk.get("/calendar?date=2026-03-29&view=week").status()).isEqualTo(200);
    }
}
