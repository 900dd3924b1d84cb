package app.clientele.calendar.availability;

import static app.clientele.calendar.availability.Salon.MONDAY;
import static app.clientele.calendar.availability.Salon.STOCKHOLM;
import static app.clientele.calendar.availability.Salon.at;
import static app.clientele.calendar.availability.Salon.taken;
import static app.clientele.calendar.availability.Salon.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Statements;
import app.clientele.business.Hours;
import app.clientele.business.OpeningHours;
import app.clientele.business.OpeningHours.DatedHoursDetails;
import app.clientele.business.TimeOff;
import app.clientele.business.TimeOff.AbsenceDetails;
import app.clientele.business.WorkingHours;
import app.clientele.calendar.availability.Availability.FreeStart;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Free times as staff learn them, from what stands in the database. */
@ClienteleTest
class AvailabilityTests {
    @Autowired private Availability availability;
    @Autowired private OpeningHours opening;
    @Autowired private WorkingHours working;
    @Autowired private TimeOff timeOff;

    private final Salon salon = new Salon();
    private final ApiClient api = salon.api();
    private UUID branch = UUID.randomUUID();
    private UUID ines = UUID.randomUUID();
    private UUID jo = UUID.randomUUID();
    private UUID facial = UUID.randomUUID();

    @BeforeEach
    void twoWhoGiveFacials() {
        branch = salon.branch("Europe/Stockholm");
        ines = salon.colleague("Ines", branch);
        jo = salon.colleague("Jo", branch);
        facial = salon.service(Map.of("staffId", ines), Map.of("staffId", jo, "minutes", 90));
        Cast.mia().run(() -> opening.change(branch, week("10-12"), 0));
    }

    private Search search(UUID service) {
        return Search.of(branch, service, MONDAY, MONDAY, Instant.EPOCH);
    }

    /** Such as {@code 10:00 Ines Jo}. */
    private List<String> free(Search search) {
        List<String> told = new ArrayList<>();
        for (FreeStart start :
                Cast.dora().call(() -> availability.free(search)).getFirst().starts()) {
            var line =
                    new StringBuilder(start.startsAt().atZone(STOCKHOLM).toLocalTime().toString());
            start.staffIds().forEach(id -> line.append(id.equals(ines) ? " Ines" : " Jo"));
            told.add(line.toString());
        }
        return told;
    }

    private List<String> free() {
        return free(search(facial));
    }

    @Test
    void eachTakesTheirOwnTimeForIt() {
        assertThat(free())
                .containsExactly(
                        "10:00 Ines Jo",
                        "10:15 Ines Jo",
                        "10:30 Ines Jo",
                        "10:45 Ines",
                        "11:00 Ines");
    }

    @Test
    void whatIsTakenAnywhereIsTakenButForWhatMoves() {
        UUID elsewhere = UUID.randomUUID();
        taken(elsewhere, ines, "09:00", "10:20");
        taken(UUID.randomUUID(), jo, "08:00", "20:00");
        assertThat(free()).containsExactly("10:30 Ines", "10:45 Ines", "11:00 Ines");
        Search moving =
                new Search(
                        branch,
                        facial,
                        null,
                        MONDAY,
                        MONDAY,
                        null,
                        30,
                        Instant.EPOCH,
                        List.of(),
                        Set.of(),
                        Set.of(elsewhere));
        assertThat(free(moving)).containsExactly("10:00 Ines", "10:30 Ines", "11:00 Ines");
    }

    @Test
    void buffersMayLieOutsideHoursButMeetNothing() {
        UUID peel =
                salon.made(
                        "/services",
                        Map.of(
                                "name",
                                "Peel " + UUID.randomUUID(),
                                "minutes",
                                30,
                                "bufferBeforeMinutes",
                                10,
                                "bufferAfterMinutes",
                                20,
                                "performers",
                                List.of(Map.of("staffId", ines))));
        taken(UUID.randomUUID(), ines, "11:00", "11:05");
        assertThat(free(search(peel))).containsExactly("10:00 Ines", "11:15 Ines", "11:30 Ines");
    }

    @Test
    void preferredOnesComeFirstAndBarredOnesNot() {
        assertThat(free(asked(List.of(jo), Set.of()))).startsWith("10:00 Jo Ines");
        assertThat(free(asked(List.of(jo), Set.of(ines)))).startsWith("10:00 Jo").hasSize(3);
    }

    private Search asked(List<UUID> preferred, Set<UUID> barred) {
        return new Search(
                branch,
                facial,
                null,
                MONDAY,
                MONDAY,
                null,
                15,
                Instant.EPOCH,
                preferred,
                barred,
                Set.of());
    }

    @Test
    void datesThatDifferAndAbsencesCount() {
        Cast.mia()
                .run(() -> {
                    working.setDate(ines, branch, MONDAY, dated("11-20"));
                    timeOff.add(jo, new AbsenceDetails(at("09:00"), at("10:10"), null));
                });
        assertThat(free()).containsExactly("10:15 Jo", "10:30 Jo", "11:00 Ines");
        Cast.mia().run(() -> opening.setDate(branch, MONDAY, dated("")));
        assertThat(free()).isEmpty();
    }

    private static DatedHoursDetails dated(String hours) {
        return new DatedHoursDetails(null, Hours.typed(hours));
    }

    @Test
    void nothingIsFreeWhereItIsNotOffered() {
        UUID other = salon.branch("Asia/Tokyo");
        assertThat(free(Search.of(other, facial, MONDAY, MONDAY, Instant.EPOCH))).isEmpty();
        UUID everywhere = salon.service(Map.of("staffId", salon.colleague("Kim")));
        assertThat(free(search(everywhere))).hasSize(5);
        Answer read = api.get("/services/" + facial);
        api.patch("/services/" + facial, read.etag(), Map.of("branchIds", List.of(other)));
        assertThat(free()).isEmpty();
        api.delete("/services/" + everywhere);
        assertThat(free(search(everywhere))).isEmpty();
    }

    @Test
    void aBranchElsewhereGoesByItsOwnClock() {
        UUID tokyo = salon.branch("Asia/Tokyo");
        UUID kim = salon.colleague("Kim", branch, tokyo);
        Cast.mia()
                .run(() -> {
                    working.change(kim, tokyo, week("10-11"), 0);
                    working.change(kim, branch, week("10-11"), 0);
                });
        UUID massage = salon.service(Map.of("staffId", kim));
        assertThat(free(Search.of(tokyo, massage, MONDAY, MONDAY, Instant.EPOCH)))
                .containsExactly(
                        MONDAY.atTime(10, 0)
                                        .atZone(ZoneId.of("Asia/Tokyo"))
                                        .withZoneSameInstant(STOCKHOLM)
                                        .toLocalTime()
                                + " Jo");
    }

    @Test
    void itTakesOneStatement() {
        Search month = Search.of(branch, facial, MONDAY, MONDAY.plusDays(30), Instant.EPOCH);
        assertThat(Statements.during(() -> Cast.dora().run(() -> availability.free(month))))
                .hasSize(2);
        assertThat(
                        Statements.during(() ->
                                Cast.dora()
                                        .run(() ->
                                                availability.working(
                                                        branch, MONDAY, MONDAY.plusDays(6)))))
                .hasSize(2);
    }
}
