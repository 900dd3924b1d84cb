package app.clientele.calendar.availability;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Statements;
import app.clientele.TestDatabase;
import app.clientele.business.Hours;
import app.clientele.business.OpeningHours;
import app.clientele.business.OpeningHours.DatedHoursDetails;
import app.clientele.business.TimeOff;
import app.clientele.business.TimeOff.AbsenceDetails;
import app.clientele.business.Week;
import app.clientele.business.WorkingHours;
import app.clientele.calendar.availability.Availability.Fit;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.availability.Availability.Span;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import app.clientele.shared.Permission;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Free times as staff and programs learn them, from what stands in the database. */
@ClienteleTest
class AvailabilityTests {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** Some Monday to come. */
    private static final LocalDate MONDAY =
            LocalDate.now(ZoneOffset.UTC)
                    .plusMonths(2)
                    .with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @Autowired private Availability availability;
    @Autowired private OpeningHours opening;
    @Autowired private WorkingHours working;
    @Autowired private TimeOff timeOff;

    private final ApiClient api = Cast.api(Permission.values());
    private UUID branch = UUID.randomUUID();
    private UUID ines = UUID.randomUUID();
    private UUID jo = UUID.randomUUID();
    private UUID facial = UUID.randomUUID();

    @BeforeEach
    void twoWhoGiveFacials() {
        branch = branch("Europe/Stockholm");
        ines = colleague("Ines", branch);
        jo = colleague("Jo", branch);
        facial = service(Map.of("staffId", ines), Map.of("staffId", jo, "minutes", 90));
        Cast.mia().run(() -> opening.change(branch, week("10-12"), 0));
    }

    private UUID branch(String zone) {
        return made("/branches", Map.of("name", "Haga", "country", "SE", "zone", zone));
    }

    private UUID colleague(String name, UUID... branches) {
        String role = api.get("/roles").json().at("/items/0/id").asString();
        return made(
                "/staff",
                Map.of(
                        "name",
                        name,
                        "email",
                        UUID.randomUUID() + "@example.com",
                        "roleId",
                        role,
                        "branchIds",
                        List.of(branches)));
    }

    private UUID service(Map<?, ?>... performers) {
        return made(
                "/services",
                Map.of(
                        "name",
                        "Facial " + UUID.randomUUID(),
                        "minutes",
                        60,
                        "performers",
                        List.of(performers)));
    }

    private UUID made(String path, Map<String, ?> details) {
        Answer answer = api.post(path, details);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.json().get("id").asString());
    }

    private static Week week(String hours) {
        return Week.of(day -> Hours.typed(hours));
    }

    private static Instant at(String clock) {
        return LocalDateTime.parse(MONDAY + "T" + clock).atZone(STOCKHOLM).toInstant();
    }

    private static void taken(UUID id, UUID staff, String from, String until) {
        TestDatabase.ownerClient()
                .sql(
                        """
                        insert into staff_time (business_id, id, staff_id, busy)
                        values (:business, :id, :staff, tstzrange(:from, :until))
                        """)
                .param("business", Cast.mia().business())
                .param("id", id)
                .param("staff", staff)
                .param("from", at(from).atOffset(ZoneOffset.UTC))
                .param("until", at(until).atOffset(ZoneOffset.UTC))
                .update();
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
                made(
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
        UUID other = branch("Asia/Tokyo");
        assertThat(free(Search.of(other, facial, MONDAY, MONDAY, Instant.EPOCH))).isEmpty();
        UUID everywhere = service(Map.of("staffId", colleague("Kim")));
        assertThat(free(search(everywhere))).hasSize(5);
        Answer read = api.get("/services/" + facial);
        api.patch("/services/" + facial, read.etag(), Map.of("branchIds", List.of(other)));
        assertThat(free()).isEmpty();
        api.delete("/services/" + everywhere);
        assertThat(free(search(everywhere))).isEmpty();
    }

    @Test
    void aBranchElsewhereGoesByItsOwnClock() {
        UUID tokyo = branch("Asia/Tokyo");
        UUID kim = colleague("Kim", branch, tokyo);
        Cast.mia()
                .run(() -> {
                    working.change(kim, tokyo, week("10-11"), 0);
                    working.change(kim, branch, week("10-11"), 0);
                });
        UUID massage = service(Map.of("staffId", kim));
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

    @Test
    void theDeskIsToldWhyATimeDoesNotSuit() {
        UUID unsaid = branch("Europe/Stockholm");
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
        UUID unsaid = branch("Europe/Stockholm");
        UUID kim = colleague("Kim", unsaid);
        assertThat(Cast.paul().call(() -> availability.working(unsaid, MONDAY, MONDAY)))
                .contains(new WorkingTimes(kim, "Kim", false, List.of(), List.of()))
                .noneMatch(w -> w.staffId().equals(ines));
    }

    private static Span span(String from, String until) {
        return new Span(at(from), at(until));
    }

    @Test
    void programsAskForADayOrSeveral() {
        Answer day = get(Map.of());
        assertThat(day.status()).as(day.toString()).isEqualTo(200);
        assertThat(day.json().get("items")).hasSize(1);
        assertThat(day.json().at("/items/0/date").asString()).isEqualTo(MONDAY.toString());
        assertThat(day.json().at("/items/0/starts")).hasSize(5);
        assertThat(day.json().at("/items/0/starts/4/startsAt").asString())
                .isEqualTo(at("11:00").toString());
        assertThat(day.json().at("/items/0/starts/4/staffIds/0").asString())
                .isEqualTo(ines.toString());
        Answer longer = get(Map.of("to", MONDAY.plusDays(61), "minutes", 120, "staffId", jo));
        assertThat(longer.json().get("items")).hasSize(62);
        assertThat(longer.json().at("/items/61/starts")).hasSize(1);
    }

    private Answer get(Map<String, ?> differing) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("branchId", branch);
        asked.put("serviceId", facial);
        asked.put("date", MONDAY);
        asked.putAll(differing);
        var query = new StringBuilder("/availability?");
        asked.forEach((name, value) -> query.append(name).append('=').append(value).append('&'));
        return api.get(query.toString());
    }

    @Test
    void programsAreToldWhatIsWrong() {
        assertThat(get(Map.of("branchId", UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(get(Map.of("serviceId", UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(get(Map.of("staffId", UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(get(Map.of("staffId", Cast.otto().staff())).status()).isEqualTo(404);
        assertThat(wrong(get(Map.of("branchId", "")))).isEqualTo("branchId");
        assertThat(wrong(get(Map.of("date", "")))).isEqualTo("date");
        assertThat(wrong(get(Map.of("date", "tomorrow")))).isEqualTo("date");
        assertThat(wrong(get(Map.of("date", "+999999999-12-31")))).isEqualTo("date");
        assertThat(wrong(get(Map.of("to", MONDAY.minusDays(1))))).isEqualTo("to");
        assertThat(wrong(get(Map.of("to", MONDAY.plusDays(62))))).isEqualTo("to");
        assertThat(wrong(get(Map.of("to", "+999999999-12-31")))).isEqualTo("to");
        assertThat(wrong(get(Map.of("minutes", 0)))).isEqualTo("minutes");
        assertThat(wrong(get(Map.of("minutes", 1441)))).isEqualTo("minutes");
    }

    private static @Nullable String wrong(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().at("/errors/0/field").asString();
    }

    @Test
    void programsNeedTheScope() {
        Answer refused = Cast.api(Permission.PROFILE_VIEW).get("/availability?date=" + MONDAY);
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whatHasBegunIsNotOfferedToPrograms() {
        LocalDate past = MONDAY.minusMonths(4);
        Answer before = get(Map.of("date", past));
        assertThat(before.json().at("/items/0/starts")).isEmpty();
    }
}
