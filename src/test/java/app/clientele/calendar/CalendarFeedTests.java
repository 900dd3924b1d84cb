package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.business.Staff;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What calendar programs read at the addresses they were given. */
@ClienteleTest
class CalendarFeedTests {
    private static final Pattern ADDRESS = Pattern.compile("/feeds/[\\w-]{43}\\.ics");

    private final Diary diary = Diary.plain();

    private String handedOut(Map<String, ?> whose) {
        Answer made = diary.api().post("/calendar-feeds", whose);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return URI.create(made.json().get("address").asString()).getPath();
    }

    private static Answer read(String address) {
        return PageClient.stranger().get(address);
    }

    private static List<VEvent> events(String address) {
        Answer answer = read(address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        ICalendar calendar = Biweekly.parse(answer.body()).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
        return calendar.getEvents();
    }

    @Test
    void anEntryIsTheSameWhateverBecomesOfIt() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        String visit = diary.booked(maya, Cast.paul(), at);
        String address = handedOut(Map.of("customerId", maya));

        VEvent booked = events(address).getFirst();
        assertThat(booked.getDateStart().getValue().toInstant()).isEqualTo(at);
        assertThat(booked.getSummary().getValue()).startsWith("Facial ");
        assertThat(booked.getStatus().getValue()).isEqualTo("CONFIRMED");

        assertThat(
                        diary.api()
                                .post(
                                        visit + "/move",
                                        Map.of(
                                                "startsAt",
                                                at.plusSeconds(3600).toString(),
                                                "outsideHours",
                                                true))
                                .status())
                .isEqualTo(200);
        VEvent moved = events(address).getFirst();
        assertThat(moved.getUid().getValue()).isEqualTo(booked.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isGreaterThan(booked.getSequence().getValue());
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(at.plusSeconds(3600));

        diary.api().post(visit + "/cancellation", Map.of());
        VEvent off = events(address).getFirst();
        assertThat(off.getUid().getValue()).isEqualTo(booked.getUid().getValue());
        assertThat(off.getSequence().getValue()).isGreaterThan(moved.getSequence().getValue());
        assertThat(off.getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void eachShowsWhatItIsOf() {
        Instant at = Diary.freshDay();
        diary.booked(diary.customer("Maya"), Cast.paul(), at);
        diary.booked(diary.customer("Noor"), Cast.dora(), at);
        String pauls = read(handedOut(Map.of("staffId", Cast.paul().staff()))).body();
        assertThat(pauls).contains("SUMMARY:Maya").doesNotContain("Noor");
        String branch = read(handedOut(Map.of("branchId", Cast.branch()))).body();
        assertThat(branch).contains("SUMMARY:Maya", "SUMMARY:Noor", "X-WR-CALNAME");
        String own = read(handedOut(Map.of("customerId", diary.customer("Ida")))).body();
        assertThat(own).doesNotContain("Maya").doesNotContain("Noor").doesNotContain("VEVENT");
    }

    @Test
    void nothingIsSentWhileNothingHasChanged() throws Exception {
        String address = handedOut(Map.of("branchId", Cast.branch()));
        var again =
                HttpRequest.newBuilder(URI.create(Cast.url() + address))
                        .header("If-None-Match", read(address).header("ETag"))
                        .build();
        try (var program = HttpClient.newHttpClient()) {
            var answer = program.send(again, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void anAddressTakenBackOrGuessedShowsNothing() {
        Answer made = diary.api().post("/calendar-feeds", Map.of("branchId", Cast.branch()));
        String id = made.json().get("id").asString();
        String address = URI.create(made.json().get("address").asString()).getPath();
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(id))).hasSize(1);
        assertThat(diary.api().get("/calendar-feeds").body())
                .contains(id)
                .doesNotContain("address");
        assertThat(diary.api().delete("/calendar-feeds/" + id).status()).isEqualTo(204);
        assertThat(read(address).status()).isEqualTo(404);
        assertThat(read("/feeds/guess.ics").status()).isEqualTo(404);
        assertThat(diary.api().delete("/calendar-feeds/" + id).status()).isEqualTo(404);
    }

    @Test
    void pagesHandOutAndTakeBack() {
        PageClient desk = Cast.dora().pages();
        Answer made = desk.post("/calendar/feeds", "whose", "staff-" + Cast.dora().staff());
        var address = ADDRESS.matcher(made.body());
        assertThat(address.find()).as(made.body()).isTrue();
        assertThat(read(address.group()).status()).isEqualTo(200);

        String list = desk.get("/calendar/feeds").body();
        assertThat(list).contains("Dora Lind").doesNotContain(address.group());
        var revocation = Pattern.compile("/calendar/feeds/[\\w-]+/revocation").matcher(list);
        assertThat(revocation.find()).isTrue();
        assertThat(desk.post(revocation.group()).status()).isEqualTo(303);
        assertThat(read(address.group()).status()).isEqualTo(404);
        assertThat(desk.post("/calendar/feeds", "whose", "nobody").status()).isEqualTo(422);
    }

    @Test
    void whatAColleagueHandedOutEndsWithThem() {
        var leaving = Cast.mona();
        Answer made = leaving.pages().post("/calendar/feeds", "whose", "branch-" + Cast.branch());
        var address = ADDRESS.matcher(made.body());
        assertThat(address.find()).isTrue();
        Cast.mia().run(() -> Cast.bean(Staff.class).deactivate(leaving.staff()));
        assertThat(read(address.group()).status()).isEqualTo(404);
    }

    @Test
    void exactlyOneIsNamed() {
        Answer none = diary.api().post("/calendar-feeds", Map.of());
        assertThat(none.status()).isEqualTo(422);
        assertThat(
                        diary.api()
                                .post("/calendar-feeds", Map.of("staffId", UUID.randomUUID()))
                                .status())
                .isEqualTo(422);
    }
}
