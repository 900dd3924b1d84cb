package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.shared.Permission;
import app.clientele.site.ApiReference.Call;
import app.clientele.site.ApiReference.Field;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What those who write programs read: the document, and the page made from it. */
@ClienteleTest
class ApiReferenceTests {
    private JsonNode document;
    private ApiReference api;

    @BeforeEach
    void read() {
        document = Cast.api(Permission.PROFILE_VIEW).get("/openapi.json").json();
        api = ApiReference.of(document);
    }

    @Test
    void saysHowToComeIn() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/key/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/info/title").asString()).isEqualTo("Clientele");
    }

    @Test
    void everyResourceAndCallIsExplained() {
        assertThat(api.resources()).allSatisfy(r -> assertThat(r.text()).as(r.name()).isNotBlank());
        assertThat(calls())
                .allSatisfy(c -> assertThat(c.text()).as(c.method() + " " + c.path()).isNotBlank());
    }

    private List<Call> calls() {
        return api.resources().stream().flatMap(r -> r.calls().stream()).toList();
    }

    private Call call(String method, String path) {
        return calls().stream()
                .filter(c -> c.method().equals(method) && c.path().equals("/api/v1" + path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangeTakesWhatTheMakingTakes() {
        Call making = call("post", "/customers");
        Call change = call("patch", "/customers/{id}");

        assertThat(change.body()).isEqualTo(making.body());
        assertThat(making.body())
                .extracting(Field::name)
                .contains("firstName", "emails[].address", "addresses[].city");
        assertThat(making.answers()).extracting(ApiReference.Answer::status).contains("201", "422");
        assertThat(change.answers()).extracting(ApiReference.Answer::status).contains("412", "428");
    }

    @Test
    void limitsAndMeaningsOfFieldsAreTold() {
        assertThat(call("post", "/customers").body())
                .contains(
                        new Field(
                                "displayName",
                                "string ≤ 150",
                                false,
                                "shown instead of first and last name"));
    }

    @Test
    void thePageNeedsNoSignIn() {
        var page = PageClient.stranger().get("/api/docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("/api/v1/customers/{id}", "Writes a note", "Idempotency-Key");
    }
}
