package app.clientele.customers.web.notes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.Picture;
import app.clientele.customers.Pictures;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.Note;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.customers.web.Drafts;
import app.clientele.site.Input;
import java.awt.Color;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Notes, tags, photo and history as one uses them on the profile. */
@ClienteleTest
class NotePagesTests {
    @Autowired private Customers customers;
    @Autowired private Notes notes;
    @Autowired private app.clientele.customers.Photos photos;
    @Autowired private app.clientele.customers.history.History history;
    @Autowired private Input input;

    private String path = "";
    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = Drafts.ada(input, customers);
        path = "/customers/" + ada;
    }

    @Test
    void aNoteIsWrittenAndShown() {
        Answer added =
                Cast.paul()
                        .pages()
                        .postPart(
                                path + "/notes", "body", "Likes *oat* milk <b>", "kind", "allergy");
        assertThat(added.body())
                .contains("Likes <em>oat</em> milk &lt;b&gt;", "note-allergy", "Paul Vries");
        assertThat(ChangeLog.of(Cast.mia().business(), all().getFirst().id()))
                .containsExactly("insert by Paul Vries");
    }

    @Test
    void withoutScriptsTheFormLeadsBack() {
        Answer added = Cast.paul().pages().post(path + "/notes", "body", "x", "in", "tab");
        assertThat(added.location()).isEqualTo(path + "/notes");
    }

    @Test
    void anEmptyNoteAndACardNumberAreRefusedWithTheTextKept() {
        var pages = Cast.paul().pages();
        assertThat(pages.postPart(path + "/notes", "body", "  ").status()).isEqualTo(422);
        Answer card = pages.postPart(path + "/notes", "body", "4242 4242 4242 4242");
        assertThat(card.status()).isEqualTo(422);
        assertThat(card.body()).contains("4242 4242 4242 4242", "aria-invalid");
        assertThat(pages.postPart(path + "/notes", "body", "x", "kind", "odd").status())
                .isEqualTo(422);
    }

    @Test
    void whoeverComesLateSeesBothTexts() {
        Note note = note("First");
        String at = path + "/notes/" + note.id();
        Cast.mia().pages().postPart(at, "body", "Hers", "_version", "1");
        Answer late = Cast.paul().pages().postPart(at, "body", "His", "_version", "1");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("Mia Okafor changed this note", "Hers", ">His</textarea>")
                .contains("name=\"_version\" value=\"2\"");
        Answer again = Cast.paul().pages().postPart(at, "body", "His", "_version", "2");
        assertThat(again.body()).contains("His", "edited Paul Vries");
    }

    @Test
    void pinnedMovedDeletedAndBroughtBack() {
        Note one = note("one");
        Note two = note("two");
        var pages = Cast.paul().pages();
        pages.postPart(path + "/notes/" + one.id() + "/pin", "pinned", "true");
        assertThat(all()).extracting(Note::body).containsExactly("one", "two");
        pages.postPart(path + "/notes/" + one.id() + "/pin", "pinned", "false");
        pages.postPart(
                path + "/notes/order", "order", one.id().toString(), "order", two.id().toString());
        assertThat(all()).extracting(Note::body).containsExactly("one", "two");
        pages.post(path + "/notes/" + two.id() + "/move", "move", "-1");
        assertThat(all()).extracting(Note::body).containsExactly("two", "one");

        Answer deleted = pages.postPart(path + "/notes/" + two.id() + "/delete");
        assertThat(all()).extracting(Note::body).containsExactly("one");
        pages.postPart(deleted.header("HX-Trigger").replaceAll(".*(/undo/\\d+).*", "$1"));
        assertThat(all()).extracting(Note::body).containsExactly("two", "one");
    }

    @Test
    void manyNotesComeInPages() {
        for (int i = 0; i < 35; i++) {
            note("note " + i);
        }
        var pages = Cast.paul().pages();
        String first = pages.get(path + "/notes").body();
        String more = first.replaceAll("(?s).*hx-get=\"([^\"]*/more\\?cursor=[^\"]*)\".*", "$1");
        assertThat(pages.part(more).body())
                .contains("note 4<", "note 0<")
                .doesNotContain("note 5<");
        String page = first.replaceAll("(?s).*href=\"([^\"]*/notes\\?cursor=[^\"]*)\".*", "$1");
        assertThat(pages.get(page).body()).contains("<html", "note 0<");
    }

    @Test
    void fieldsArePutBackFromTheHistory() {
        Cast.dora().pages().post(path + "/status", "status", "Active");
        var change =
                Cast.mia()
                        .call(() ->
                                history.of(
                                        ada,
                                        app.clientele.customers.history.History.Filter.ALL,
                                        null,
                                        5))
                        .items()
                        .getFirst();
        String page = Cast.mia().pages().get(path + "/history").body();
        assertThat(page).contains("Status changed", "Put back", "Dora Lind", "Record created");
        assertThat(Cast.dora().pages().get(path + "/history").body()).doesNotContain("Put back");

        String at = path + "/history/" + change.id();
        assertThat(Cast.dora().pages().post(at, "field", "status").status()).isEqualTo(403);
        assertThat(Cast.mia().pages().post(at, "field", "status").location())
                .isEqualTo(path + "/history");
        assertThat(Cast.mia().call(() -> customers.get(ada)).details().status()).isNull();
    }

    @Test
    void theHistoryIsFiltered() {
        note("Tell nobody");
        Cast.dora().pages().post(path + "/status", "status", "Active");
        var pages = Cast.mia().pages();
        assertThat(pages.part(path + "/history?field=note").body())
                .contains("Tell nobody")
                .doesNotContain("Status changed");
        assertThat(pages.part(path + "/history?actor=" + Cast.dora().staff()).body())
                .contains("Status changed")
                .doesNotContain("Tell nobody");
        assertThat(pages.part(path + "/history?field=customer.lastName").body())
                .contains("No such changes");
        assertThat(pages.part(path + "/history?actor=nobody").status()).isEqualTo(404);
    }

    @Test
    void aPhotoIsServedSafely() {
        UUID photo =
                Cast.mia()
                        .call(() ->
                                photos.set(
                                        ada,
                                        Picture.read(
                                                new java.io.ByteArrayInputStream(
                                                        Pictures.plain(
                                                                "jpg", 50, 50, Color.RED)))));
        Answer answer = Cast.mia().pages().get(path + "/photo/" + photo);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("private", "immutable");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(Cast.otto().pages().get(path + "/photo/" + photo).status()).isEqualTo(404);
        assertThat(Cast.mia().pages().get(path).body()).contains(path + "/photo/" + photo);
    }

    private Note note(String body) {
        return Cast.paul().call(() -> notes.add(ada, new NoteDetails(body, null, false)));
    }

    private List<Note> all() {
        return Cast.mia().call(() -> notes.of(ada, null, 50)).items();
    }
}
