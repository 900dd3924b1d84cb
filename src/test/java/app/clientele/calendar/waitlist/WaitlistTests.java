package app.clientele.calendar.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.calendar.online.Counter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What gets free is offered to the first in the line whom it suits, and kept for them. */
@ClienteleTest
class WaitlistTests {
    private final Line line = Line.open();
    private final PageClient stranger = PageClient.stranger();

    @AfterEach
    void asUsual() {
        Counter.acceptance(false);
    }

    @Test
    void whatGetsFreeIsKeptForTheFirst() {
        String taken = line.booked(Line.at(10));
        String ana = line.customer("Ana");
        String first = line.waits(ana);
        String second = line.waits(line.customer("Ben"));
        String afternoon = line.waits(line.customer("Cleo"), "earliest", "14:00", "latest", null);
        assertThat(line.entry(second).path("place").asInt()).isEqualTo(2);
        Line.round();
        assertThat(line.status(first)).as("ten to twelve is not free").isEqualTo("waiting");

        line.calledOff(taken);
        Line.round();
        assertThat(line.status(first)).isEqualTo("offered");
        assertThat(line.status(second)).isEqualTo("waiting");
        assertThat(line.status(afternoon)).isEqualTo("waiting");
        var offer = line.entry(first).path("offer");
        assertThat(offer.path("startsAt").asString()).isEqualTo(Line.at(10).toString());
        assertThat(offer.path("automatic").asBoolean()).isTrue();
        assertThat(line.book(line.customer("Late"), Line.at(10)).status()).isEqualTo(409);

        String mine = line.mine(ana);
        assertThat(stranger.get(mine).body()).contains("A time got free for you", "Please answer");
        assertThat(line.status(first)).as("reading answers nothing").isEqualTo("offered");
        assertThat(stranger.post(mine + "/offer", "answer", "yes").status()).isEqualTo(303);
        assertThat(stranger.get(mine).body()).contains("You are booked");
        assertThat(line.status(first)).isEqualTo("booked");
        assertThat(appointment(offer.path("appointmentId").asString())).isEqualTo("confirmed");
        Line.round();
        assertThat(line.status(second)).isEqualTo("waiting");
    }

    private String appointment(String id) {
        return line.api().get("/appointments/" + id).json().path("status").asString();
    }

    @Test
    void declinedItGoesToTheNextAndIsNotOfferedTwice() {
        String taken = line.booked(Line.at(10));
        String ana = line.customer("Ana");
        String first = line.waits(ana);
        String second = line.waits(line.customer("Ben"));
        line.calledOff(taken);
        Line.round();
        String mine = line.mine(ana);
        assertThat(stranger.post(mine + "/offer", "answer", "no").status()).isEqualTo(303);
        assertThat(stranger.get(mine).body()).contains("no longer kept for you");
        Line.round();
        assertThat(line.status(second)).isEqualTo("offered");
        assertThat(line.status(first)).isEqualTo("waiting");
        assertThat(line.entry(first).path("lastAnswer").asString()).isEqualTo("declined");
        assertThat(line.api().delete("/waitlist/" + second + "/offer").status()).isEqualTo(200);
        Line.round();
        assertThat(line.status(first)).as("they did not want it").isEqualTo("waiting");
        String summary = "/customers/" + ana + "/summary";
        assertThat(line.api().get(summary).json().path("cancellations").asInt()).isZero();
        assertThat(line.api().get("/customers/" + ana + "/appointments").json().path("items"))
                .isEmpty();
    }

    @Test
    void whatIsNotAnsweredInTimeLapsesAndIsPassedOn() {
        String taken = line.booked(Line.at(10));
        String ana = line.customer("Ana");
        String first = line.waits(ana);
        String second = line.waits(line.customer("Ben"));
        line.calledOff(taken);
        Line.round();
        String mine = line.mine(ana);
        Line.termIsOver(first);
        assertThat(stranger.post(mine + "/offer", "answer", "yes").status()).isEqualTo(409);
        Line.round();
        assertThat(line.status(first)).isEqualTo("waiting");
        assertThat(line.entry(first).path("lastAnswer").asString()).isEqualTo("lapsed");
        assertThat(line.status(second)).isEqualTo("offered");
    }

    @Test
    void whoIsMovedFirstIsAskedFirst() {
        String taken = line.booked(Line.at(10));
        String first = line.waits(line.customer("Ana"));
        String second = line.waits(line.customer("Ben"));
        String path = "/waitlist/" + second + "/first";
        assertThat(line.api().post(path, "{}").status()).isEqualTo(422);
        var moved = line.api().post(path, Map.of("reason", "We called them off twice"));
        assertThat(moved.json().path("place").asInt()).isEqualTo(1);
        line.calledOff(taken);
        Line.round();
        assertThat(line.status(second)).isEqualTo("offered");
        assertThat(line.status(first)).isEqualTo("waiting");
    }

    @Test
    void theDeskOffersByHandWhatSuits() {
        String entry = line.waits(line.customer("Ana"));
        var times = line.api().get("/waitlist/" + entry + "/times").json().path("items");
        assertThat(times.size()).isEqualTo(5);
        assertThat(times.at("/0/startsAt").asString()).isEqualTo(Line.at(10).toString());
        var offered = offer(entry);
        assertThat(offered.json().at("/offer/automatic").asBoolean()).isFalse();
        assertThat(offer(entry).status()).as("once is enough").isEqualTo(409);
        String kept = offered.json().at("/offer/appointmentId").asString();
        assertThat(line.api().get("/booking-requests/" + kept).status())
                .as("no request that waits for the desk")
                .isEqualTo(404);
        Answer moved =
                line.api()
                        .post(
                                "/appointments/" + kept + "/move",
                                Map.of("startsAt", Line.at(11).toString()));
        assertThat(moved.status()).isEqualTo(409);
        assertThat(line.api().post("/waitlist/" + entry + "/ending", "{}").status()).isEqualTo(409);
        var taken = line.api().post("/waitlist/" + entry + "/offer/acceptance", "{}");
        assertThat(taken.json().path("status").asString()).isEqualTo("confirmed");
        assertThat(line.status(entry)).isEqualTo("booked");
    }

    private Answer offer(String entry) {
        return line.api()
                .post("/waitlist/" + entry + "/offer", Map.of("startsAt", Line.at(10).toString()));
    }

    /** However the appointment that keeps the time becomes another thing. */
    @Test
    void theOfferFollowsItsAppointment() {
        String entry = line.waits(line.customer("Ana"));
        String kept = offer(entry).json().at("/offer/appointmentId").asString();
        var cancelled = line.api().post("/appointments/" + kept + "/cancellation", "{}");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(line.status(entry)).isEqualTo("waiting");
        assertThat(line.entry(entry).path("lastAnswer").asString()).isEqualTo("withdrawn");
        String other = offer(entry).json().at("/offer/appointmentId").asString();
        assertThat(line.api().post("/booking-requests/" + other + "/acceptance", "{}").status())
                .isEqualTo(200);
        assertThat(line.status(entry)).isEqualTo("booked");
    }

    @Test
    void whatMustBeAcceptedIsARequestThatKeepsItsTime() {
        Counter.acceptance(true);
        String taken = line.booked(Line.at(10));
        String ana = line.customer("Ana");
        String entry = line.waits(ana);
        line.calledOff(taken);
        Line.round();
        String mine = line.mine(ana);
        stranger.post(mine + "/offer", "answer", "yes");
        assertThat(stranger.get(mine).body()).contains("Your request was sent");
        assertThat(line.status(entry)).isEqualTo("booked");
        assertThat(line.book(line.customer("Late"), Line.at(10)).status()).isEqualTo(409);
    }

    @Test
    void whoIsBlockedIsPassedOverAndADislikedServiceIsRefused() {
        String taken = line.booked(Line.at(10));
        String ana = line.customer("Ana");
        String first = line.waits(ana);
        String second = line.waits(line.customer("Ben"));
        line.api().put("/customers/" + ana + "/online-booking", Map.of("rule", "block"));
        line.calledOff(taken);
        Line.round();
        assertThat(line.status(first)).isEqualTo("waiting");
        assertThat(line.status(second)).isEqualTo("offered");
        String cleo = line.customer("Cleo");
        line.api()
                .post(
                        "/customers/" + cleo + "/disliked-services",
                        Map.of("serviceId", line.counter().service()));
        var refused = line.api().post("/waitlist", line.wish(cleo));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("service_disliked");
    }

    @Test
    void hoursThatOpenAreLookedAt() {
        String entry = line.waits(line.customer("Ana"), "earliest", "19:00", "latest", "21:00");
        Line.round();
        assertThat(line.status(entry)).isEqualTo("waiting");
        var opened =
                line.api()
                        .put(
                                "/branches/"
                                        + line.counter().branch()
                                        + "/opening-hours/dates/"
                                        + Line.day(),
                                Map.of(
                                        "name",
                                        "Late night",
                                        "hours",
                                        List.of(Map.of("from", "09:00", "until", "21:00"))));
        assertThat(opened.status()).as(opened.toString()).isLessThan(300);
        Line.round();
        assertThat(line.status(entry)).isEqualTo("offered");
    }

    @Test
    void badWishesAreToldByField() {
        String ana = line.customer("Ana");
        var wrong = line.api().post("/waitlist", line.wish(ana, "to", "2020-01-01"));
        assertThat(wrong.status()).isEqualTo(422);
        var late = line.api().post("/waitlist", line.wish(ana, "latest", "09:00"));
        assertThat(late.body()).contains("\"field\":\"latest\"");
        var nobody = line.api().post("/waitlist", line.wish(UUID.randomUUID().toString()));
        assertThat(nobody.status()).isEqualTo(404);
        String entry = line.waits(ana);
        Answer seen = line.api().get("/waitlist/" + entry);
        var changed =
                line.api().patch("/waitlist/" + entry, seen.etag(), Map.of("weekdays", List.of(8)));
        assertThat(changed.status()).isEqualTo(422);
        changed = line.api().patch("/waitlist/" + entry, seen.etag(), Map.of("note", "Or later"));
        assertThat(changed.json().path("note").asString()).isEqualTo("Or later");
        var stale = line.api().patch("/waitlist/" + entry, seen.etag(), Map.of("note", "x"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(line.api().get("/customers/" + ana + "/changes").body())
                .contains("waitlist_entry");
    }
}
