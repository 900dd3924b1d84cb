package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Appointments on the pages of the desk. */
@ClienteleTest
class AppointmentPagesTests {
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.dora().pages();

    private static LocalDateTime clock(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneId.of("Europe/Stockholm"));
    }

    private Answer book(String customer, Instant at, String... more) {
        LocalDateTime there = clock(at);
        var fields =
                new ArrayList<>(
                        List.of(
                                "customerId", customer,
                                "branchId", Cast.branch().toString(),
                                "serviceId", diary.service(),
                                "staffId", Cast.paul().staff().toString(),
                                "date", there.toLocalDate().toString(),
                                "time", there.toLocalTime().toString(),
                                "outsideHours", "true"));
        for (int i = 0; i < more.length; i += 2) {
            int present = fields.indexOf(more[i]);
            if (present >= 0) {
                fields.set(present + 1, more[i + 1]);
            } else {
                fields.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return desk.postPart("/appointments/create", fields.toArray(String[]::new));
    }

    private String latest(String customer) {
        return diary.api()
                .get("/customers/" + customer + "/appointments")
                .json()
                .at("/items/0/id")
                .asString();
    }

    @Test
    void whoeverWalksInIsCheckedInAtOnce() {
        assertThat(desk.get("/calendar?branch=" + Cast.branch()).body()).contains("status=arrived");
        String form =
                desk.part("/appointments/create?status=arrived&branchId=" + Cast.branch()).body();
        assertThat(form)
                .contains("Walk-in", "name=\"status\" value=\"arrived\"")
                .containsPattern("name=\"time\"[^>]*value=\"\\d\\d:(00|15|30|45)\"");
        String maya = diary.customer("Maya");
        Answer booked = book(maya, Diary.ago(0), "status", "arrived");
        assertThat(booked.status()).as(booked.body()).isLessThan(400);
        assertThat(diary.api().get("/appointments/" + latest(maya)).json().get("status").asString())
                .isEqualTo("arrived");
        assertThat(desk.part("/appointments/create?branchId=" + Cast.branch()).body())
                .doesNotContain("name=\"status\"");
    }

    @Test
    void oneIsBookedFromTheFormAndStandsOnTheProfile() {
        String maya = diary.customer("Maya");
        Answer form = desk.part("/appointments/create?customerId=" + maya);
        assertThat(form.body()).contains("Maya", "Facial");
        Answer choices =
                desk.part(
                        "/appointments/create/choices?customerId=%s&branchId=%s&serviceId=%s"
                                .formatted(maya, Cast.branch(), diary.service()));
        assertThat(choices.body()).contains("Paul Vries", "Dora Lind").doesNotContain("Mona");
        Answer booked = book(maya, Diary.freshDay(), "price", "much", "note", "Quiet room");
        assertThat(booked.status()).as(booked.body()).isEqualTo(422);
        booked = book(maya, Diary.freshDay(), "price", "55.00", "note", "Quiet room");
        assertThat(booked.status()).as(booked.body()).isEqualTo(204);
        assertThat(booked.header("HX-Trigger")).contains("closeDialog", "appointments-changed");
        Answer tab = desk.part("/customers/" + maya + "/appointments");
        assertThat(tab.body()).contains("Quiet room", "Paul Vries", "SEK", "Booked");
        assertThat(desk.get("/customers/" + maya).body()).contains("Next visit");
        assertThat(desk.get("/customers/" + maya + "/history").body())
                .contains("Appointment booked");
        assertThat(desk.get("/customers/" + maya + "/timeline").status()).isEqualTo(200);
    }

    @Test
    void freeTimesAreOfferedAndAnybodyWillDo() {
        Instant at = Diary.freshDay();
        hours("08:00", "18:00");
        String maya = diary.customer("Maya");
        LocalDateTime there = clock(at);
        String query =
                "?customerId=%s&branchId=%s&serviceId=%s&date=%s"
                        .formatted(maya, Cast.branch(), diary.service(), there.toLocalDate());
        String time = "value=\"" + there.toLocalTime() + "\"";
        assertThat(desk.part("/appointments/create/choices" + query).body()).contains(time);
        diary.booked(diary.customer("Noor"), Cast.paul(), at);
        Answer anybody = book(maya, at, "staffId", "");
        assertThat(anybody.status()).as(anybody.body()).isEqualTo(204);
        assertThat(desk.part("/appointments/create/choices" + query).body()).doesNotContain(time);
        Answer late = book(diary.customer("Sam"), at.plusSeconds(12 * 3600));
        assertThat(late.status()).isEqualTo(204);
        Answer none = book(diary.customer("Sam"), at, "staffId", "");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("f-staffId");
    }

    private void hours(String from, String until) {
        var day = List.of(Map.of("from", from, "until", until));
        String path = "/branches/" + Cast.branch() + "/opening-hours";
        var week =
                Map.of(
                        "monday",
                        day,
                        "tuesday",
                        day,
                        "wednesday",
                        day,
                        "thursday",
                        day,
                        "friday",
                        day,
                        "saturday",
                        day,
                        "sunday",
                        day);
        assertThat(diary.api().patch(path, diary.api().get(path).etag(), week).status())
                .isEqualTo(200);
    }

    @Test
    void outsideOfTheHoursTheDeskIsAskedFirst() {
        hours("08:00", "18:00");
        Instant night = Diary.freshDay().plusSeconds(12 * 3600);
        String maya = diary.customer("Maya");
        var wish = diary.wish(maya, Cast.paul(), night);
        wish.put("outsideHours", false);
        assertThat(Diary.reason(diary.api().post("/appointments", wish)))
                .isEqualTo("branch_closed");
        LocalDateTime there = clock(night);
        Answer asked =
                desk.postPart(
                        "/appointments/create",
                        "customerId",
                        maya,
                        "branchId",
                        Cast.branch().toString(),
                        "serviceId",
                        diary.service(),
                        "staffId",
                        Cast.paul().staff().toString(),
                        "date",
                        there.toLocalDate().toString(),
                        "time",
                        there.toLocalTime().toString());
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("name=\"outsideHours\"", "The branch is closed then.");
    }

    @Test
    void whatStandsInTheWayIsSaidWhereItCanBeAnswered() {
        Instant at = Diary.freshDay();
        String maya = diary.customer("Maya");
        diary.booked(maya, Cast.dora(), at);
        Answer elsewhere = book(maya, at);
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.body()).contains("name=\"overlapReason\"", "booked elsewhere");
        assertThat(book(maya, at, "overlapReason", "Both at once").status()).isEqualTo(204);
        Answer taken = book(diary.customer("Noor"), at);
        assertThat(taken.body()).contains("The colleague is taken at that time.");
        Answer empty = desk.postPart("/appointments/create", "date", "2031-02-31", "time", "");
        assertThat(empty.status()).isEqualTo(422);
        Answer nobody =
                desk.postPart("/appointments/create", "date", "2031-02-03", "time", "10:00");
        assertThat(nobody.body()).contains("f-customerId", "f-serviceId");
    }

    @Test
    void itsPageTellsWhatHappenedAndWhatMayCome() {
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), Diary.freshDay());
        String page = path;
        assertThat(desk.get(page).body()).contains("Check in", "Booked", "Move");
        Answer arrived = desk.postPart(page + "/status", "status", "arrived");
        assertThat(arrived.body()).contains("Arrived", "Dora Lind");
        Answer wrong = desk.postPart(page + "/status", "status", "no_show");
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(desk.postPart(page + "/status", "status", "cancelled").status()).isEqualTo(422);
        assertThat(desk.part(page + "/cancel").body()).contains("counts as late");
        assertThat(desk.postPart(page + "/cancel", "reason", "Ill", "late", "true").status())
                .isEqualTo(204);
        assertThat(desk.get(page).body()).contains("Cancelled late", "Ill", "Book it again");
    }

    @Test
    void oneIsMovedByItsFormAndTakenBack() {
        Instant at = Diary.freshDay();
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        LocalDateTime to = clock(at).plusHours(2);
        Answer moved = move(path, "1", to, "60");
        assertThat(moved.status()).as(moved.body()).isEqualTo(204);
        var now = diary.api().get(path).json();
        assertThat(now.path("startsAt").asString()).isEqualTo(at.plusSeconds(7200).toString());
        assertThat(now.path("endsAt").asString()).isEqualTo(at.plusSeconds(10800).toString());
        assertThat(move(path, "1", to, "30").status()).as("late").isEqualTo(409);
        String undo = moved.header("HX-Trigger").replaceAll(".*\"(/undo/\\d+)\".*", "$1");
        assertThat(desk.postPart(undo).status()).isLessThan(300);
        var back = diary.api().get(path).json();
        assertThat(back.path("startsAt").asString()).isEqualTo(at.toString());
        assertThat(back.path("sequence").asInt()).isEqualTo(2);
        assertThat(desk.get(path).body()).contains("Moved from");
    }

    private Answer move(String path, String version, LocalDateTime to, String minutes) {
        return desk.postPart(
                path + "/move",
                "date",
                to.toLocalDate().toString(),
                "time",
                to.toLocalTime().toString(),
                "staffId",
                Cast.dora().staff().toString(),
                "minutes",
                minutes,
                "outsideHours",
                "true",
                "_version",
                version);
    }

    @Test
    void priceAndNoteAreChangedInAForm() {
        String path = diary.booked(diary.customer("Maya"), Cast.paul(), Diary.freshDay());
        assertThat(desk.part(path + "/edit").body()).contains("60.00");
        assertThat(edit(path, "1", "12,x").status()).isEqualTo(422);
        assertThat(edit(path, "1", "45.50").status()).isEqualTo(204);
        Answer late = edit(path, "1", "40");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Dora Lind", "45.50");
        assertThat(latest(diary.api().get(path).json().path("customerId").asString())).isNotBlank();
    }

    private Answer edit(String path, String version, String price) {
        return desk.postPart(path + "/edit", "price", price, "note", "", "_version", version);
    }
}
