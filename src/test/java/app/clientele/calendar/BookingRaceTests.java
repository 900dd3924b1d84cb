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
