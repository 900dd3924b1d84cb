package app.clientele.calendar.online;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.Statements;
import app.clientele.access.SignInThrottle;
import app.clientele.calendar.online.Counter.Stranger;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Booking without an account, as strangers and as people the business knows. */
@ClienteleTest
class PublicBookingTests {
    private final Counter counter = Counter.open();
    private final PageClient stranger = PageClient.stranger();

    @AfterEach
    void asUsual() {
        Counter.settle(false, null, null);
    }

    @Test
    void aStrangerBooksAndHasARecordFromThenOn() {
        Stranger noor = counter.stranger();
        String mine = counter.booked(noor, Counter.at(10));
        assertThat(stranger.get(mine).body()).contains("You are booked", "Anybody", "Cancel it");
        String customer = counter.customer(noor);
        var record = counter.api().get("/customers/" + customer).json();
        assertThat(record.path("createdVia").asString()).isEqualTo("booking");
        assertThat(Cast.dora().pages().get("/customers/" + customer).body())
                .contains("Created by online booking on");
        assertThat(Cast.dora().pages().get("/customers/" + customer + "/history").body())
                .contains("Asked for online", "By the customer, booking online");
        var asked = counter.api().get("/customers/" + customer + "/booking-requests").json();
        assertThat(asked.at("/items/0/status").asString()).isEqualTo("booked");
        assertThat(asked.at("/items/0/name").asString()).isEqualTo("Noor Stranger");
        var letter = counter.api().get("/customers/" + customer + "/messages").json();
        assertThat(letter.at("/items/0/purpose").asString()).isEqualTo("booking");
        assertThat(letter.at("/items/0/text").asString()).contains(Counter.page() + "/mine/");
    }

    @Test
    void eachStepIsAPageOfItsOwn() {
        String page = Counter.page();
        String at = page + "?branch=" + counter.branch();
        assertThat(stranger.get(page).body()).contains("Where?", counter.branch().toString());
        assertThat(stranger.get(at).body())
                .contains("What would you like?", counter.service().toString());
        String times = at + "&service=" + counter.service() + "&staff=any";
        assertThat(stranger.get(times).body()).contains("When?", "Central European");
        assertThat(Statements.during(() -> stranger.get(times)))
                .filteredOn(message -> message.startsWith("Executing"))
                .hasSizeBetween(2, 3);
        String chosen = stranger.get(times + "&start=" + Counter.at(11)).body();
        assertThat(chosen)
                .contains("Who are you?", "name=\"submissionId\"", "name=\"termsAccepted\"");
        Answer rule =
                counter.api()
                        .post(
                                "/fee-rules",
                                Map.of(
                                        "kind",
                                        "deposit",
                                        "percent",
                                        20,
                                        "whom",
                                        "new",
                                        "serviceIds",
                                        List.of(counter.service())));
        assertThat(rule.status()).as(rule.toString()).isEqualTo(201);
        assertThat(stranger.get(times + "&start=" + Counter.at(11)).body())
                .contains("we ask for a deposit of 20 %. This is so for new customers.");
        counter.api().delete("/fee-rules/" + rule.json().path("id").asString());
        assertThat(stranger.get("/book/no-such-place").status()).isEqualTo(404);
    }

    @Test
    void whatIsMissingIsSaidWhereItIsMissing() {
        Answer empty =
                counter.book(
                        counter.stranger(),
                        Counter.at(10),
                        "email",
                        "noor",
                        "phone",
                        "12",
                        "firstName",
                        "",
                        "termsAccepted",
                        "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains(
                        "not a complete e-mail address",
                        "not a phone number",
                        "Please accept this");
        assertThat(stranger.post(Counter.page(), "startsAt", "never").status()).isEqualTo(422);
    }

    @Test
    void theSameFormSentTwiceBooksOnce() {
        Stranger noor = counter.stranger();
        counter.booked(noor, Counter.at(12));
        String again = counter.booked(noor, Counter.at(12));
        assertThat(stranger.get(again).body()).contains("You are booked");
        var all =
                counter.api().get("/customers/" + counter.customer(noor) + "/appointments").json();
        assertThat(all.path("items").size()).isEqualTo(1);
    }

    @Test
    void aKnownRecordIsNeverChangedButAsked() {
        Stranger noor = counter.stranger();
        counter.booked(noor, Counter.at(9));
        String customer = counter.customer(noor);
        var before = counter.api().get("/customers/" + customer).json();
        Stranger other = noor.called("Nora").withPhone("+46709999999");
        counter.booked(other, Counter.at(10));
        assertThat(counter.api().get("/customers/" + customer).json()).isEqualTo(before);
        String path = "/customers/" + customer + "/suggested-changes";
        var suggested = counter.api().get(path).json().path("items");
        assertThat(suggested.size()).isEqualTo(2);
        String name = suggested.path(0).path("id").asString();
        String phone = suggested.path(1).path("id").asString();
        PageClient desk = Cast.dora().pages();
        assertThat(desk.get("/customers/" + customer).body()).contains("Suggested changes", "Nora");
        assertThat(desk.post(path + "/" + phone + "/accept").status()).isEqualTo(303);
        assertThat(counter.api().post(path + "/" + name + "/refusal", Map.of()).status())
                .isEqualTo(204);
        var after = counter.api().get("/customers/" + customer).json();
        assertThat(after.path("firstName").asString()).isEqualTo("Noor");
        assertThat(after.path("phones").size()).isEqualTo(2);
        counter.booked(other.again(), Counter.at(11));
        assertThat(counter.api().get(path).json().path("items").isEmpty())
                .as("asked once")
                .isTrue();
        assertThat(counter.api().post(path + "/" + name + "/acceptance", Map.of()).status())
                .isEqualTo(409);
        assertThat(desk.get("/customers/" + customer + "/history").body())
                .contains("Change suggested", "Suggested change decided");
    }

    @Test
    void aPhoneAloneIsEnoughToBeKnown() {
        Stranger noor = counter.stranger();
        counter.booked(noor, Counter.at(9));
        String local = "0" + noor.phone().substring(3);
        counter.booked(noor.withEmail("other@example.org").withPhone(local), Counter.at(10));
        var all =
                counter.api().get("/customers/" + counter.customer(noor) + "/appointments").json();
        assertThat(all.path("items").size()).isEqualTo(2);
    }

    @Test
    void whoMustBeAcceptedOnlyAsks() {
        Stranger noor = counter.stranger();
        counter.booked(noor, Counter.at(9));
        counter.rule(counter.customer(noor), "require_acceptance", false);
        String mine = counter.booked(noor.again(), Counter.at(13));
        assertThat(stranger.get(mine).body()).contains("Your request was sent", "not booked yet");
    }

    @Test
    void whoIsBlockedReadsTheBusinesssWordsAndNothingElse() {
        Counter.settle(false, "Ring us: we find something.", null);
        Stranger noor = counter.stranger();
        counter.booked(noor, Counter.at(9));
        String customer = counter.customer(noor);
        counter.rule(customer, "block", false);
        Answer refused = counter.book(noor.again(), Counter.at(14));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Ring us").doesNotContain("Late twice", "block");
        counter.rule(customer, "waitlist_only", false);
        Answer waits = counter.book(noor.again(), Counter.at(14));
        assertThat(waits.status()).isEqualTo(409);
        assertThat(waits.body())
                .contains("Put me on the waiting list", "value=\"" + noor.email())
                .doesNotContain("Late twice");
        counter.rule(customer, "block", true);
        Answer hushed = counter.book(noor.again(), Counter.at(14));
        Answer gone = counter.book(counter.stranger(), Counter.at(9));
        assertThat(hushed.status()).isEqualTo(gone.status());
        assertThat(hushed.body()).contains("just been taken").doesNotContain("Ring us");
        var asked = counter.api().get("/customers/" + customer + "/booking-requests").json();
        assertThat(asked.at("/items/0/status").asString()).isEqualTo("refused");
    }

    /**
     * Known and unknown people are answered alike, a service they dislike and a second place too.
     */
    @Test
    void nothingTellsWhoIsACustomer() {
        Stranger known = counter.stranger();
        counter.booked(known, Counter.at(9));
        String customer = counter.customer(known);
        Map<String, ?> own =
                Map.of(
                        "serviceId",
                        counter.service(),
                        "minutes",
                        50,
                        "price",
                        Map.of("amount", "12.50", "currency", "SEK"));
        assertThat(counter.api().post("/customers/" + customer + "/prices", own).status())
                .isEqualTo(201);
        Answer one = counter.book(known.again(), Counter.at(15));
        Answer other = counter.book(counter.stranger(), Counter.at(16));
        assertThat(shape(one)).isEqualTo(shape(other));
        assertThat(stranger.get(one.location()).body().length())
                .isEqualTo(stranger.get(other.location()).body().length());
        Counter elsewhere = Counter.open();
        Answer atOnce = elsewhere.book(known.again(), Counter.at(15));
        assertThat(shape(atOnce)).isEqualTo(shape(other));
        counter.api()
                .post(
                        "/customers/" + customer + "/disliked-services",
                        Map.of("serviceId", counter.service(), "comment", "Itches"));
        Answer disliked = counter.book(known.again(), Counter.at(17));
        assertThat(disliked.status()).isEqualTo(409);
        assertThat(disliked.body()).doesNotContain("Itches", "dislike");
    }

    private static String shape(Answer answer) {
        return answer.status()
                + answer.location().replaceAll("mine/[^?]+", "mine/x")
                + answer.body();
    }

    @Test
    void ofTwentyWhoWantTheLastTimeOneHasIt() {
        List<Stranger> racers = IntStream.range(0, 20).mapToObj(i -> counter.stranger()).toList();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Race.between(
                racers.stream()
                        .map(r -> (Runnable) () -> answers.add(counter.book(r, Counter.at(16))))
                        .toArray(Runnable[]::new));
        assertThat(answers).filteredOn(a -> a.status() == 303).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() != 303)
                .hasSize(19)
                .allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(409));
        long made =
                racers.stream()
                        .filter(r ->
                                !counter.api()
                                        .get("/customers?email=" + r.email())
                                        .json()
                                        .path("items")
                                        .isEmpty())
                        .count();
        assertThat(made).as("nobody is made a customer who got nothing").isEqualTo(1);
    }

    @Test
    void theLinkCancelsAndTheTimeIsFreeAgain() {
        Stranger noor = counter.stranger();
        String mine = counter.booked(noor, Counter.at(10));
        assertThat(counter.book(counter.stranger(), Counter.at(10)).status()).isEqualTo(409);
        assertThat(stranger.post(mine + "/cancel").status()).isEqualTo(303);
        assertThat(stranger.get(mine).body()).contains("Cancelled");
        assertThat(stranger.post(mine + "/cancel").status()).isEqualTo(409);
        counter.booked(counter.stranger(), Counter.at(10));
        assertThat(stranger.get(Counter.page() + "/mine/no-such-link").status()).isEqualTo(404);
    }

    @Test
    void onlySitesOnTheListMayShowIt() {
        assertThat(stranger.get(Counter.page()).header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
        Counter.settle(false, null, "https://www.example.com/\n");
        Answer page = stranger.get(Counter.page());
        assertThat(page.header("Content-Security-Policy"))
                .endsWith("frame-ancestors https://www.example.com");
        assertThat(page.header("X-Frame-Options")).isEmpty();
        assertThat(stranger.get("/sign-in").header("X-Frame-Options")).isEqualTo("DENY");
        Answer script = stranger.get(Counter.page() + "/embed.js");
        assertThat(script.body()).contains("createElement(\"iframe\")");
        Answer broken =
                Cast.mia().pages().post("/settings/booking", "allowedSites", "x; script-src *");
        assertThat(broken.status()).isEqualTo(422);
    }

    @Test
    void oneContactIsNotFloodedFromAnywhere() {
        Stranger noor = counter.stranger();
        int status = 0;
        for (int i = 0; i < 12 && status != 429; i++) {
            Answer answer = counter.book(noor.again(), Counter.at(9), "firstName", "");
            status = answer.status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(counter.book(counter.stranger(), Counter.at(9)).status()).isEqualTo(303);
    }

    @Test
    void whoeverAsksForFreeTimesWithoutEndIsMadeToWait() throws Exception {
        SignInThrottle throttle = Cast.bean(SignInThrottle.class);
        while (throttle.lookOnce("127.0.0.2").isEmpty()) {
            // until there is too much of it
        }
        var page = HttpRequest.newBuilder(URI.create(Cast.url() + Counter.page())).build();
        try (var crawler =
                HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.2")).build()) {
            var answer = crawler.send(page, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        }
        assertThat(stranger.get(Counter.page()).status()).isEqualTo(200);
    }

    @Test
    void aProgramBooksForWhoeverComesToItsSite() {
        Stranger noor = counter.stranger();
        Map<String, Object> wanted = wanted(noor, Counter.at(12));
        Answer made = counter.api().post("/online-bookings", wanted);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("createdVia").asString()).isEqualTo("booking");
        Answer late =
                counter.api().post("/online-bookings", wanted(counter.stranger(), Counter.at(12)));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/reasons/0/code").asString()).isEqualTo("time_gone");
        wanted.put("termsAccepted", false);
        assertThat(
                        counter.api()
                                .post("/online-bookings", wanted)
                                .json()
                                .at("/errors/0/field")
                                .asString())
                .isEqualTo("termsAccepted");
    }

    private Map<String, Object> wanted(Stranger who, Instant at) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("branchId", counter.branch());
        wanted.put("serviceId", counter.service());
        wanted.put("startsAt", at.toString());
        wanted.put("firstName", who.first());
        wanted.put("email", who.email());
        wanted.put("phone", who.phone());
        wanted.put("termsAccepted", true);
        wanted.put("submissionId", who.submission().toString());
        return wanted;
    }
}
