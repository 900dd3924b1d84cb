package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several services in a row, and guests. */
@ClienteleTest
class VisitTests {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Diary diary = Diary.plain();
    private final Diary roomy =
            Diary.of(Map.of("minutes", 30, "bufferBeforeMinutes", 10, "bufferAfterMinutes", 5));
    private final PageClient desk = Cast.dora().pages();

    private static Map<String, Object> after(Map<String, Object> wish) {
        wish.remove("startsAt");
        return wish;
    }

    private Answer visit(List<?> parts) {
        return diary.api().post("/visits", Map.of("appointments", parts));
    }

    private static List<String> starts(Answer booked) {
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return all(booked.json().path("appointments")).stream()
                .map(a -> a.path("startsAt").asString())
                .toList();
    }

    private static List<JsonNode> all(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String path(Answer booked, int part) {
        return "/appointments/" + booked.json().at("/appointments/" + part + "/id").asString();
    }

    @Test
    void whatHasNoTimeBeginsWhenTheOneBeforeItEnds() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        Answer booked =
                visit(
                        List.of(
                                diary.wish(maya, Cast.paul(), at),
                                after(diary.wish(maya, Cast.dora(), at)),
                                after(roomy.wish(maya, Cast.dora(), at))));
        assertThat(starts(booked))
                .as("the same colleague needs the minutes kept free before it")
                .containsExactly(
                        at.toString(),
                        at.plus(45, ChronoUnit.MINUTES).toString(),
                        at.plus(100, ChronoUnit.MINUTES).toString());
        String id = booked.json().path("id").asString();
        assertThat(diary.api().get("/visits/" + id).json().path("appointments")).hasSize(3);
        Answer first = visit(List.of(after(diary.wish(maya, Cast.paul(), at))));
        assertThat(first.status()).as("the first needs a time").isEqualTo(422);
    }

    @Test
    void allIsBookedOrNothing() {
        Instant at = Diary.freshDay();
        diary.booked(diary.customer("Noor"), Cast.dora(), at.plus(60, ChronoUnit.MINUTES));
        String maya = diary.customer("Maya");
        Answer refused =
                visit(
                        List.of(
                                diary.wish(maya, Cast.paul(), at),
                                after(diary.wish(maya, Cast.dora(), at))));
        assertThat(Diary.reason(refused)).isEqualTo("double_booked");
        assertThat(diary.api().get("/customers/" + maya + "/appointments").json().path("items"))
                .isEmpty();
    }

    @Test
    void ofSeveralServicesItIsSaidWhichOneIsRefused() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        var dislike = Map.of("serviceId", roomy.service(), "comment", "Too cold");
        diary.api().post("/customers/" + maya + "/disliked-services", dislike);
        List<Map<String, Object>> two =
                List.of(
                        diary.wish(maya, Cast.paul(), at),
                        after(roomy.wish(maya, Cast.dora(), at)));
        JsonNode reason = visit(two).json().at("/reasons/0");
        assertThat(reason.path("code").asString()).isEqualTo("service_disliked");
        assertThat(reason.path("about").asString()).startsWith("Facial ");
    }

    @Test
    void aGuestIsACustomerOrANameAndShownOnBothProfiles() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        String noor = diary.customer("Noor");
        Map<String, Object> guest = diary.wish(noor, Cast.dora(), at);
        guest.put("bookedById", maya);
        Map<String, Object> named = after(diary.wish(maya, Cast.dora(), at));
        named.put("guestName", "Aunt Vera");
        Answer booked = visit(List.of(diary.wish(maya, Cast.paul(), at), guest, named));
        assertThat(starts(booked)).hasSize(3);
        assertThat(desk.get("/customers/" + maya + "/appointments").body())
                .contains("Booked for others", "Noor", "Aunt Vera", "Booked together");
        assertThat(desk.get("/customers/" + noor + "/appointments").body()).contains("Facial");
        assertThat(desk.get(path(booked, 1)).body()).contains("Open who booked it");

        Answer gone = desk.postPart(path(booked, 1) + "/cancel", "reason", "Ill", "scope", "visit");
        assertThat(gone.status()).as(gone.body()).isEqualTo(204);
        assertThat(statuses(booked)).containsOnly("cancelled");
        String undo = gone.header("HX-Trigger").replaceAll(".*\"(/undo/\\d+)\".*", "$1");
        assertThat(desk.postPart(undo).status()).isLessThan(300);
        assertThat(statuses(booked)).as("taken back for all of them").containsOnly("booked");
    }

    @Test
    void oneBookedForTheOtherStaysWhenTheirRecordsMerge() {
        String maya = diary.customer("Maya");
        String noor = diary.customer("Noor");
        Map<String, Object> guest = diary.wish(noor, Cast.dora(), Diary.freshDay());
        guest.put("bookedById", maya);
        Answer booked = visit(List.of(guest));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        var both = Map.of("into", maya, "from", noor);
        assertThat(diary.api().post("/merges", both).status()).isEqualTo(201);
        String id = booked.json().at("/appointments/0/id").asString();
        JsonNode kept = diary.api().get("/appointments/" + id).json();
        assertThat(kept.path("customerId").asString()).isEqualTo(maya);
    }

    private List<String> statuses(Answer booked) {
        return all(booked.json().path("appointments")).stream()
                .map(a -> diary.api().get("/appointments/" + a.path("id").asString()).json())
                .map(a -> a.path("status").asString())
                .toList();
    }

    @Test
    void oneOrAllOfItIsMovedAndTakenBack() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        Answer booked =
                visit(
                        List.of(
                                diary.wish(maya, Cast.paul(), at),
                                after(diary.wish(maya, Cast.paul(), at)),
                                after(diary.wish(maya, Cast.dora(), at))));
        List<String> before = starts(booked);
        LocalDateTime there = LocalDateTime.ofInstant(at, STOCKHOLM).plusMinutes(30);
        assertThat(desk.part(path(booked, 0) + "/move").body())
                .contains("All that was booked together (3)");
        Answer moved = move(path(booked, 0), there);
        assertThat(moved.status()).as(moved.body()).isEqualTo(204);
        assertThat(now(booked))
                .isEqualTo(
                        before.stream()
                                .map(s -> Instant.parse(s).plusSeconds(1800).toString())
                                .toList());
        String undo = moved.header("HX-Trigger").replaceAll(".*\"(/undo/\\d+)\".*", "$1");
        assertThat(desk.postPart(undo).status()).isLessThan(300);
        assertThat(now(booked)).isEqualTo(before);
    }

    private Answer move(String path, LocalDateTime to) {
        return desk.postPart(
                path + "/move",
                "date",
                to.toLocalDate().toString(),
                "time",
                to.toLocalTime().toString(),
                "staffId",
                Cast.paul().staff().toString(),
                "minutes",
                "45",
                "outsideHours",
                "true",
                "scope",
                "visit",
                "_version",
                "1");
    }

    private List<String> now(Answer booked) {
        return all(booked.json().path("appointments")).stream()
                .map(a -> diary.api().get("/appointments/" + a.path("id").asString()).json())
                .map(a -> a.path("startsAt").asString())
                .toList();
    }

    @Test
    void theFormBooksServicesInARowAndAGuestAtOnce() {
        Instant at = Diary.freshDay();
        LocalDateTime there = LocalDateTime.ofInstant(at, STOCKHOLM);
        String maya = diary.customer("Maya");
        List<String> fields = fields(maya, there);
        String query = "";
        for (int i = 0; i < fields.size(); i += 2) {
            query += (query.isEmpty() ? "?" : "&") + fields.get(i) + "=" + fields.get(i + 1);
        }
        Answer added = desk.part("/appointments/create/choices" + query + "&_add=guest");
        assertThat(added.body()).contains("name=\"more[0].guestName\"", "At the same time");
        add(fields, "more[0].serviceId", roomy.service(), "more[0].staffId", dora());
        add(fields, "more[1].serviceId", roomy.service(), "more[1].staffId", dora());
        add(fields, "more[1].guest", "true", "more[1].when", "start");
        Answer nameless = post(fields);
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body()).contains("f-more[1].guestName");
        add(fields, "more[1].guestName", "Aunt Vera");
        Answer booked = post(fields);
        assertThat(booked.status()).as(booked.body()).isEqualTo(204);
        var items = diary.api().get("/customers/" + maya + "/appointments").json().path("items");
        assertThat(all(items))
                .extracting(a -> a.path("guestName").asString(""))
                .containsExactlyInAnyOrder("", "", "Aunt Vera");
        assertThat(all(items)).extracting(a -> a.path("visitId").asString()).hasSize(3);
        assertThat(
                        desk.get(
                                        "/calendar?branch="
                                                + Cast.branch()
                                                + "&date="
                                                + there.toLocalDate())
                                .body())
                .contains("cal-link");
    }

    private static String dora() {
        return Cast.dora().staff().toString();
    }

    private List<String> fields(String customer, LocalDateTime there) {
        return new ArrayList<>(
                List.of(
                        "customerId",
                        customer,
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
                        "true"));
    }

    private static void add(List<String> fields, String... more) {
        fields.addAll(List.of(more));
    }

    private Answer post(List<String> fields) {
        return desk.postPart("/appointments/create", fields.toArray(String[]::new));
    }

    @Test
    void theFormTellsWhatIsKnownOfTheCustomer() {
        String maya = diary.customer("Maya");
        diary.api()
                .post(
                        "/customers/" + maya + "/alerts",
                        Map.of("text", "Latex allergy", "level", "red"));
        diary.api()
                .post(
                        "/customers/" + maya + "/disliked-services",
                        Map.of("serviceId", roomy.service(), "comment", "Too cold"));
        Map<String, Object> own = new HashMap<>();
        own.put("serviceId", diary.service());
        own.put("minutes", 60);
        own.put("note", "Long hair");
        diary.api().post("/customers/" + maya + "/prices", own);
        String form =
                "/appointments/create/choices?customerId=" + maya + "&branchId=" + Cast.branch();
        assertThat(desk.part(form + "&serviceId=" + diary.service()).body())
                .contains("Latex allergy", "Agreed with this customer", "Long hair");
        assertThat(desk.part(form + "&serviceId=" + roomy.service()).body()).contains("Too cold");
    }

    @Test
    void aColleagueNamedByThePlaceInTheCalendarStaysUntilAServiceIsChosen() {
        String form = "/appointments/create?branchId=" + Cast.branch() + "&staffId=" + dora();
        assertThat(desk.part(form).body())
                .containsPattern("value=\"" + dora() + "\"[^>]* selected");
    }

    @Test
    void whoIsInAClassIsElsewhere() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        String kind =
                diary.api()
                        .post(
                                "/classes",
                                Map.of("name", "Yoga " + maya, "minutes", 60, "capacity", 5))
                        .json()
                        .path("id")
                        .asString();
        String session =
                diary.api()
                        .post(
                                "/class-sessions",
                                Map.of(
                                        "kindId",
                                        kind,
                                        "branchId",
                                        Cast.branch(),
                                        "startsAt",
                                        at.toString()))
                        .json()
                        .path("id")
                        .asString();
        Answer joined =
                diary.api()
                        .post(
                                "/class-sessions/" + session + "/bookings",
                                Map.of("customerId", maya));
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        Map<String, Object> wish = diary.wish(maya, Cast.paul(), at.plus(30, ChronoUnit.MINUTES));
        assertThat(Diary.reason(diary.api().post("/appointments", wish)))
                .isEqualTo("customer_double_booked");
        wish.put("overlapReason", "Leaves earlier");
        assertThat(diary.api().post("/appointments", wish).status()).isEqualTo(201);
        diary.booked(maya, Cast.paul(), at.plus(120, ChronoUnit.MINUTES));
    }
}
