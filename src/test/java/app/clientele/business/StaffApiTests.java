package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.access.Roles;
import app.clientele.access.StandardRole;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff and the business itself over HTTP. */
@ClienteleTest
class StaffApiTests {
    @Autowired private Roles roles;

    @Test
    void aColleagueIsHiredChangedInvitedLetGoAndTakenBack() {
        ApiClient api = strong();
        Answer made = api.post("/staff", colleague("Ines", StandardRole.PRACTITIONER));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("joined").asBoolean()).isFalse();
        String path = made.location().substring("/api/v1".length());
        Answer changed =
                api.patch(path, made.etag(), Map.of("name", "Inès", "branchIds", List.of()));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("branchIds")).isEmpty();
        assertThat(api.patch(path, made.etag(), Map.of("name", "Late")).status()).isEqualTo(412);
        assertThat(api.patch(path, changed.etag(), Map.of("email", "a@b.example")).status())
                .isEqualTo(422);

        Answer invited =
                api.post(path + "/invitations", "", "Idempotency-Key", UUID.randomUUID() + "");
        assertThat(invited.status()).isEqualTo(201);
        String url = invited.json().path("url").asString();
        assertThat(url).startsWith(Cast.url() + "/password/");
        assertThat(PageClient.stranger().get(url.substring(Cast.url().length())).status())
                .isEqualTo(200);

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get("/staff?limit=200").body()).doesNotContain("Inès");
        assertThat(api.get("/staff?limit=200&deactivated=true").body()).contains("Inès");
        assertThat(api.post(path + "/invitations", "").status()).isEqualTo(409);
        assertThat(api.post(path + "/restoration", "").status()).isEqualTo(200);
    }

    @Test
    void aKeyWithoutTheTeamReadsNamesButNoAddresses() {
        Cast.dora();
        String list = Cast.api(Permission.PROFILE_VIEW).get("/staff?limit=200").body();
        assertThat(list).contains("Dora Lind").doesNotContain("@");
        assertThat(strong().get("/staff?limit=200").body()).contains("@");
    }

    @Test
    void aKeyMakesNobodyMightierThanItself() {
        ApiClient api = Cast.api(Permission.SETTINGS_TEAM, Permission.PROFILE_VIEW);
        Answer refused = api.post("/staff", colleague("Rich", StandardRole.OWNER));
        assertThat(refused.status()).isEqualTo(403);
        Answer escalated =
                api.post(
                        "/roles",
                        Map.of("name", "Mighty", "permissions", List.of("settings.keys")));
        assertThat(escalated.status()).isEqualTo(403);
        assertThat(api.delete("/staff/" + Cast.mia().staff()).status()).isEqualTo(403);
        assertThat(api.post("/staff/" + Cast.mia().staff() + "/invitations", "").status())
                .isEqualTo(403);
    }

    @Test
    void otherBusinessesStaffAreNotThere() {
        ApiClient api = Cast.otto().api(Permission.all().toArray(Permission[]::new));
        String path = "/staff/" + Cast.mia().staff();
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.patch(path, "\"1\"", Map.of("name", "Otto’s")).status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
    }

    @Test
    void theListIsOfOneBranchWhenAsked() {
        ApiClient api = strong();
        assertThat(api.get("/staff?branchId=" + Cast.branch()).body()).contains("Mia Okafor");
        assertThat(api.get("/staff?branchId=" + UUID.randomUUID()).body())
                .doesNotContain("Mia Okafor");
        assertThat(api.get("/staff?branchId=nonsense").status()).isEqualTo(422);
    }

    @Test
    void theBusinessIsReadAndChanged() {
        ApiClient api = Cast.api(Permission.SETTINGS_BUSINESS);
        Answer read = api.get("/business");
        assertThat(read.json().path("currency").asString()).isEqualTo("SEK");
        Answer changed =
                api.patch("/business", read.etag(), Map.of("features", List.of("pets", "weight")));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("features")).hasSize(2);
        assertThat(changed.json().path("name")).isEqualTo(read.json().path("name"));
        assertThat(api.patch("/business", read.etag(), Map.of("name", "x")).status())
                .isEqualTo(412);
        assertThat(api.send("PATCH", "/business", Map.of("name", "x")).status()).isEqualTo(428);
        Answer wrong =
                api.patch("/business", changed.etag(), Map.of("features", List.of("teleport")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").findValuesAsString("field"))
                .containsExactly("features[0]");
        assertThat(Cast.api(Permission.PROFILE_VIEW).get("/business").status()).isEqualTo(200);
    }

    private static ApiClient strong() {
        return Cast.api(Permission.all().toArray(Permission[]::new));
    }

    private Map<String, Object> colleague(String name, StandardRole role) {
        return Map.of(
                "name",
                name,
                "email",
                UUID.randomUUID() + "@api.example",
                "roleId",
                Cast.mia().call(() -> roles.standard(role)).toString(),
                "branchIds",
                List.of(Cast.branch().toString()));
    }
}
