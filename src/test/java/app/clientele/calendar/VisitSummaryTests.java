package app.clientele.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the summary tells of a customer's visits. */
@ClienteleTest
class VisitSummaryTests {
    private final Diary diary = Diary.plain();

    @Test
    void countsWhatWasBookedComeToCalledOffAndMissed() {
        String maya = diary.customer("Maya");
        Instant past = Diary.ago(100);
        Instant coming = Diary.freshDay();
        diary.api().post(diary.booked(maya, Cast.paul(), past) + "/completion", Map.of());
        diary.api()
                .post(
                        diary.booked(maya, Cast.paul(), past.plusSeconds(7200)) + "/no-show",
                        Map.of());
        diary.api()
                .post(
                        diary.booked(maya, Cast.paul(), coming.plusSeconds(7200)) + "/cancellation",
                        Map.of());
        diary.booked(maya, Cast.paul(), coming);

        var summary = diary.api().get("/customers/" + maya + "/summary").json();
        assertThat(summary.get("appointments").asInt()).isEqualTo(2);
        assertThat(summary.get("checkIns").asInt()).isEqualTo(1);
        assertThat(summary.get("cancellations").asInt()).isEqualTo(1);
        assertThat(summary.get("noShows").asInt()).isEqualTo(1);
        assertThat(summary.get("showRate").asDouble()).isEqualTo(0.5);
        assertThat(Instant.parse(summary.get("lastVisit").asString())).isEqualTo(past);
        assertThat(Instant.parse(summary.get("nextVisit").asString())).isEqualTo(coming);
    }

    @Test
    void tellsThemOnlyToThoseWhoMaySeeAppointments() {
        String path = "/customers/" + diary.customer("Noor") + "/summary";
        assertThat(Cast.api(Permission.PROFILE_VIEW).get(path).json().has("appointments"))
                .isFalse();
        var all = diary.api().get(path).json();
        assertThat(all.get("appointments").asInt()).isZero();
        assertThat(all.get("lastVisit").isNull()).isTrue();
    }

    @Test
    void nobodyExpectedIsErased() {
        String maya = diary.customer("Maya");
        String visit = diary.booked(maya, Cast.paul(), Diary.freshDay());
        var refused =
                diary.api().post("/customers/" + maya + "/erasure", Map.of("reason", "Asked"));
        assertThat(Diary.reason(refused)).isEqualTo("erasure_appointment_booked");
        diary.api().post(visit + "/cancellation", Map.of());
        assertThat(
                        diary.api()
                                .post("/customers/" + maya + "/erasure", Map.of("reason", "Asked"))
                                .status())
                .isLessThan(300);
    }
}
