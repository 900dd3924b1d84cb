package app.clientele.calendar.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever comes at once: a time is offered to one, and one answer counts. */
@ClienteleTest
class WaitlistRaceTests {
    private static final int ROUNDS = 6;

    private final Line line = Line.open();

    private record Kept(String customer, String entry, String mine) {}

    /** A time is offered to somebody by itself. */
    private Kept kept(int hour) {
        String taken = line.booked(Line.at(hour));
        String customer = line.customer("Ana");
        String entry = waits(customer, hour);
        line.calledOff(taken);
        Line.round();
        assertThat(line.status(entry)).isEqualTo("offered");
        return new Kept(customer, entry, line.mine(customer));
    }

    private String waits(String customer, int hour) {
        return line.waits(customer, "earliest", hour + ":00", "latest", hour + 1 + ":00");
    }

    private static Runnable answer(Queue<Integer> answers, Kept kept, String answer) {
        return () ->
                answers.add(
                        PageClient.stranger()
                                .post(kept.mine() + "/offer", "answer", answer)
                                .status());
    }

    @Test
    void twoWhoTakeItAtOnceTakeItOnce() {
        Kept kept = kept(10);
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        Race.between(
                IntStream.range(0, 8)
                        .mapToObj(i -> answer(answers, kept, "yes"))
                        .toArray(Runnable[]::new));
        assertThat(answers).hasSize(8).allMatch(status -> status == 303);
        var booked = line.api().get("/customers/" + kept.customer() + "/appointments").json();
        assertThat(booked.path("items").size()).isEqualTo(1);
        assertThat(booked.at("/items/0/status").asString()).isEqualTo("confirmed");
        var letters = line.api().get("/customers/" + kept.customer() + "/messages").json();
        assertThat(letters.path("items").valueStream())
                .filteredOn(l -> l.path("subject").asString().startsWith("Booked: "))
                .hasSize(1);
    }

    @Test
    void yesAndNoAtOnceComeToOneOfThem() {
        for (int i = 0; i < ROUNDS; i++) {
            Kept kept = kept(10 + i);
            Queue<Integer> answers = new ConcurrentLinkedQueue<>();
            Race.between(answer(answers, kept, "yes"), answer(answers, kept, "no"));
            assertThat(answers).containsExactlyInAnyOrder(303, 409);
            assertThat(line.status(kept.entry())).isIn("booked", "waiting");
        }
    }

    /** Lapsed and taken at the same moment: taken, or free again and refused. */
    @Test
    void whatLapsesWhileItIsTakenIsOneOfBoth() {
        for (int i = 0; i < ROUNDS; i++) {
            Kept kept = kept(10 + i);
            Queue<Integer> answers = new ConcurrentLinkedQueue<>();
            Race.between(
                    answer(answers, kept, "yes"),
                    () -> {
                        Line.termIsOver(kept.entry());
                        Line.round();
                    });
            boolean taken = answers.peek() == 303;
            assertThat(line.status(kept.entry())).isEqualTo(taken ? "booked" : "waiting");
            Answer other = line.book(line.customer("Other"), Line.at(10 + i));
            assertThat(other.status()).isEqualTo(taken ? 409 : 201);
        }
    }

    @Test
    void aTimeIsOfferedToOneWhileOthersBookIt() {
        for (int i = 0; i < ROUNDS; i++) {
            int hour = 10 + i;
            String taken = line.booked(Line.at(hour));
            List<String> entries =
                    IntStream.range(0, 3)
                            .mapToObj(n -> waits(line.customer("Waits " + n), hour))
                            .toList();
            String other = line.customer("Other");
            line.calledOff(taken);
            Queue<Integer> booked = new ConcurrentLinkedQueue<>();
            Race.between(
                    Line::round,
                    Line::round,
                    () -> booked.add(line.book(other, Line.at(hour)).status()));
            long offered = entries.stream().filter(e -> line.status(e).equals("offered")).count();
            long won =
                    Stream.of(offered, booked.stream().filter(s -> s == 201).count())
                            .mapToLong(Long::longValue)
                            .sum();
            assertThat(won).as("one has it").isEqualTo(1);
            assertThat(booked).allMatch(s -> s == 201 || s == 409);
        }
    }
}
