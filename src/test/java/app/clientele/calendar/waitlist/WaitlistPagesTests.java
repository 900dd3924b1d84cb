package app.clientele.calendar.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.calendar.online.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The line at the desk, and how strangers join it. */
@ClienteleTest
class WaitlistPagesTests {
    private final Line line = Line.open();
    private final PageClient desk = Cast.dora().pages();
    private final PageClient stranger = PageClient.stranger();

    private String list() {
        return desk.get("/waitlist?branch=" + line.counter().branch()).body();
    }

    @Test
    void theDeskPutsSomebodyInTheLineAndOffersThemATime() {
        String ana = line.customer("Ana");
        String form = "/waitlist/create?customerId=" + ana + "&branchId=" + line.counter().branch();
        assertThat(desk.get(form).body()).contains("Ana Waits", "Put on the waiting list");
        Answer bad = desk.post("/waitlist/create", "customerId", ana, "note", "Kept");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("Kept", "Ana Waits");
        Answer joined = desk.post("/waitlist/create", fields(ana));
        assertThat(joined.status()).as(joined.body()).isEqualTo(303);
        assertThat(list()).contains("Ana Waits", "Offer a time", "Take off");
        assertThat(desk.get("/customers/" + ana + "/appointments").body())
                .contains("Waiting list", "Offer a time");
        String entry = entry(ana);
        assertThat(desk.get("/waitlist/" + entry + "/offer").body()).contains("10:00", "Ines");
        Answer offered =
                desk.post("/waitlist/" + entry + "/offer", "startsAt", Line.at(10).toString());
        assertThat(offered.status()).isEqualTo(303);
        assertThat(list()).contains("They take it", "left to answer");
        assertThat(desk.post("/waitlist/" + entry + "/offer/withdraw").status()).isEqualTo(303);
        assertThat(desk.post("/waitlist/" + entry + "/offer/withdraw").status()).isEqualTo(409);
        assertThat(desk.post("/waitlist/" + entry + "/end").status()).isEqualTo(303);
        assertThat(list()).doesNotContain("Ana Waits");
        assertThat(desk.get("/waitlist?status=ended&branch=" + line.counter().branch()).body())
                .contains("Ana Waits");
    }

    private String entry(String customer) {
        return line.api()
                .get("/customers/" + customer + "/waitlist")
                .json()
                .at("/items/0/id")
                .asString();
    }

    private String[] fields(String customer) {
        return new String[] {
            "customerId", customer,
            "branchId", line.counter().branch().toString(),
            "serviceId", line.counter().service().toString(),
            "from", Line.day().toString(),
            "to", Line.day().toString(),
            "earliest", "10:00"
        };
    }

    @Test
    void whoWasTakenOffIsPutBackByUndo() {
        String ana = line.customer("Ana");
        String entry = line.waits(ana);
        Answer ended = desk.post("/waitlist/" + entry + "/end");
        assertThat(ended.status()).isEqualTo(303);
        String change =
                line.api()
                        .get("/customers/" + ana + "/changes")
                        .json()
                        .at("/items/0/id")
                        .asString();
        assertThat(desk.post("/undo/" + change).status()).isEqualTo(303);
        assertThat(line.status(entry)).isEqualTo("waiting");
    }

    @Test
    void aWishIsChangedAndSomebodyIsMovedFirst() {
        String entry = line.waits(line.customer("Ana"));
        String path = "/waitlist/" + entry;
        assertThat(desk.get(path + "/edit").body()).contains("Ana Waits");
        List<String> fields = new ArrayList<>(List.of(fields("")));
        fields.removeFirst();
        fields.removeFirst();
        fields.addAll(List.of("note", "Any day", "_version", "1"));
        assertThat(desk.post(path + "/edit", fields.toArray(String[]::new)).status())
                .isEqualTo(303);
        assertThat(list()).contains("Any day");
        assertThat(desk.get(path + "/first").body()).contains("Move to the front");
        assertThat(desk.post(path + "/first").status()).isEqualTo(422);
        assertThat(desk.post(path + "/first", "reason", "Came in vain").status()).isEqualTo(303);
        assertThat(list()).contains("Stands first: Came in vain");
    }

    private Answer join(String email, String... more) {
        return sent(email, UUID.randomUUID().toString(), more);
    }

    /** Nobody else's: a record is also known by its phone. */
    private static String phone(String email) {
        return "+4670" + (1_000_000 + Math.floorMod(email.hashCode(), 8_999_999));
    }

    private Answer sent(String email, String submission, String... more) {
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "branchId",
                                line.counter().branch().toString(),
                                "serviceId",
                                line.counter().service().toString(),
                                "from",
                                Line.day().toString(),
                                "to",
                                Line.day().toString(),
                                "firstName",
                                "Noor",
                                "lastName",
                                "Stranger",
                                "email",
                                email,
                                "phone",
                                phone(email),
                                "termsAccepted",
                                "true",
                                "submissionId",
                                submission));
        fields.addAll(List.of(more));
        return stranger.post(Counter.page() + "/waitlist", fields.toArray(String[]::new));
    }

    @Test
    void aStrangerJoinsByThePublicPageAndLeavesByTheirLink() {
        String steps =
                "?branch=" + line.counter().branch() + "&service=" + line.counter().service();
        assertThat(stranger.get(Counter.page() + steps + "&staff=any").body())
                .contains("None of these times suits you?");
        assertThat(stranger.get(Counter.page() + "/waitlist" + steps).body())
                .contains("Put me on the waiting list");
        String email = UUID.randomUUID() + "@example.com";
        Answer joined = join(email);
        assertThat(joined.status()).as(joined.body()).isEqualTo(303);
        String own = joined.location().replace("?new=true", "");
        assertThat(stranger.get(joined.location()).body())
                .contains("You are on the waiting list", "Keep the address");
        assertThat(list()).contains("Noor Stranger", "joined online");
        assertThat(stranger.get(own + "x").status()).isEqualTo(404);
        var customer = line.api().get("/customers?email=" + email).json().at("/items/0");
        assertThat(customer.path("createdVia").asString()).isEqualTo("booking");
        var letter =
                line.api()
                        .get("/customers/" + customer.path("id").asString() + "/messages")
                        .json()
                        .at("/items/0/text")
                        .asString();
        assertThat(letter).contains(own);
        assertThat(stranger.post(own + "/leave").status()).isEqualTo(303);
        assertThat(stranger.post(own + "/leave").status()).as("once more").isEqualTo(303);
        assertThat(stranger.get(own).body()).contains("You are off the waiting list");
        assertThat(list()).doesNotContain("Noor Stranger");
    }

    @Test
    void whatIsWrongIsToldInPlaceAndTheSameFormCountsOnce() {
        Answer bad = join("nonsense", "note", "Kept");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("Kept", "aria-invalid");
        String email = UUID.randomUUID() + "@example.com";
        String submission = UUID.randomUUID().toString();
        assertThat(sent(email, submission).location()).contains("/waiting/");
        Answer again = sent(email, submission);
        assertThat(again.location()).contains("/waiting/letter");
        assertThat(stranger.get(again.location()).body()).contains("You are on the waiting list");
        String customer =
                line.api().get("/customers?email=" + email).json().at("/items/0/id").asString();
        assertThat(line.api().get("/customers/" + customer + "/waitlist").json().path("items"))
                .hasSize(1);
    }

    @Test
    void aKnownRecordIsNotTouched() {
        String email = UUID.randomUUID() + "@example.com";
        assertThat(join(email).status()).isEqualTo(303);
        String customer =
                line.api().get("/customers?email=" + email).json().at("/items/0/id").asString();
        var path = "/customers/" + customer + "/online-booking";
        line.api().put(path, Map.of("rule", "waitlist_only"));
        Answer again = join(email);
        assertThat(again.status()).as("they may wait").isEqualTo(303);
        line.api().put(path, Map.of("rule", "block"));
        assertThat(join(email).status()).isEqualTo(409);
        assertThat(line.api().get("/customers/" + customer + "/waitlist").json().path("items"))
                .hasSize(2);
    }
}
