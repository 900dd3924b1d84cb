package app.clientele.calendar.classes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.calendar.Diary;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many who want the last places: as many have them as there are. */
@ClienteleTest
class ClassRaceTests {
    @Test
    void ofSixtyFourTenHaveThePlacesAndTheOthersWaitInOneOrder() {
        Studio studio = Studio.of(10);
        String session = studio.session(Diary.freshDay(), null);
        List<String> customers =
                IntStream.range(0, 64).mapToObj(i -> studio.customer("Racer " + i)).toList();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Race.between(
                customers.stream()
                        .map(c -> (Runnable) () -> answers.add(studio.join(session, c)))
                        .toArray(Runnable[]::new));
        assertThat(answers).allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(201));
        var now = studio.read(session);
        assertThat(now.path("taken").asInt()).isEqualTo(10);
        assertThat(now.path("waiting").asInt()).isEqualTo(54);

        List<String> in =
                answers.stream()
                        .filter(a -> a.json().path("status").asString().equals("booked"))
                        .map(a -> "/class-bookings/" + a.json().path("id").asString())
                        .toList();
        Race.between(
                in.stream()
                        .map(b -> (Runnable) () -> studio.api().post(b + "/cancellation", "{}"))
                        .toArray(Runnable[]::new));
        now = studio.read(session);
        assertThat(now.path("taken").asInt()).as("all passed on").isEqualTo(10);
        assertThat(now.path("waiting").asInt()).isEqualTo(44);
        assertThat(
                        studio.api()
                                .post(
                                        session + "/bookings",
                                        Map.of("customerId", studio.customer("Late")))
                                .status())
                .isEqualTo(409);
    }
}
