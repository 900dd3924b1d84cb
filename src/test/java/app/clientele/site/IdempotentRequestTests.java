package app.clientele.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import org.junit.jupiter.api.Test;

/** Another body under the same key is another request, however it comes and however long it is. */
@ClienteleTest
class IdempotentRequestTests {
    private static final ApiClient API =
            Cast.api(Permission.CUSTOMER_IMPORT, Permission.PROFILE_VIEW, Permission.PROFILE_EDIT);

    private static Answer upload(String key, String name, String people) {
        return API.upload(
                "POST", "/imports", "file", name, people.getBytes(UTF_8), "Idempotency-Key", key);
    }

    @Test
    void takesAFileOnceAndRefusesAnother() {
        String people = "First name,Last name\nAda,Once\n";
        Answer first = upload("file", "a.csv", people);
        assertThat(first.status()).isEqualTo(201);
        Answer again = upload("file", "a.csv", people);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));

        assertThat(upload("file", "a.csv", people + "Bo,Twice\n").status()).isEqualTo(422);
        assertThat(upload("file", "b.csv", people).status()).isEqualTo(422);
    }

    @Test
    void readsALongBodyToItsEnd() {
        assertThat(create("One")).isEqualTo(201);
        assertThat(create("One")).isEqualTo(201);
        assertThat(create("Two")).isEqualTo(422);
    }

    private static int create(String last) {
        String space = " ".repeat(3_000_000);
        String body = "{\"firstName\":\"Long\"," + space + "\"lastName\":\"" + last + "\"}";
        return API.post("/customers", body, "Idempotency-Key", "long").status();
    }
}
