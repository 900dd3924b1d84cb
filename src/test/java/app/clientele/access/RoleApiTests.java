package app.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Roles over HTTP. */
@ClienteleTest
class RoleApiTests {
    @Test
    void aRoleIsMadeReadChangedAndRemoved() {
        ApiClient api = Cast.api(Permission.SETTINGS_TEAM, Permission.PROFILE_VIEW);
        Answer made =
                api.post(
                        "/roles", Map.of("name", "Intern", "permissions", List.of("profile.view")));
        assertThat(made.status()).isEqualTo(201);
        String path = made.location().substring("/api/v1".length());
        assertThat(made.json().path("permissions").path(0).asString()).isEqualTo("profile.view");
        assertThat(made.json().path("standard").isNull()).isTrue();
        Answer changed = api.patch(path, made.etag(), Map.of("permissions", List.of()));
        assertThat(changed.json().path("permissions")).isEmpty();
        assertThat(changed.json().path("name").asString()).isEqualTo("Intern");
        assertThat(api.patch(path, made.etag(), Map.of("name", "Late")).status()).isEqualTo(412);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsNamed() {
        ApiClient api = Cast.api(Permission.SETTINGS_TEAM);
        Answer unknown = api.post("/roles", Map.of("name", "Odd", "permissions", List.of("fly")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("errors").findValuesAsString("field"))
                .containsExactly("permissions[0]");
        Answer empty = api.post("/roles", "{\"name\":\" \",\"permissions\":[]}");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().path("errors").findValuesAsString("field")).containsExactly("name");
    }

    @Test
    void theListNeedsItsScope() {
        assertThat(Cast.api(Permission.SETTINGS_TEAM).get("/roles").json().path("items"))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(Cast.api(Permission.PROFILE_VIEW).get("/roles").status()).isEqualTo(403);
        String mine =
                Cast.api(Permission.SETTINGS_TEAM)
                        .get("/roles")
                        .json()
                        .path("items")
                        .path(1)
                        .path("id")
                        .asString();
        assertThat(Cast.otto().api(Permission.SETTINGS_TEAM).get("/roles/" + mine).status())
                .isEqualTo(404);
    }
}
