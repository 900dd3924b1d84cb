package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.calendar.Repetition.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Appointments that come again. */
@ClienteleTest
class AppointmentSeriesTests {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.dora().pages();
    private final String maya = diary.customer("Maya");

    private static final AtomicInteger YEARS = new AtomicInteger(4);

    /** Ten in the morning of a day that nothing else is near, nor a change of the clock. */
    private static Instant someWinter() {
        return LocalDate.of(LocalDate.now(STOCKHOLM).getYear() + YEARS.incrementAndGet(), 1, 8)
                .atTime(10, 0)
                .atZone(STOCKHOLM)
                .toInstant();
    }

    private Map<String, Object> wish(Instant at, Map<String, ?> repeat) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("appointments", List.of(diary.wish(maya, Cast.paul(), at)));
        wish.put("repeat", repeat);
        return wish;
    }

    private Answer book(Map<String, ?> wish) {
        return diary.api().post("/appointment-series", wish);
    }

    private static List<JsonNode> all(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static List<LocalDateTime> wall(List<JsonNode> appointments) {
        return appointments.stream()
                .map(a -> Instant.parse(a.path("startsAt").asString()).atZone(STOCKHOLM))
                .map(z -> z.toLocalDateTime())
                .toList();
    }

    private List<JsonNode> read(String series) {
        return all(diary.api().get("/appointment-series/" + series).json().path("appointments"));
    }

    @Test
    void daysComeByTheWeekdayAndTheMonth() {
        LocalDate wednesday = LocalDate.of(2027, 1, 6);
        assertThat(new Repetition(Unit.WEEKS, 2, List.of(5, 1, 3), null, 4).from(wednesday))
                .extracting(LocalDate::toString)
                .containsExactly("2027-01-06", "2027-01-08", "2027-01-18", "2027-01-20");
        assertThat(
                        new Repetition(Unit.MONTHS, 1, null, LocalDate.of(2027, 4, 30), null)
                                .from(LocalDate.of(2027, 1, 31)))
                .extracting(LocalDate::toString)
                .containsExactly("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30");
        assertThat(new Repetition(Unit.DAYS, 10, null, null, 3).from(wednesday))
                .extracting(LocalDate::toString)
                .containsExactly("2027-01-06", "2027-01-16", "2027-01-26");
    }

    @Test
    void theClockChangesAndTheAppointmentDoesNot() {
        Instant at = LocalDateTime.parse("2030-03-17T10:00").atZone(STOCKHOLM).toInstant();
        Answer booked = book(wish(at, Map.of("unit", "weeks", "times", 4)));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        List<JsonNode> made = all(booked.json().path("appointments"));
        assertThat(made)
                .extracting(a -> a.path("startsAt").asString())
                .containsExactly(
                        "2030-03-17T09:00:00Z",
                        "2030-03-24T09:00:00Z",
                        "2030-03-31T08:00:00Z",
                        "2030-04-07T08:00:00Z");
        String second = "/appointments/" + made.get(1).path("id").asString();
        Answer moved =
                diary.api()
                        .post(
                                second + "/move?scope=later",
                                Map.of("startsAt", "2030-03-25T10:00:00Z", "outsideHours", true));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(wall(read(booked.json().path("id").asString())))
                .extracting(LocalDateTime::toString)
                .containsExactly(
                        "2030-03-17T10:00",
                        "2030-03-25T11:00",
                        "2030-04-01T11:00",
                        "2030-04-08T11:00");
    }

    @Test
    void whatIsInTheWayIsToldBeforehandAndNothingIsBooked() {
        Instant at = someWinter();
        diary.booked(diary.customer("Noor"), Cast.paul(), at.plusSeconds(7 * 86400));
        diary.booked(maya, Cast.dora(), at.plusSeconds(14 * 86400));
        Map<String, Object> wish = wish(at, Map.of("unit", "days", "every", 7, "times", 4));
        Answer preview = diary.api().post("/appointment-series?dryRun=true", wish);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(all(preview.json().path("days")))
                .extracting(d -> d.at("/reasons/0/code").asString(""))
                .containsExactly("", "double_booked", "customer_double_booked", "");
        assertThat(preview.json().path("appointments")).isEmpty();
        assertThat(diary.api().get("/customers/" + maya + "/appointments").json().path("items"))
                .hasSize(1);
        Answer refused = book(wish);
        assertThat(refused.status()).isEqualTo(409);
        wish.put(
                "choices",
                List.of(
                        Map.of("date", day(at, 7), "skip", true),
                        Map.of(
                                "date",
                                day(at, 14),
                                "startsAt",
                                at.plusSeconds(14 * 86400 + 7200).toString())));
        Answer booked = book(wish);
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        assertThat(booked.json().path("appointments")).hasSize(3);
    }

    private static String day(Instant at, int later) {
        return LocalDate.ofInstant(at, STOCKHOLM).plusDays(later).toString();
    }

    @Test
    void theSameKeyBooksItOnce() {
        Map<String, Object> wish = wish(someWinter(), Map.of("unit", "days", "times", 2));
        String key = "series-" + maya;
        Answer first = diary.api().post("/appointment-series", wish, "Idempotency-Key", key);
        Answer again = diary.api().post("/appointment-series", wish, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(diary.api().get("/customers/" + maya + "/appointments").json().path("items"))
                .hasSize(2);
    }

    @Test
    void whatNeverEndsOrComesTooOftenIsAskedAbout() {
        Instant at = someWinter();
        assertThat(book(wish(at, Map.of("unit", "weeks"))).status()).isEqualTo(422);
        assertThat(book(wish(at, Map.of("unit", "days", "times", 61))).status()).isEqualTo(422);
        assertThat(book(wish(at, Map.of("unit", "days", "until", day(at, 100)))).status())
                .isEqualTo(422);
    }

    @Test
    void theFormShowsTheDaysThenBooksThem() {
        Instant at = someWinter();
        diary.booked(diary.customer("Noor"), Cast.paul(), at.plusSeconds(7 * 86400));
        LocalDateTime there = LocalDateTime.ofInstant(at, STOCKHOLM);
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "customerId",
                                maya,
                                "branchId",
                                Cast.branch().toString(),
                                "serviceId",
                                diary.service(),
                                "staffId",
                                Cast.paul().staff().toString(),
                                "date",
                                there.toLocalDate().toString(),
                                "time",
                                there.toLocalTime().toString(),
                                "outsideHours",
                                "true",
                                "repeat",
                                "weeks",
                                "every",
                                "1"));
        assertThat(post(fields).status()).as("until when").isEqualTo(422);
        fields.addAll(List.of("times", "3"));
        Answer shown = post(fields);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body())
                .contains("3 days, 1 of them", "The colleague is taken", "_pick." + day(at, 7));
        fields.addAll(List.of("_confirmed", "true"));
        assertThat(post(fields).status()).as("a day still clashes").isEqualTo(409);
        fields.addAll(List.of("_pick." + day(at, 7), "skip"));
        Answer booked = post(fields);
        assertThat(booked.status()).as(booked.body()).isEqualTo(204);
        List<JsonNode> made = items();
        assertThat(made).hasSize(2);
        String first = "/appointments/" + made.getLast().path("id").asString();
        assertThat(desk.get(first).body()).contains("All of its series (2)");
        assertThat(desk.part(first + "/cancel").body())
                .contains("Only this one", "All of the series that are still to come (2)");

        Answer gone = desk.postPart(first + "/cancel", "reason", "Moves away", "scope", "all");
        assertThat(items()).extracting(a -> a.path("status").asString()).containsOnly("cancelled");
        String undo = gone.header("HX-Trigger").replaceAll(".*\"(/undo/\\d+)\".*", "$1");
        assertThat(desk.postPart(undo).status()).isLessThan(300);
        assertThat(items()).extracting(a -> a.path("status").asString()).containsOnly("booked");
        Answer noted =
                desk.postPart(
                        first + "/edit",
                        "note",
                        "By the window",
                        "scope",
                        "later",
                        "_version",
                        version(first));
        assertThat(noted.status()).as(noted.body()).isEqualTo(204);
        assertThat(items())
                .extracting(a -> a.path("note").asString())
                .containsOnly("By the window");
        assertThat(LocalTime.ofInstant(at, STOCKHOLM)).isEqualTo(there.toLocalTime());
    }

    private String version(String path) {
        return diary.api().get(path).etag().replace("\"", "");
    }

    private List<JsonNode> items() {
        return all(diary.api().get("/customers/" + maya + "/appointments").json().path("items"));
    }

    private Answer post(List<String> fields) {
        return desk.postPart("/appointments/create", fields.toArray(String[]::new));
    }
}
