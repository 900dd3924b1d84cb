package app.clientele.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Statements;
import app.clientele.customers.Customers;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.site.Input;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class ProfilePagesTests {
    @Autowired private Customers customers;
    @Autowired private Notes notes;
    @Autowired private Input input;

    private String path = "";
    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = Drafts.ada(input, customers);
        path = "/customers/" + ada;
    }

    @Test
    void theWholePageTellsWhoThisIs() {
        var page = Cast.mia().pages().get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>Ada Lovelace", "she/her", "tel:+46705550101", "sms:+46705550101")
                .contains("mailto:ada@example.org", "Storgatan 12", "Created by Mia Okafor");
    }

    @Test
    void aTabIsAPartOfThePageAndAPageOfItsOwn() {
        var pages = Cast.mia().pages();
        assertThat(pages.get(path + "/notes").body()).contains("<html", "aria-current=\"page\"");
        assertThat(pages.part(path + "/notes").body())
                .contains("id=\"notes\"")
                .doesNotContain("<html", "record-head");
        assertThat(pages.get(path + "/nothing").status()).isEqualTo(404);
    }

    @Test
    void noMoreThanSixStatementsAndSixtyKilobytes() {
        Cast.mia().run(() -> IntStream.range(0, 20).forEach(this::note));
        var pages = Cast.mia().pages();
        assertThat(pages.get(path).body().length()).isLessThan(60_000);
        assertThat(Statements.during(() -> pages.get(path))).hasSizeBetween(3, 6);
        assertThat(Statements.during(() -> pages.get(path + "/notes"))).hasSizeBetween(3, 6);
        assertThat(Statements.during(() -> pages.get(path + "/history"))).hasSizeBetween(3, 6);
    }

    private void note(int number) {
        notes.add(ada, new NoteDetails("Note " + number, "general", number % 5 == 0));
    }

    @Test
    void contactsAreHiddenFromThoseWhoMayNotSeeThem() {
        var page = Cast.paul().pages().get(path).body();
        assertThat(page)
                .contains("Ada Lovelace", "a•••@•••", "detail-none\">–")
                .doesNotContain("detail-none\">Add")
                .doesNotContain("0705550101", "070-555", "ada@example.org", "Storgatan", "tel:");
        assertThat(Cast.paul().pages().get(path + "/edit").status()).isEqualTo(403);
        assertThat(Cast.paul().pages().get(path + "/history").status()).isEqualTo(403);
    }

    @Test
    void whoeverMayEditButNotSeeContactsLeavesThemAlone() {
        assertThat(Cast.dora().pages().get(path + "/edit").body()).contains("emails[0].address");
    }

    @Test
    void anotherBusinessFindsNobody() {
        var otto = Cast.otto().pages();
        List.of("", "/notes", "/history", "/edit", "/photo", "/tags", "/head", "/fields/name/edit")
                .forEach(
                        part -> assertThat(otto.get(path + part).status()).as(part).isEqualTo(404));
        assertThat(otto.post(path + "/notes", "body", "x").status()).isEqualTo(404);
        assertThat(otto.post(path + "/status", "status", "").status()).isEqualTo(404);
        assertThat(otto.post(path + "/deactivate").status()).isEqualTo(404);
    }

    @Test
    void strangersAreSentToSignIn() {
        assertThat(PageClient.stranger().get(path).location()).startsWith("/sign-in");
    }

    @Test
    void anAddressWithoutAnIdentifierIsNobodys() {
        assertThat(Cast.mia().pages().get("/customers/17").status()).isEqualTo(404);
        assertThat(Cast.mia().pages().get("/customers/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void statusChangesAndComesBack() {
        var pages = Cast.dora().pages();
        var answer = pages.postPart(path + "/status", "status", "Inactive");
        assertThat(answer.body()).contains("id=\"record-head\"", "selected>Inactive");
        assertThat(answer.header("HX-Trigger")).contains("/undo/", "Status is now Inactive");

        String undo = answer.header("HX-Trigger").replaceAll(".*(/undo/\\d+).*", "$1");
        assertThat(pages.postPart(undo).status()).isEqualTo(204);
        assertThat(Cast.mia().call(() -> customers.get(ada)).details().status()).isNull();
    }

    @Test
    void outOfUseAndBack() {
        var pages = Cast.dora().pages();
        assertThat(pages.post(path + "/deactivate").location()).isEqualTo(path);
        assertThat(pages.get(path).body()).contains("Out of use since", "/reactivate");
        pages.post(path + "/reactivate");
        assertThat(pages.get(path).body()).doesNotContain("Out of use since");
        assertThat(Cast.paul().pages().post(path + "/deactivate").status()).isEqualTo(403);
    }

    @Test
    void theWayInIsToldByDoor() {
        var made =
                Cast.api(
                                app.clientele.shared.Permission.PROFILE_EDIT,
                                app.clientele.shared.Permission.PROFILE_VIEW)
                        .post("/customers", "{\"firstName\":\"Api\"}");
        String id = made.json().path("id").asString();
        assertThat(Cast.mia().pages().get("/customers/" + id).body())
                .contains("through the API on");
    }
}
