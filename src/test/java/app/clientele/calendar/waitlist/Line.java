package app.clientele.calendar.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.calendar.online.Counter;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.rules.BookingSettings.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A branch whose one colleague is booked, and customers who wait for her. */
record Line(Counter counter) {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Pattern MINE = Pattern.compile("/book/[^/]+/mine/[\\w-]+");

    static Line open() {
        usual();
        return new Line(Counter.open());
    }

    /** Whatever other tests have settled. */
    private static void usual() {
        Cast.mia()
                .run(() -> {
                    var settings = Cast.bean(BookingSettings.class);
                    settings.change(Rules.USUAL.details(), settings.current().version());
                });
    }

    ApiClient api() {
        return counter.api();
    }

    static LocalDate day() {
        return LocalDate.now(STOCKHOLM).plusDays(3);
    }

    /** A full hour of that day. */
    static Instant at(int hour) {
        return day().atTime(LocalTime.of(hour, 0)).atZone(STOCKHOLM).toInstant();
    }

    String customer(String name) {
        var email = Map.of("address", UUID.randomUUID() + "@example.com", "primary", true);
        return id(
                api().post(
                                "/customers",
                                Map.of(
                                        "firstName",
                                        name,
                                        "lastName",
                                        "Waits",
                                        "emails",
                                        List.of(email))));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Somebody has that time. */
    String booked(Instant at) {
        return id(book(customer("Has it"), at));
    }

    Answer book(String customer, Instant at) {
        return api().post(
                        "/appointments",
                        Map.of(
                                "customerId",
                                customer,
                                "branchId",
                                counter.branch(),
                                "serviceId",
                                counter.service(),
                                "staffId",
                                counter.staff(),
                                "startsAt",
                                at.toString()));
    }

    void calledOff(String appointment) {
        assertThat(api().post("/appointments/" + appointment + "/cancellation", "{}").status())
                .isEqualTo(200);
    }

    /** They wait for that day, between ten and twelve. */
    String waits(String customer, Object... more) {
        return id(api().post("/waitlist", wish(customer, more)));
    }

    Map<String, Object> wish(String customer, Object... more) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("customerId", customer);
        wish.put("branchId", counter.branch());
        wish.put("serviceId", counter.service());
        wish.put("from", day().toString());
        wish.put("to", day().toString());
        wish.put("earliest", "10:00");
        wish.put("latest", "12:00");
        for (int i = 0; i < more.length; i += 2) {
            wish.put(String.valueOf(more[i]), more[i + 1]);
        }
        return wish;
    }

    JsonNode entry(String id) {
        return api().get("/waitlist/" + id).json();
    }

    String status(String id) {
        return entry(id).path("status").asString();
    }

    /** What the job does, which may do it at the same time. */
    static void round() {
        WaitlistJobs.run(Cast.bean(WaitlistRound.class), Cast.bean(WaitlistAnswers.class));
    }

    /** Their time to answer is over. */
    static void termIsOver(String entry) {
        TestDatabase.ownerClient()
                .sql(
                        "update waitlist_offer set offer_until = now() - interval '1 second' where entry_id = :entry::uuid and decision = 'open'")
                .param("entry", entry)
                .update();
    }

    /** The page the last letter to somebody leads to. */
    String mine(String customer) {
        String text =
                api().get("/customers/" + customer + "/messages")
                        .json()
                        .at("/items/0/text")
                        .asString();
        var found = MINE.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
