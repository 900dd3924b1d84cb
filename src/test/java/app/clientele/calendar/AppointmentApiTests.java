package app.clientele.calendar;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Appointments over HTTP. */
@ClienteleTest
class AppointmentApiTests {
    private final Diary diary = Diary.plain();

    private Answer act(String path, String what) {
        return diary.api().post(path + "/" + what, "{}");
    }

    private static String status(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("status").asString();
    }

    @Test
    void oneIsBookedForAsLongAndForAsMuchAsTheServiceTakes() {
        String maya = diary.customer("Maya");
        Instant at = Diary.freshDay();
        Answer booked = diary.book(maya, Cast.paul(), at);
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        assertThat(booked.etag()).isEqualTo("\"1\"");
        var json = booked.json();
        assertThat(json.path("status").asString()).isEqualTo("booked");
        assertThat(json.path("customer").asString()).isEqualTo("Maya");
        assertThat(json.path("staff").asString()).isEqualTo("Paul Vries");
        assertThat(json.path("startsAt").asString()).isEqualTo(at.toString());
        assertThat(json.path("endsAt").asString()).isEqualTo(at.plus(45, MINUTES).toString());
        assertThat(json.at("/price/amount").asString()).isEqualTo("60.00");
        assertThat(json.path("createdVia").asString()).isEqualTo("api");
        assertThat(diary.api().get("/customers/" + maya + "/appointments").json().path("items"))
                .hasSize(1);
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(json.path("id").asString())))
                .containsExactly("insert by Test");
    }

    @Test
    void whoIsTakenCantBeBookedAgain() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        String noor = diary.customer("Noor");
        diary.booked(maya, Cast.paul(), at);
        assertThat(Diary.reason(diary.book(noor, Cast.paul(), at.plus(44, MINUTES))))
                .isEqualTo("double_booked");
        diary.booked(noor, Cast.paul(), at.plus(45, MINUTES));
        assertThat(Diary.reason(diary.book(maya, Cast.dora(), at.plus(30, MINUTES))))
                .isEqualTo("customer_double_booked");
        Map<String, Object> both = diary.wish(maya, Cast.dora(), at.plus(30, MINUTES));
        both.put("overlapReason", "Manicure meanwhile");
        assertThat(diary.api().post("/appointments", both).status()).isEqualTo(201);
        Map<String, Object> guest = diary.wish(noor, Cast.dora(), at.plus(75, MINUTES));
        guest.put("guestName", "Her sister");
        assertThat(diary.api().post("/appointments", guest).status()).isEqualTo(201);
    }

    @Test
    void buffersCount() {
        var roomy =
                Diary.of(Map.of("minutes", 30, "bufferBeforeMinutes", 10, "bufferAfterMinutes", 5));
        Instant at = Diary.freshDay();
        roomy.booked(roomy.customer("Maya"), Cast.paul(), at);
        String noor = roomy.customer("Noor");
        assertThat(Diary.reason(roomy.book(noor, Cast.paul(), at.plus(44, MINUTES))))
                .isEqualTo("double_booked");
        String path = roomy.booked(noor, Cast.paul(), at.plus(45, MINUTES));
        String longer = path + "/move";
        assertThat(roomy.api().post(longer, Map.of("minutes", 60, "outsideHours", true)).status())
                .isEqualTo(200);
        assertThat(Diary.reason(roomy.book(noor, Cast.paul(), at.plus(114, MINUTES))))
                .isEqualTo("double_booked");
    }

    @Test
    void itGoesTheUsualCourseAndBack() {
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), Diary.freshDay());
        assertThat(status(act(path, "confirmation"))).isEqualTo("confirmed");
        assertThat(status(act(path, "check-in"))).isEqualTo("arrived");
        assertThat(status(act(path, "start"))).isEqualTo("in_service");
        assertThat(Diary.reason(act(path, "cancellation"))).isEqualTo("wrong_status");
        assertThat(Diary.reason(act(path, "move"))).isEqualTo("appointment_over");
        assertThat(status(act(path, "completion"))).isEqualTo("completed");
        assertThat(status(act(path, "completion"))).isEqualTo("completed");
        assertThat(status(act(path, "check-in"))).isEqualTo("arrived");
        assertThat(status(act(path, "reopening"))).isEqualTo("booked");
        assertThat(Diary.reason(act(path, "no-show"))).isEqualTo("not_begun");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(id)))
                .contains(
                        "update by Test: status=booked, sequence=0",
                        "update by Test: status=in_service, sequence=3");
    }

    @Test
    void whatIsCalledOffFreesItsTimeAndReturnsOnlyIfThatIsFree() {
        Instant at = Diary.freshDay();
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        Answer late =
                diary.api().post(path + "/cancellation", Map.of("reason", "Ill", "late", true));
        assertThat(status(late)).isEqualTo("late_cancelled");
        assertThat(late.json().path("cancelReason").asString()).isEqualTo("Ill");
        diary.booked(diary.customer("Noor"), Cast.paul(), at);
        assertThat(Diary.reason(act(path, "reopening"))).isEqualTo("double_booked");

        String missed = diary.booked(diary.customer("Sam"), Cast.dora(), Diary.ago(3));
        assertThat(status(act(missed, "no-show"))).isEqualTo("no_show");
    }

    @Test
    void theRuleOfTheBusinessSaysWhatIsLate() {
        Instant soon = Diary.ago(-5);
        String late = diary.booked(diary.customer("Maya"), Cast.dora(), soon);
        assertThat(status(act(late, "cancellation"))).isEqualTo("late_cancelled");
        String waived = diary.booked(diary.customer("Maya"), Cast.dora(), soon);
        Answer kind = diary.api().post(waived + "/cancellation", Map.of("late", false));
        assertThat(status(kind)).isEqualTo("cancelled");
        String early = diary.booked(diary.customer("Maya"), Cast.dora(), Diary.freshDay());
        assertThat(status(act(early, "cancellation"))).isEqualTo("cancelled");
    }

    @Test
    void oneIsMovedToAnotherTimeAndColleague() {
        Instant at = Diary.freshDay();
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        act(path, "confirmation");
        Answer seen = diary.api().get(path);
        Map<String, Object> move =
                Map.of(
                        "startsAt", at.plus(60, MINUTES).toString(),
                        "staffId", Cast.dora().staff(),
                        "outsideHours", true);
        Answer moved = diary.api().post(path + "/move", move, "If-Match", seen.etag());
        assertThat(status(moved)).as("a promise for another time is none").isEqualTo("booked");
        assertThat(moved.json().path("endsAt").asString())
                .isEqualTo(at.plus(105, MINUTES).toString());
        assertThat(moved.json().path("sequence").asInt()).isEqualTo(2);
        assertThat(diary.api().post(path + "/move", move, "If-Match", seen.etag()).status())
                .isEqualTo(412);
        diary.booked(diary.customer("Noor"), Cast.paul(), at);
        var back = Map.of("startsAt", at.toString(), "staffId", Cast.paul().staff());
        assertThat(Diary.reason(diary.api().post(path + "/move", back))).isEqualTo("double_booked");
        var nobody = Map.of("staffId", Cast.mona().staff());
        assertThat(Diary.reason(diary.api().post(path + "/move", nobody)))
                .isEqualTo("not_performed");
    }

    @Test
    void whatBelongsTogetherIsBookedTogetherOrNotAtAll() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        var first = diary.wish(maya, Cast.paul(), at);
        var second = diary.wish(maya, Cast.dora(), at.plus(45, MINUTES));
        Answer visit = diary.api().post("/visits", Map.of("appointments", List.of(first, second)));
        assertThat(visit.status()).as(visit.body()).isEqualTo(201);
        assertThat(visit.json().path("appointments")).hasSize(2);
        var free = diary.wish(maya, Cast.paul(), at.plus(90, MINUTES));
        Answer half = diary.api().post("/visits", Map.of("appointments", List.of(free, second)));
        assertThat(half.status()).isEqualTo(409);
        assertThat(diary.api().get("/customers/" + maya + "/appointments").json().path("items"))
                .hasSize(2);
        var odd = new HashMap<>(free);
        odd.put("startsAt", "2031-01-01T10:00:30Z");
        odd.remove("serviceId");
        Answer wrong = diary.api().post("/visits", Map.of("appointments", List.of(first, odd)));
        assertThat(wrong.json().path("errors").findValuesAsString("field"))
                .containsExactly("appointments[1].serviceId", "appointments[1].startsAt");
    }

    @Test
    void priceAndNoteAreChangedWithTheVersionSeen() {
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), Diary.freshDay());
        Map<String, @Nullable Object> patch = new HashMap<>();
        patch.put("price", Map.of("amount", "50"));
        patch.put("note", "Window seat");
        Answer changed = diary.api().patch(path, "\"1\"", patch);
        assertThat(changed.json().at("/price/amount").asString()).isEqualTo("50.00");
        Answer late = diary.api().patch(path, "\"1\"", Map.of("note", "Door"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("changed").findValuesAsString("field"))
                .containsExactlyInAnyOrder("price", "note");
        assertThat(diary.api().send("PATCH", path, patch).status()).isEqualTo(428);
    }

    @Test
    void theListIsNarrowedAndGoesOn() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        for (int i = 0; i < 3; i++) {
            diary.booked(maya, Cast.paul(), at.plus(i * 45L, MINUTES));
        }
        String path =
                "/appointments?customerId=%s&branchId=%s&status=booked&from=%s"
                        .formatted(maya, Cast.branch(), at);
        Answer first = diary.api().get(path + "&limit=2");
        assertThat(first.json().path("items")).hasSize(2);
        Answer rest =
                diary.api().get(path + "&limit=2&cursor=" + first.json().path("next").asString());
        assertThat(rest.json().path("items")).hasSize(1);
        assertThat(diary.api().get(path + "&until=" + at.plus(45, MINUTES)).json().path("items"))
                .hasSize(1);
        assertThat(diary.api().get("/appointments?status=odd").status()).isEqualTo(422);
        String nobody = "/customers/" + UUID.randomUUID() + "/appointments";
        assertThat(diary.api().get(nobody).status()).isEqualTo(404);
    }

    @Test
    void onlyWhoMaySeeOrBookDoes() {
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), Diary.freshDay());
        assertThat(Cast.api(Permission.PROFILE_VIEW).get(path).status()).isEqualTo(403);
        var reader = Cast.api(Permission.APPOINTMENT_VIEW);
        assertThat(reader.get(path).status()).isEqualTo(200);
        assertThat(reader.post(path + "/check-in", "{}").status()).isEqualTo(403);
    }
}
