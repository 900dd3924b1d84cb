package app.clientele.calendar.availability;

import static app.clientele.calendar.availability.Salon.MONDAY;
import static app.clientele.calendar.availability.Salon.at;
import static app.clientele.calendar.availability.Salon.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.business.OpeningHours;
import app.clientele.business.TimeOff;
import app.clientele.business.TimeOff.AbsenceDetails;
import app.clientele.business.WorkingHours;
import app.clientele.calendar.availability.Availability.Fit;
import app.clientele.calendar.availability.Availability.Span;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who works when, for the calendar and for whoever books at the desk. */
@ClienteleTest
class WorkingTimesTests {
    @Autowired private Availability availability;
    @Autowired private OpeningHours opening;
    @Autowired private WorkingHours working;
    @Autowired private TimeOff timeOff;

    private final Salon salon = new Salon();
    private UUID branch = UUID.randomUUID();
    private UUID ines = UUID.randomUUID();
    private UUID jo = UUID.randomUUID();

    @BeforeEach
    void twoColleagues() {
        branch = salon.branch("Europe/Stockholm");
        ines = salon.colleague("Ines", branch);
        jo = salon.colleague("Jo", branch);
        Cast.mia().run(() -> opening.change(branch, week("10-12"), 0));
    }

    @Test
    void theDeskIsToldWhyATimeDoesNotSuit() {
        UUID unsaid = salon.branch("Europe/Stockholm");
        assertThat(fit(unsaid, ines, "03:00", "04:00")).isEqualTo(Fit.WITHIN);
        assertThat(fit(branch, ines, "10:00", "12:00")).isEqualTo(Fit.WITHIN);
        assertThat(fit(branch, ines, "11:30", "12:01")).isEqualTo(Fit.BRANCH_CLOSED);
        Cast.mia()
                .run(() -> {
                    working.change(ines, branch, week("11-20"), 0);
                    timeOff.add(jo, new AbsenceDetails(at("11:00"), at("11:30"), null));
                });
        assertThat(fit(branch, ines, "10:30", "11:30")).isEqualTo(Fit.STAFF_NOT_WORKING);
        assertThat(fit(branch, ines, "11:00", "12:00")).isEqualTo(Fit.WITHIN);
        assertThat(fit(branch, jo, "11:15", "11:20")).isEqualTo(Fit.STAFF_AWAY);
        assertThat(fit(branch, jo, "11:30", "12:00")).isEqualTo(Fit.WITHIN);
    }

    private Fit fit(UUID branch, UUID staff, String from, String until) {
        return Cast.dora().call(() -> availability.fit(branch, staff, at(from), at(until)));
    }

    @Test
    void theCalendarKnowsWhoWorksWhen() {
        Cast.mia()
                .run(() -> {
                    working.change(ines, branch, week("11-20"), 0);
                    timeOff.add(jo, new AbsenceDetails(at("11:00"), at("11:30"), null));
                });
        assertThat(Cast.paul().call(() -> availability.working(branch, MONDAY, MONDAY)))
                .contains(
                        new WorkingTimes(
                                ines, "Ines", true, List.of(span("11:00", "12:00")), List.of()),
                        new WorkingTimes(
                                jo,
                                "Jo",
                                true,
                                List.of(span("10:00", "12:00")),
                                List.of(span("11:00", "11:30"))));
        UUID unsaid = salon.branch("Europe/Stockholm");
        UUID kim = salon.colleague("Kim", unsaid);
        assertThat(Cast.paul().call(() -> availability.working(unsaid, MONDAY, MONDAY)))
                .contains(new WorkingTimes(kim, "Kim", false, List.of(), List.of()))
                .noneMatch(w -> w.staffId().equals(ines));
    }

    private static Span span(String from, String until) {
        return new Span(at(from), at(until));
    }
}
