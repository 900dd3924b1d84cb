package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many who want the same time: one has it. */
@ClienteleTest
class BookingRaceTests {
    private final Diary diary = Diary.plain();

    @Test
    void ofSixtyFourWhoWantOneTimeOneHasIt() {
        Instant at = Diary.freshDay();
        List<String> customers =
                IntStream.range(0, 64).mapToObj(i -> diary.customer("Racer " + i)).toList();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Race.between(
                customers.stream()
                        .map(c -> (Runnable) () -> answers.add(diary.book(c, Cast.paul(), at)))
                        .toArray(Runnable[]::new));
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() != 201)
                .hasSize(63)
                .allSatisfy(a -> assertThat(Diary.reason(a)).isEqualTo("double_booked"));
    }

    /** Each brings a guest to the other's colleague: whoever queued in another order would hang. */
    @Test
    void visitsThatWantTheSameTwoColleaguesDoNotBlockEachOther() {
        Instant at = Diary.freshDay();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Instant begun = Instant.now();
        Race.between(
                IntStream.range(0, 16)
                        .mapToObj(i -> visit(i, at))
                        .map(body ->
                                (Runnable) () -> answers.add(diary.api().post("/visits", body)))
                        .toArray(Runnable[]::new));
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(15);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    private Map<String, ?> visit(int i, Instant at) {
        String customer = diary.customer("Lead " + i);
        var one = diary.wish(customer, Cast.paul(), at);
        var other = diary.wish(customer, Cast.dora(), at);
        other.put("guestName", "Friend");
        return Map.of(
                "appointments",
                (i % 2 == 0 ? Stream.of(one, other) : Stream.of(other, one)).toList());
    }

    /**
     * Each chain needs both colleagues, in the one order or the other: one has all, others nothing.
     */
    @Test
    void ofChainsThatOverlapOneIsBookedWhole() {
        Instant at = Diary.freshDay();
        List<String> customers =
                IntStream.range(0, 16).mapToObj(i -> diary.customer("Chain " + i)).toList();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Instant begun = Instant.now();
        Race.between(
                IntStream.range(0, 16)
                        .mapToObj(i -> chain(i, customers.get(i), at))
                        .map(body ->
                                (Runnable) () -> answers.add(diary.api().post("/visits", body)))
                        .toArray(Runnable[]::new));
        assertThat(answers).allSatisfy(a -> assertThat(a.status()).as(a.body()).isIn(201, 409));
        List<String> won =
                answers.stream()
                        .filter(a -> a.status() == 201)
                        .map(a -> a.json().at("/appointments/0/customerId").asString())
                        .toList();
        assertThat(won).hasSize(1);
        for (String customer : customers) {
            assertThat(
                            diary.api()
                                    .get("/customers/" + customer + "/appointments")
                                    .json()
                                    .path("items"))
                    .as("all or nothing")
                    .hasSize(won.contains(customer) ? 2 : 0);
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    /** From Paul to Dora, or from Dora to Paul a little later: they meet in the middle. */
    private Map<String, ?> chain(int i, String customer, Instant at) {
        var one =
                diary.wish(
                        customer, i % 2 == 0 ? Cast.paul() : Cast.dora(), at.plusSeconds(60L * i));
        var other = diary.wish(customer, i % 2 == 0 ? Cast.dora() : Cast.paul(), at);
        other.remove("startsAt");
        return Map.of("appointments", List.of(one, other));
    }

    /** A customer who takes a place in a class and an appointment at once is in one of them. */
    @Test
    void nobodyIsInAClassAndServedAtOneTime() {
        Instant at = Diary.freshDay();
        String kind = made("/classes", Map.of("name", "Yoga " + at, "minutes", 60, "capacity", 50));
        String session =
                made(
                        "/class-sessions",
                        Map.of(
                                "kindId",
                                kind,
                                "branchId",
                                Cast.branch(),
                                "startsAt",
                                at.toString()));
        for (int i = 0; i < 8; i++) {
            String customer = diary.customer("Both " + i);
            Instant begins = at.plusSeconds(60L * (i % 2));
            Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
            Race.between(
                    () -> statuses.add(diary.book(customer, Cast.paul(), begins).status()),
                    () ->
                            statuses.add(
                                    diary.api()
                                            .post(
                                                    "/class-sessions/" + session + "/bookings",
                                                    Map.of("customerId", customer))
                                            .status()));
            assertThat(statuses).as("one of them").filteredOn(s -> s == 201).hasSizeLessThan(2);
            assertThat(statuses).allMatch(s -> s == 201 || s == 409);
        }
    }

    private String made(String path, Map<String, ?> details) {
        Answer answer = diary.api().post(path, details);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** What is moved away and booked anew at once never overlaps either. */
    @Test
    void movesAndBookingsOfOneAfternoonNeverOverlap() {
        Instant at = Diary.freshDay();
        List<String> booked =
                IntStream.range(0, 8)
                        .mapToObj(i ->
                                diary.booked(
                                        diary.customer("Mover " + i),
                                        Cast.paul(),
                                        at.plusSeconds(i * 2700L)))
                        .toList();
        String late = diary.customer("Late");
        Race.between(
                        IntStream.range(0, 32)
                                .mapToObj(i ->
                                        (Runnable)
                                                () -> {
                                                    Instant to =
                                                            at.plusSeconds(900L * (i * 7 % 29));
                                                    Answer answer =
                                                            i % 2 == 0
                                                                    ? diary.api()
                                                                            .post(
                                                                                    booked.get(
                                                                                                    i
                                                                                                            % 8)
                                                                                            + "/move",
                                                                                    Map.of(
                                                                                            "startsAt",
                                                                                            to
                                                                                                    .toString(),
                                                                                            "outsideHours",
                                                                                            true))
                                                                    : diary.book(
                                                                            late, Cast.paul(), to);
                                                    assertThat(answer.status())
                                                            .as(answer.body())
                                                            .isIn(200, 201, 409);
                                                })
                                .toArray(Runnable[]::new))
                .forEach(outcome -> assertThat(outcome).isEmpty());
        var day =
                diary.api()
                        .get(
                                "/appointments?limit=200&staffId=%s&from=%s&until=%s"
                                        .formatted(Cast.paul().staff(), at, at.plusSeconds(86400)));
        Instant free = Instant.MIN;
        for (var one : day.json().path("items")) {
            assertThat(Instant.parse(one.path("startsAt").asString())).isAfterOrEqualTo(free);
            free = Instant.parse(one.path("endsAt").asString());
        }
    }
}
