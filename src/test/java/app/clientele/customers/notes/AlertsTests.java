package app.clientele.customers.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.history.Undo;
import app.clientele.customers.notes.Alerts.AlertDetails;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class AlertsTests {
    @Autowired private Alerts alerts;
    @Autowired private Notes notes;
    @Autowired private Customers customers;
    @Autowired private Undo undo;

    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = Cast.mia().call(() -> customers.create(People.named("Ada", "Byron").details()).id());
    }

    private Alert add(String level, String text, @Nullable LocalDate until) {
        return Cast.dora().call(() -> alerts.add(ada, new AlertDetails(text, level, until, false)));
    }

    private List<Alert> seenBy(Cast.Person person) {
        return person.call(() -> alerts.of(ada));
    }

    @Test
    void redStandsBeforeYellowAndNotesOnAllergiesAreRed() {
        add("yellow", "Pays cash", null);
        add("red", "Faints", null);
        Cast.paul().run(() -> notes.add(ada, new NoteDetails("Latex", "allergy", false)));
        Cast.paul().run(() -> notes.add(ada, new NoteDetails("Likes tea", "general", false)));
        assertThat(seenBy(Cast.mia()))
                .extracting(Alert::text)
                .containsExactly("Faints", "Latex", "Pays cash");
        assertThat(seenBy(Cast.mia())).extracting(Alert::asks).containsExactly(true, true, false);
    }

    @Test
    void whatHasExpiredOrEndedIsNoLongerShownButKept() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"));
        add("red", "Till yesterday", today.minusDays(1));
        add("red", "Till today", today);
        Alert over = add("yellow", "Over", null);
        Cast.dora()
                .run(() ->
                        alerts.change(
                                ada,
                                over.id(),
                                new AlertDetails("Over", "yellow", null, true),
                                over.version()));
        assertThat(seenBy(Cast.mia())).extracting(Alert::text).containsExactly("Till today");
        assertThat(Cast.mia().call(() -> alerts.all(ada))).hasSize(3);
    }

    @Test
    void eachColleagueReadsForThemselvesAndAnotherTextAsksAgain() {
        Alert alert = add("red", "Faints", null);
        Cast.paul().run(() -> alerts.acknowledge(ada, alert.id(), alert.textHash()));
        Cast.paul().run(() -> alerts.acknowledge(ada, alert.id(), alert.textHash()));
        assertThat(seenBy(Cast.paul()).getFirst().asks()).isFalse();
        assertThat(seenBy(Cast.mia()).getFirst().asks()).isTrue();
        assertThat(seenBy(Cast.mia()).getFirst().acknowledgements())
                .extracting(Alert.Acknowledgement::by)
                .containsExactly("Paul Vries");

        Cast.dora()
                .run(() ->
                        alerts.change(
                                ada, alert.id(), new AlertDetails("Bites", "red", null, false), 1));
        assertThat(seenBy(Cast.paul()).getFirst().asks()).isTrue();
        assertThatThrownBy(() ->
                        Cast.mia().run(() -> alerts.acknowledge(ada, alert.id(), alert.textHash())))
                .as("what was read is not what it says now")
                .isInstanceOf(Refused.class)
                .hasMessage("alert_changed");
        Cast.dora()
                .run(() ->
                        alerts.change(
                                ada,
                                alert.id(),
                                new AlertDetails("Faints", "red", null, false),
                                2));
        assertThat(seenBy(Cast.paul()).getFirst().asks()).isFalse();
    }

    @Test
    void aNoteIsReadAsAnAlertAndChangedAsANote() {
        var note =
                Cast.paul().call(() -> notes.add(ada, new NoteDetails("Latex", "medical", false)));
        Cast.dora().run(() -> alerts.acknowledge(ada, note.id(), null));
        assertThat(seenBy(Cast.dora()).getFirst().asks()).isFalse();
        assertThatThrownBy(() -> Cast.paul().run(() -> alerts.delete(ada, note.id())))
                .isInstanceOf(Refused.class);
        Cast.paul().run(() -> notes.delete(ada, note.id()));
        assertThat(seenBy(Cast.dora())).isEmpty();
    }

    @Test
    void whatWasDeletedComesBackWithItsReaders() {
        Alert alert = add("red", "Faints", null);
        Cast.paul().run(() -> alerts.acknowledge(ada, alert.id(), null));
        var done =
                Cast.dora()
                        .call(() ->
                                undo.doing(
                                        ada,
                                        () -> {
                                            alerts.delete(ada, alert.id());
                                            return true;
                                        }));
        assertThat(seenBy(Cast.mia())).isEmpty();
        Cast.dora().run(() -> undo.undo(Objects.requireNonNull(done.change())));
        Alert back = seenBy(Cast.mia()).getFirst();
        assertThat(back.text()).isEqualTo("Faints");
        assertThat(back.author()).isEqualTo("Dora Lind");
        assertThat(back.acknowledgements()).hasSize(1);
    }

    @Test
    void thoseWhoMayNotWriteNotesReadButDoNotWrite() {
        Alert alert = add("red", "Faints", null);
        var reader = Cast.api(Permission.PROFILE_VIEW);
        String path = "/customers/" + ada + "/alerts";
        assertThat(reader.get(path).json().at("/items/0/text").asString()).isEqualTo("Faints");
        assertThat(reader.post(path, Map.of("text", "No")).status()).isEqualTo(403);
        Cast.paul().run(() -> notes.add(ada, new NoteDetails("Latex", "allergy", false)));
        assertThat(reader.get(path).json().get("items"))
                .as("notes are for those who may read notes")
                .hasSize(1);
        Answer read = reader.send("PUT", path + "/" + alert.id() + "/acknowledgement", Map.of());
        assertThat(read.json().get("acknowledged").booleanValue()).isTrue();
        assertThat(
                        Cast.api(Permission.PROFILE_VIEW, Permission.NOTE_EDIT)
                                .post(path, Map.of("text", "x", "level", "blue"))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void theSecondOfTwoIsTold() {
        Alert alert = add("yellow", "Pays cash", null);
        var mine = new AlertDetails("Pays late", "yellow", null, false);
        Cast.dora().run(() -> alerts.change(ada, alert.id(), mine, alert.version()));
        assertThatThrownBy(() ->
                        Cast.mia().run(() -> alerts.change(ada, alert.id(), mine, alert.version())))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() ->
                        new Cast.Person(
                                        Cast.dora().business(),
                                        Cast.dora().staff(),
                                        "Dora",
                                        "",
                                        java.util.Set.of(Permission.PROFILE_VIEW))
                                .run(() -> alerts.delete(ada, alert.id())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theHistorySaysWhichOneWasReadAndWhichEnded() {
        Alert alert = add("red", "Faints", null);
        Cast.paul().run(() -> alerts.acknowledge(ada, alert.id(), null));
        var longer = new AlertDetails("Faints at needles", "red", null, false);
        Cast.dora().run(() -> alerts.change(ada, alert.id(), longer, alert.version()));
        Cast.mia().pages().post("/customers/" + ada + "/alerts/" + alert.id() + "/end");
        assertThat(Cast.mia().pages().get("/customers/" + ada + "/history").body())
                .containsSubsequence(
                        "Alert ended", "Faints at needles", "Alert read", ">Faints</p>");
    }

    @Test
    void theHistoryShowsNoNoteThatWasReadToWhoMayReadNone() {
        var note =
                Cast.paul().call(() -> notes.add(ada, new NoteDetails("Latex", "allergy", false)));
        Cast.dora().run(() -> alerts.acknowledge(ada, note.id(), null));
        String path = "/customers/" + ada + "/changes";
        var may = Cast.api(Permission.PROFILE_VIEW, Permission.HISTORY_VIEW, Permission.NOTE_VIEW);
        assertThat(may.get(path).body()).contains("Latex");
        assertThat(Cast.api(Permission.PROFILE_VIEW, Permission.HISTORY_VIEW).get(path).body())
                .doesNotContain("Latex");
    }

    @Test
    void whatIsOverHasAPlaceAndCanBeShownAgain() {
        Alert over = add("yellow", "Pays cash", null);
        add("red", "Faints", null);
        String path = "/customers/" + ada + "/alerts";
        Cast.mia().pages().post(path + "/" + over.id() + "/end");
        assertThat(Cast.paul().pages().get(path).body())
                .containsSubsequence("Shown now", "Faints", "Over", "Pays cash");
        assertThat(Cast.mia().pages().get(path + "/" + over.id() + "/edit").body())
                .contains("Saving shows it again")
                .doesNotContain(over.id() + "/end");
        Cast.mia()
                .pages()
                .post(
                        path + "/" + over.id(),
                        "_version",
                        "2",
                        "text",
                        "Pays cash",
                        "level",
                        "yellow");
        assertThat(seenBy(Cast.mia()))
                .extracting(Alert::text)
                .containsExactly("Faints", "Pays cash");
    }
}
