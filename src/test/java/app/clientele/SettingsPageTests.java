package app.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.access.Roles;
import app.clientele.access.StandardRole;
import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.customers.choices.Choices;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The settings' pages: whom they open to, what they take, and what they say of what they do not.
 */
@ClienteleTest
class SettingsPageTests {
    @Autowired private Branches branches;
    @Autowired private Roles roles;
    @Autowired private Staff staff;
    @Autowired private Choices choices;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings/business",
                "/settings/branches",
                "/settings/branches/new",
                "/settings/team",
                "/settings/team/new",
                "/settings/roles",
                "/settings/roles/new",
                "/settings/lists/tags",
                "/settings/lists/statuses",
                "/settings/lists/referral-methods",
                "/settings/lists/genders",
                "/settings/lists/service-categories",
                "/settings/services",
                "/settings/services/new",
                "/settings/services/usual",
                "/settings/keys",
                "/settings/keys/new"
            })
    void eachOpensToItsPeopleOnly(String path) {
        assertThat(Cast.mia().pages().get(path).status()).isEqualTo(200);
        assertThat(Cast.dora().pages().get(path).status()).isEqualTo(403);
        assertThat(PageClient.stranger().get(path).location()).startsWith("/sign-in");
        assertThat(Cast.dora().pages().get("/account").body()).doesNotContain("href=\"" + path);
    }

    @Test
    void theBusinessIsSavedRefusedAndOvertaken() {
        var pages = Cast.mia().pages();
        int version =
                Integer.parseInt(
                        Cast.api(app.clientele.shared.Permission.PROFILE_VIEW)
                                .get("/business")
                                .etag()
                                .replace("\"", ""));
        Answer wrong = pages.post("/settings/business", business("", version));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is needed.", "value=\"SEK\" selected");
        Answer saved = pages.post("/settings/business", business("Mia’s baths", version));
        assertThat(saved.location()).isEqualTo("/settings/business");
        Answer late = pages.post("/settings/business", business("Too late", version));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Too late", "Mia Okafor changed this meanwhile");
        assertThat(late.body()).contains("name=\"_version\" value=\"" + (version + 1));
    }

    private static String[] business(String name, int version) {
        return new String[] {
            "name",
            name,
            "kind",
            "spa",
            "country",
            "SE",
            "currency",
            "SEK",
            "zone",
            "Europe/Stockholm",
            "language",
            "en",
            "languages[]",
            "en",
            "features[]",
            "",
            "features[]",
            "pets",
            "requireLastName",
            "true",
            "_version",
            String.valueOf(version)
        };
    }

    @Test
    void aBranchIsAddedChangedClosedAndTheClosingUndone() {
        var pages = Cast.mia().pages();
        assertThat(pages.post("/settings/branches/new", branch("")).status()).isEqualTo(422);
        pages.post("/settings/branches/new", branch("Norr"));
        UUID id =
                Cast.mia().call(() -> branches.all(false)).stream()
                        .filter(b -> b.name().equals("Norr"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        String path = "/settings/branches/" + id;
        assertThat(pages.get(path).body()).contains("Norr");
        assertThat(pages.post(path, branch("Norra", "_version", "1")).status()).isEqualTo(303);
        assertThat(pages.post(path, branch("Late", "_version", "1")).status()).isEqualTo(409);
        Answer closed = pages.post(path + "/closing");
        assertThat(closed.status()).isEqualTo(303);
        assertThat(pages.post("/undo/branch-" + id).status()).isEqualTo(303);
        assertThat(Cast.mia().call(() -> branches.get(id)).archivedAt()).isNull();
        assertThat(Cast.dora().pages().post(path + "/closing").status()).isEqualTo(403);
        assertThat(Cast.otto().pages().get(path).status()).isEqualTo(404);
        assertThat(ChangeLog.of(Cast.mia().business(), id)).hasSize(4);
    }

    private static String[] branch(String name, String... more) {
        var fields =
                new java.util.ArrayList<>(
                        List.of("name", name, "country", "SE", "zone", "Europe/Stockholm"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    @Test
    void aColleagueIsInvitedByLinkAndLeaves() {
        var pages = Cast.mia().pages();
        String role = Cast.mia().call(() -> roles.standard(StandardRole.PRACTITIONER)).toString();
        String email = UUID.randomUUID() + "@page.example";
        String[] ines = {"name", "Ines", "email", email, "roleId", role, "branchIds[]", ""};
        Answer made = pages.post("/settings/team/new", ines);
        assertThat(made.body()).contains(Cast.url() + "/password/");
        assertThat(pages.post("/settings/team/new", ines).status()).isEqualTo(422);
        UUID id =
                Cast.mia().call(staff::all).stream()
                        .filter(m -> email.equals(m.email()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        String path = "/settings/team/" + id;
        assertThat(pages.get(path).body()).contains("Ines", "End their access");
        assertThat(pages.post(path + "/leaving").status()).isEqualTo(303);
        assertThat(pages.post("/undo/colleague-" + id).status()).isEqualTo(303);
        assertThat(pages.post(path + "/invitation").body()).contains("/password/");
        assertThat(Cast.mona().pages().get("/settings/team/" + Cast.mia().staff()).status())
                .isEqualTo(200);
        Answer own = pages.post("/settings/team/" + Cast.mia().staff() + "/leaving");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body()).contains("You cannot end your own access.");
    }

    @Test
    void aRoleIsMadeEditedAndDeletedAndAnEscalationRefused() {
        var pages = Cast.mia().pages();
        String[] night = {"name", "Night", "permissions[]", "", "permissions[]", "profile.view"};
        assertThat(pages.post("/settings/roles/new", night).status()).isEqualTo(303);
        assertThat(pages.post("/settings/roles/new", night).status()).isEqualTo(422);
        UUID id =
                Cast.mia().call(roles::all).stream()
                        .filter(r -> r.name().equals("Night"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        String path = "/settings/roles/" + id;
        assertThat(pages.get(path).body()).contains("Find customers and open their profile.");
        String[] wider = {"name", "Night", "permissions[]", "profile.contact", "_version", "1"};
        assertThat(pages.post(path, wider).status()).isEqualTo(303);
        Answer late = pages.post(path, wider);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("it says “See contact details” now", "f-permissions");
        String[] mighty = {"name", "Night", "permissions[]", "settings.keys", "_version", "2"};
        assertThat(Cast.mona().pages().post(path, mighty).status()).isEqualTo(403);
        assertThat(pages.post(path + "/removal").status()).isEqualTo(303);
    }

    @Test
    void aTagIsAddedOrderedArchivedAndDeleted() {
        var pages = Cast.mia().pages();
        pages.post("/settings/lists/tags", "name", "VIP", "colour", "red");
        pages.post("/settings/lists/tags", "name", "New here", "colour", "blue");
        List<Choices.Choice> tags = Cast.mia().call(() -> choices.all(Choices.Kind.TAG, false));
        UUID first = tags.getFirst().id();
        UUID second = tags.get(1).id();
        Answer order =
                pages.postPart(
                        "/settings/lists/tags/order", "order", second + "", "order", first + "");
        assertThat(order.status()).isEqualTo(204);
        assertThat(Cast.mia().call(() -> choices.all(Choices.Kind.TAG, false)).getFirst().id())
                .isEqualTo(second);
        pages.post("/settings/lists/tags/" + first + "/move", "move", "-1");
        assertThat(Cast.mia().call(() -> choices.all(Choices.Kind.TAG, false)).getFirst().id())
                .isEqualTo(first);
        assertThat(pages.get("/settings/lists/tags/" + first).status()).isEqualTo(200);
        assertThat(pages.post("/settings/lists/tags/" + first + "/archiving").status())
                .isEqualTo(303);
        assertThat(pages.post("/undo/tags-entry-" + first).status()).isEqualTo(303);
        assertThat(pages.post("/settings/lists/tags/" + first + "/removal").status())
                .isEqualTo(303);
        assertThat(pages.post("/settings/lists/tags", "name", "x".repeat(61)).status())
                .isEqualTo(422);
    }

    @Test
    void aKeyIsShownOnce() {
        var pages = Cast.mia().pages();
        Answer made = pages.post("/settings/keys/new", "name", "Till", "scopes[]", "profile.view");
        assertThat(made.body()).contains("ck_", "Copy the key now");
        assertThat(pages.get("/settings/keys").body()).contains("Till");
        assertThat(pages.post("/settings/keys/new", "name", "", "scopes[]", "").status())
                .isEqualTo(422);
    }

    @Test
    void onesOwnAccountIsChangedAndSessionsEnd() {
        var here = Cast.otto().pages();
        var elsewhere = Cast.otto().pages();
        assertThat(here.get("/account").body()).contains("Where you are signed in");
        assertThat(here.post("/account/preferences", "theme", "dark", "shortcuts", "true").status())
                .isEqualTo(303);
        assertThat(here.get("/account").body()).contains("data-theme=\"dark\"");
        assertThat(here.post("/account/preferences", "theme", "pink").status()).isEqualTo(422);
        Answer wrong =
                here.post("/account/password", "current", "nope", "password", "seven umbrellas");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not your present password.");
        Answer changed =
                here.post(
                        "/account/password",
                        "current",
                        Cast.PASSWORD,
                        "password",
                        "seven umbrellas");
        assertThat(changed.status()).isEqualTo(303);
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");
        assertThat(here.post("/account/sessions/end-others").status()).isEqualTo(303);
        assertThat(here.post("/account/businesses/" + Cast.mia().business()).status())
                .isEqualTo(404);
    }
}
