package app.clientele.calendar.online;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.calendar.online.Counter.Stranger;
import app.clientele.customers.Customers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requests that wait for the business: accepted, declined, or had at another time. */
@ClienteleTest
class RequestQueueTests {
    private final Counter counter = Counter.open();
    private final PageClient desk = Cast.dora().pages();
    private final PageClient stranger = PageClient.stranger();

    @AfterEach
    void asUsual() {
        Counter.settle(false, null, null);
    }

    private record Asked(Stranger who, String customer, String mine, String id) {}

    /** Somebody who only may ask, and did. */
    private Asked asked(int hour) {
        Stranger who = counter.stranger();
        String first = counter.booked(who, Counter.at(17));
        stranger.post(first + "/cancel");
        String customer = counter.customer(who);
        counter.rule(customer, "require_acceptance", false);
        String mine = counter.booked(who.again(), Counter.at(hour));
        var requests = counter.api().get("/customers/" + customer + "/booking-requests").json();
        return new Asked(who, customer, mine, requests.at("/items/0/appointmentId").asString());
    }

    private List<JsonNode> waiting() {
        return counter.api()
                .get("/booking-requests?branchId=" + counter.branch())
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void theOldestComesFirstWithWhatTheDeskWantsToKnow() {
        Asked first = asked(9);
        asked(10);
        assertThat(waiting()).hasSize(2);
        assertThat(waiting().getFirst().path("id").asString()).isEqualTo(first.id());
        assertThat(waiting().getFirst().path("firstTime").asBoolean()).isTrue();
        String page = desk.get("/requests?branch=" + counter.branch()).body();
        assertThat(page).contains("Noor Stranger", "First time", "Accept", "rail-count");
    }

    @Test
    void acceptedItIsBookedAndTheyHearOfIt() {
        Asked asked = asked(9);
        Answer accepted = desk.post("/requests/" + asked.id() + "/accept");
        assertThat(accepted.status()).isEqualTo(303);
        assertThat(stranger.get(asked.mine()).body()).contains("You are booked");
        assertThat(subjects(asked)).anyMatch(s -> s.startsWith("Booked: "));
        assertThat(waiting()).isEmpty();
        assertThat(desk.post("/requests/" + asked.id() + "/accept").status()).isEqualTo(404);
        assertThat(desk.get("/customers/" + asked.customer() + "/history").body())
                .contains("Appointment changed");
    }

    private List<String> subjects(Asked asked) {
        return counter.api()
                .get("/customers/" + asked.customer() + "/messages")
                .json()
                .path("items")
                .valueStream()
                .map(m -> m.path("subject").asString())
                .toList();
    }

    @Test
    void declinedTheyReadWhy() {
        Asked asked = asked(9);
        assertThat(desk.get("/requests/" + asked.id() + "/decline").body()).contains("Message");
        Answer declined =
                desk.post(
                        "/requests/" + asked.id() + "/decline", "message", "We are full that day.");
        assertThat(declined.status()).isEqualTo(303);
        assertThat(stranger.get(asked.mine()).body()).contains("declined", "We are full that day.");
        Asked other = asked(10);
        Answer byProgram =
                counter.api()
                        .post(
                                "/booking-requests/" + other.id() + "/refusal",
                                Map.of("message", "Sorry"));
        assertThat(byProgram.json().path("status").asString()).isEqualTo("declined");
    }

    @Test
    void anotherTimeIsProposedAndTaken() {
        Asked asked = asked(9);
        LocalDateTime other =
                LocalDateTime.ofInstant(Counter.at(14), ZoneId.of("Europe/Stockholm"));
        String path = "/requests/" + asked.id() + "/propose";
        assertThat(desk.get(path).body()).contains("Propose it");
        Answer night = desk.post(path, "date", other.toLocalDate().toString(), "time", "23:00");
        assertThat(night.status()).isEqualTo(409);
        Answer proposed =
                desk.post(
                        path,
                        "date",
                        other.toLocalDate().toString(),
                        "time",
                        "14:00",
                        "message",
                        "A little later?");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(303);
        assertThat(stranger.get(asked.mine()).body()).contains("Another time", "A little later?");
        assertThat(stranger.post(asked.mine() + "/answer", "answer", "yes").status())
                .isEqualTo(303);
        assertThat(stranger.get(asked.mine()).body()).contains("You are booked");
        var booked = counter.api().get("/appointments/" + asked.id()).json();
        assertThat(booked.path("startsAt").asString()).isEqualTo(Counter.at(14).toString());
        assertThat(stranger.post(asked.mine() + "/answer", "answer", "yes").status())
                .isEqualTo(409);
    }

    @Test
    void aProposalThatDoesNotSuitLeavesTheRequestWaiting() {
        Asked asked = asked(9);
        Map<String, ?> other = Map.of("startsAt", Counter.at(15).toString());
        Answer proposed =
                counter.api().post("/booking-requests/" + asked.id() + "/proposal", other);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        assertThat(waiting().getFirst().at("/proposal/staff").asString()).isEqualTo("Ines");
        counter.booked(counter.stranger(), Counter.at(15));
        Answer taken = stranger.post(asked.mine() + "/answer", "answer", "yes");
        assertThat(taken.status()).as("somebody else was faster").isEqualTo(409);
        assertThat(stranger.post(asked.mine() + "/answer", "answer", "no").status()).isEqualTo(303);
        assertThat(waiting()).hasSize(1);
        assertThat(waiting().getFirst().path("proposal").isNull()).isTrue();
    }

    @Test
    void ofTwoRequestsForOneTimeOneIsAccepted() {
        Asked one = asked(11);
        Asked other = asked(11);
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Race.between(accepting(one, answers), accepting(other, answers));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(waiting()).hasSize(1);
        assertThat(waiting().getFirst().path("taken").asBoolean()).isTrue();
        String left = waiting().getFirst().path("id").asString();
        Answer late = desk.post("/requests/" + left + "/accept");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("The colleague is taken at that time.");
    }

    private Runnable accepting(Asked asked, Queue<Answer> answers) {
        return () ->
                answers.add(
                        counter.api()
                                .post("/booking-requests/" + asked.id() + "/acceptance", Map.of()));
    }

    @Test
    void requestsGoToWhomTheCustomerPrefers() {
        asked(9);
        Asked hers = asked(10);
        UUID dora = Cast.dora().staff();
        Cast.mia()
                .run(() ->
                        Cast.bean(Customers.class)
                                .change(
                                        UUID.fromString(hers.customer()),
                                        c -> c.with(d -> d.preferredStaffIds = List.of(dora))));
        assertThat(waiting().getFirst().path("id").asString()).isNotEqualTo(hers.id());
        Counter.settle(true, null, null);
        var forwarded =
                waiting().stream()
                        .filter(r -> r.path("id").asString().equals(hers.id()))
                        .findFirst();
        assertThat(forwarded.orElseThrow().path("forwardedTo").asString()).isEqualTo("Dora Lind");
        String mine = desk.get("/requests?branch=" + counter.branch()).body();
        assertThat(mine.indexOf(hers.id()))
                .isLessThan(mine.lastIndexOf("/accept") - 60)
                .isPositive();
        assertThat(mine).contains("For you");
        assertThat(Cast.mia().pages().get("/requests").body()).contains("For Dora Lind");
    }

    @Test
    void theCustomersOwnRequestCanBeTakenBack() {
        Asked asked = asked(9);
        assertThat(stranger.post(asked.mine() + "/cancel").status()).isEqualTo(303);
        assertThat(waiting()).isEmpty();
        assertThat(Instant.now()).isBefore(Counter.at(9));
    }
}
