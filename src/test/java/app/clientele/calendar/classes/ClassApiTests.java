package app.clientele.calendar.classes;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.calendar.Diary;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Classes, their rosters and waiting lists over HTTP. */
@ClienteleTest
class ClassApiTests {
    private final Studio studio = Studio.of(2);

    private Answer act(String path, String what) {
        return studio.api().post(path + "/" + what, "{}");
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aClassIsAServiceForSeveralAndNoAppointment() {
        var kind = studio.read("/classes/" + studio.kind());
        assertThat(kind.path("capacity").asInt()).isEqualTo(2);
        assertThat(kind.path("teachers").findValuesAsString("name"))
                .containsExactly("Dora Lind", "Paul Vries");
        assertThat(studio.api().get("/services?limit=200").body()).doesNotContain(studio.kind());
        var diary = new Diary(studio.api(), studio.kind());
        assertThat(Diary.reason(diary.book(diary.customer("Maya"), Cast.paul(), Diary.freshDay())))
                .isEqualTo("service_is_class");
        String path = "/classes/" + studio.kind();
        Answer changed =
                studio.api().patch(path, studio.api().get(path).etag(), Map.of("capacity", 5));
        assertThat(changed.json().path("capacity").asInt()).isEqualTo(5);
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(studio.kind())))
                .contains("update by Test: capacity=2");
        assertThat(studio.api().patch(path, "\"1\"", Map.of("capacity", 6)).status())
                .isEqualTo(412);
    }

    @Test
    void aTeacherIsInOnePlaceAtATime() {
        Instant at = Diary.freshDay();
        Diary diary = Diary.plain();
        String booked = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        assertThat(Diary.reason(studio.plan(at.plus(30, MINUTES), Cast.paul())))
                .isEqualTo("double_booked");
        String session = studio.session(at.plus(45, MINUTES), Cast.paul());
        assertThat(
                        Diary.reason(
                                diary.book(
                                        diary.customer("Noor"), Cast.paul(), at.plus(90, MINUTES))))
                .isEqualTo("double_booked");
        ok(studio.api().post(session + "/cancellation", "{}"));
        diary.booked(diary.customer("Noor"), Cast.paul(), at.plus(90, MINUTES));
        assertThat(diary.api().get(booked).status()).isEqualTo(200);
    }

    @Test
    void whoComesLateWaitsAndMovesUpInOrder() {
        String session = studio.session(Diary.freshDay(), null);
        String ann = studio.joined(session, studio.customer("Ann"));
        String bea = studio.joined(session, studio.customer("Bea"));
        String carla = studio.customer("Carla");
        String dina = studio.customer("Dina");
        String third = studio.joined(session, carla);
        String fourth = studio.joined(session, dina);
        assertThat(studio.read(third).path("status").asString()).isEqualTo("waitlisted");
        assertThat(studio.read(fourth).path("place").asInt()).isEqualTo(2);
        assertThat(Diary.reason(studio.join(session, carla))).isEqualTo("class_booked_already");
        var impatient = Map.of("customerId", studio.customer("Ella"));
        assertThat(Diary.reason(studio.api().post(session + "/bookings", impatient)))
                .isEqualTo("class_full");

        ok(act(ann, "cancellation"));
        assertThat(studio.status(ann)).isEqualTo("cancelled");
        assertThat(studio.status(third)).isEqualTo("booked");
        assertThat(studio.status(fourth)).isEqualTo("waitlisted");
        assertThat(studio.api().get("/customers/" + carla + "/messages").body())
                .contains("You have a place");
        assertThat(Diary.reason(act(ann, "reopening"))).isEqualTo("class_full");

        Answer more =
                studio.api()
                        .patch(session, studio.api().get(session).etag(), Map.of("capacity", 3));
        ok(more);
        assertThat(studio.status(fourth)).isEqualTo("booked");
        Answer fewer = studio.api().patch(session, more.etag(), Map.of("capacity", 2));
        assertThat(Diary.reason(fewer)).isEqualTo("class_fuller");
        assertThat(studio.status(bea)).isEqualTo("booked");
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(third.substring(16))))
                .first()
                .isEqualTo("insert by Test");
    }

    @Test
    void aPlaceThatIsOfferedLapsesAndPassesOn() {
        Studio offering = Studio.of(1, Map.of("offerMinutes", 30));
        String session = offering.session(Diary.freshDay(), null);
        String first = offering.joined(session, offering.customer("Ann"));
        String second = offering.joined(session, offering.customer("Bea"));
        String third = offering.joined(session, offering.customer("Carla"));
        ok(offering.api().post(first + "/cancellation", "{}"));
        assertThat(offering.status(second)).isEqualTo("offered");
        assertThat(offering.read(session).path("taken").asInt()).isEqualTo(1);
        TestDatabase.ownerClient()
                .sql(
                        "update class_booking set offer_until = now() - interval '1 minute' where id = :id")
                .param("id", UUID.fromString(second.substring(16)))
                .update();
        ClassJobs.lapse(Cast.bean(Waitlist.class));
        ClassJobs.lapse(Cast.bean(Waitlist.class));
        assertThat(offering.status(second)).isEqualTo("lapsed");
        assertThat(offering.status(third)).isEqualTo("offered");
        ok(offering.api().post(third + "/reopening", "{}"));
        assertThat(offering.status(third)).isEqualTo("booked");
    }

    @Test
    void whoMayNotBeBookedIsNot() {
        String session = studio.session(Diary.freshDay(), Cast.paul());
        String maya = studio.customer("Maya");
        Studio.id(
                studio.api()
                        .post(
                                "/customers/" + maya + "/disliked-services",
                                Map.of("serviceId", studio.kind())));
        assertThat(Diary.reason(studio.join(session, maya))).isEqualTo("service_disliked");
        String noor = studio.customer("Noor");
        Diary diary = Diary.plain();
        Instant at = Instant.parse(studio.read(session).path("startsAt").asString());
        diary.booked(noor, Cast.dora(), at);
        assertThat(
                        Diary.reason(
                                studio.api()
                                        .post(session + "/bookings", Map.of("customerId", noor))))
                .isEqualTo("customer_double_booked");
        studio.joined(session, noor);
        assertThat(studio.join(session, UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void whoIsThereIsCheckedInAndWhoIsNotDidNotCome() {
        String session = studio.session(Diary.ago(3), null);
        String ann = studio.joined(session, studio.customer("Ann"));
        String bea = studio.joined(session, studio.customer("Bea"));
        ok(act(ann, "check-in"));
        ok(act(bea, "no-show"));
        ok(act(bea, "check-in"));
        ok(act(bea, "reopening"));
        assertThat(Diary.reason(act(ann, "cancellation"))).isEqualTo("wrong_class_status");
        ok(act(session, "completion"));
        assertThat(studio.status(ann)).isEqualTo("attended");
        assertThat(studio.status(bea)).isEqualTo("no_show");
        assertThat(studio.read(session).path("attended").asInt()).isEqualTo(1);
        String later = studio.session(Diary.freshDay(), null);
        assertThat(Diary.reason(act(later, "completion"))).isEqualTo("not_begun");
        String soon = studio.session(Diary.ago(-5), null);
        String late = studio.joined(soon, studio.customer("Eva"));
        ok(act(late, "cancellation"));
        assertThat(studio.status(late)).as("the rule of the business").isEqualTo("late_cancelled");
    }

    @Test
    void everybodyHearsThatAClassIsCancelled() {
        String session = studio.session(Diary.freshDay(), null);
        String ann = studio.customer("Ann");
        String booking = studio.joined(session, ann);
        ok(studio.api().post(session + "/cancellation", Map.of("reason", "Paul is ill")));
        assertThat(studio.status(booking)).isEqualTo("cancelled");
        assertThat(studio.api().get("/customers/" + ann + "/messages").body())
                .contains("is cancelled", "Paul is ill");
        assertThat(Diary.reason(studio.join(session, studio.customer("Bea"))))
                .isEqualTo("class_cancelled");
        assertThat(studio.read("/customers/" + ann + "/classes").path("items")).hasSize(1);
    }

    @Test
    void aPlaceToComeKeepsARecordFromBeingErased() {
        String session = studio.session(Diary.freshDay(), null);
        String ann = studio.customer("Ann");
        String booking = studio.joined(session, ann);
        Answer refused = studio.api().post("/customers/" + ann + "/erasure", "{}");
        assertThat(Diary.reason(refused)).isEqualTo("erasure_class_booked");
        ok(act(booking, "cancellation"));
        assertThat(studio.api().post("/customers/" + ann + "/erasure", "{}").status())
                .isLessThan(300);
    }

    @Test
    void ofTwoRecordsThatMergeOneHadThePlace() {
        String session = studio.session(Diary.freshDay(), null);
        String ann = studio.customer("Ann");
        String anne = studio.customer("Anne");
        studio.joined(session, ann);
        studio.joined(session, anne);
        String merge = Studio.id(studio.api().post("/merges", Map.of("into", ann, "from", anne)));
        assertThat(studio.read(session).path("taken").asInt()).isEqualTo(1);
        ok(studio.api().delete("/merges/" + merge));
        assertThat(studio.read(session).path("taken").asInt()).isEqualTo(2);
    }

    @Test
    void onlyWhoMaySeeOrBookDoes() {
        String session = studio.session(Diary.freshDay(), null);
        assertThat(Cast.api(Permission.PROFILE_VIEW).get(session).status()).isEqualTo(403);
        var reader = Cast.api(Permission.APPOINTMENT_VIEW);
        assertThat(reader.get(session + "/bookings").status()).isEqualTo(200);
        var wish = Map.of("customerId", studio.customer("Ann"));
        assertThat(reader.post(session + "/bookings", wish).status()).isEqualTo(403);
    }
}
