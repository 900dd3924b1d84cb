package app.clientele.calendar.classes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Statements;
import app.clientele.calendar.Diary;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Classes on the pages of the desk. */
@ClienteleTest
class ClassPagesTests {
    private final Studio studio = Studio.of(1);
    private final PageClient desk = Cast.dora().pages();
    private final PageClient owner = Cast.mia().pages();

    private static String page(String session) {
        return session.replace("/class-sessions/", "/classes/");
    }

    private static String step(String session, String booking) {
        return page(session) + booking.replace("/class-bookings/", "/bookings/") + "/status";
    }

    @Test
    void theTimetableShowsTheWeekWithItsPlaces() {
        Instant at = Diary.freshDay();
        String session = studio.session(at, Cast.dora());
        studio.joined(session, studio.customer("Ann"));
        studio.joined(session, studio.customer("Bea"));
        LocalDate day = LocalDate.ofInstant(at, ZoneId.of("Europe/Stockholm"));
        Answer week = desk.get("/classes?branch=%s&week=%s".formatted(Cast.branch(), day));
        assertThat(week.body()).contains(page(session), "1 of 1, 1 waiting", "Dora Lind");
        assertThat(told("/classes?branch=%s&week=%s".formatted(Cast.branch(), day))).isEqualTo(1);
        assertThat(told(page(session))).as("the class, and all who are in it").isEqualTo(2);
        assertThat(desk.get("/classes?week=2031-03-03").body()).contains("No classes in this week");
    }

    private long told(String path) {
        return Statements.during(() -> desk.get(path)).stream()
                .filter(statement -> statement.contains("class_"))
                .count();
    }

    @Test
    void oneIsBookedCheckedInAndTakenBack() {
        String session = studio.session(Diary.ago(1), null);
        String ann = studio.customer("Ann");
        Answer form = desk.get(page(session) + "?customer=" + ann);
        assertThat(form.body()).contains("value=\"" + ann);
        Answer booked = desk.postPart(page(session) + "/bookings", "customerId", ann);
        assertThat(booked.status()).as(booked.body()).isEqualTo(200);
        assertThat(booked.body()).contains("Check in", "<kbd>1</kbd>");
        String booking =
                "/class-bookings/"
                        + studio.read(session + "/bookings").at("/items/0/id").asString();
        Answer in = desk.postPart(step(session, booking), "status", "checked_in");
        assertThat(in.body()).contains("1 is there");
        assertThat(in.header("HX-Trigger")).contains("/undo/");
        Answer full =
                desk.postPart(
                        page(session) + "/bookings",
                        "customerId",
                        studio.customer("Bea"),
                        "waitlist",
                        "true");
        assertThat(full.body()).contains("Waiting: 1");
        assertThat(desk.postPart(page(session) + "/bookings", "customerId", ann).status())
                .isEqualTo(409);
        assertThat(desk.postPart(page(session) + "/bookings").status()).isEqualTo(422);
        assertThat(desk.postPart(page(session) + "/completion").body()).contains("Attended");
        String tab = desk.get("/customers/" + ann + "/classes").body();
        assertThat(tab).contains("Attended", page(session), "Classes");
        assertThat(desk.get("/customers/" + ann + "/classes?status=no_show").body())
                .doesNotContain(page(session));
        assertThat(desk.get("/customers/" + ann + "/history").body())
                .contains("Booked into a class");
        assertThat(desk.get("/customers/" + ann + "/timeline").body()).contains("Attended");
    }

    @Test
    void aClassIsMovedAndCalledOff() {
        String session = studio.session(Diary.freshDay(), null);
        studio.joined(session, studio.customer("Ann"));
        assertThat(desk.get(page(session) + "/edit").body()).contains("No teacher yet");
        String version = studio.api().get(session).etag().replace("\"", "");
        String[] fields = {
            "date",
            "2031-05-05",
            "time",
            "18:30",
            "minutes",
            "45",
            "capacity",
            "3",
            "branchId",
            Cast.branch().toString(),
            "room",
            "Roof",
            "_version",
            version
        };
        assertThat(desk.post(page(session) + "/edit", fields).status()).isEqualTo(303);
        assertThat(studio.read(session).path("startsAt").asString())
                .isEqualTo("2031-05-05T16:30:00Z");
        assertThat(desk.post(page(session) + "/edit", fields).status()).isEqualTo(409);
        assertThat(desk.get(page(session) + "/cancel").body()).contains("One customer is booked");
        assertThat(desk.post(page(session) + "/cancel", "reason", "Storm").status()).isEqualTo(303);
        assertThat(desk.get(page(session)).body()).contains("Storm", "Cancelled");
        assertThat(desk.post(page(session) + "/cancel", "reason", "Storm").status()).isEqualTo(409);
    }

    @Test
    void kindsAndTheirSeriesAreKeptUnderSettings() {
        Answer made =
                owner.post(
                        "/settings/classes/new",
                        "name",
                        "Pilates " + studio.kind(),
                        "minutes",
                        "50",
                        "capacity",
                        "8",
                        "price",
                        "12.50",
                        "teacherIds[]",
                        Cast.paul().staff().toString());
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        assertThat(owner.get("/settings/classes").body()).contains("Pilates " + studio.kind());
        assertThat(owner.post("/settings/classes/new", "name", "X").status()).isEqualTo(422);
        String path = "/settings/classes/" + studio.kind();
        assertThat(owner.get(path).body()).contains("15.00");
        assertThat(owner.post(path + "/archiving").status()).isEqualTo(303);
        assertThat(owner.post(path + "/reopening").status()).isEqualTo(303);
        String[] series = {
            "kindId",
            studio.kind(),
            "branchId",
            Cast.branch().toString(),
            "weekdays[]",
            "3",
            "time",
            "04:15",
            "fromDay",
            LocalDate.now(ZoneId.of("UTC")).toString()
        };
        assertThat(owner.get("/settings/classes/series/new?kind=" + studio.kind()).body())
                .contains("Wednesday");
        Answer planned = owner.post("/settings/classes/series/new", series);
        assertThat(planned.status()).as(planned.body()).isEqualTo(303);
        String id =
                studio.read("/class-sessions?kindId=" + studio.kind())
                        .at("/items/0/seriesId")
                        .asString();
        assertThat(owner.get("/settings/classes/series/" + id).body()).contains("04:15");
        assertThat(owner.post("/settings/classes/series/" + id + "/end").status()).isEqualTo(303);
        assertThat(studio.read("/class-sessions?kindId=" + studio.kind()).path("items")).isEmpty();
        assertThat(Cast.api(Permission.APPOINTMENT_VIEW).get("/class-series").status())
                .isEqualTo(200);
    }
}
