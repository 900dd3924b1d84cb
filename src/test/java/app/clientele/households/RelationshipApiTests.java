package app.clientele.households;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families by programs. */
@ClienteleTest
class RelationshipApiTests {
    private UUID ana = new UUID(0, 0);
    private UUID ben = new UUID(0, 1);
    private final String address = Kin.mail();

    @BeforeEach
    void two() {
        ana = Kin.person("Ana");
        ben = Kin.person("Ben", address, null);
    }

    private static ApiClient api() {
        return Cast.api(
                Permission.PROFILE_VIEW,
                Permission.FAMILY_EDIT,
                Permission.MESSAGE_VIEW,
                Permission.PROFILE_CONTACT);
    }

    private String links() {
        return "/customers/" + ana + "/relationships";
    }

    private Answer link() {
        return api().post(
                        links(),
                        Map.of(
                                "relativeId",
                                ben,
                                "relation",
                                "cared_for",
                                "theirRights",
                                Map.of("book", true)));
    }

    @Test
    void linksChangesAndUnlinks() {
        Answer made = link();
        assertThat(made.status()).isEqualTo(201);
        String path = made.location().replace("/api/v1", "");
        assertThat(made.json().at("/relative/name").asString()).isEqualTo("Ben Lopes");
        assertThat(made.json().get("agreement").asString()).isEqualTo("pending");
        assertThat(made.json().at("/theirRights/book").asBoolean()).isTrue();
        assertThat(made.json().at("/theirHolding/book").asBoolean()).isFalse();
        Answer read = api().get(path);
        Answer changed =
                api().patch(
                                path,
                                read.etag(),
                                Map.of("relation", "parent", "rights", Map.of("view", true)));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/theirRights/book").asBoolean()).as("not spoken of").isTrue();
        assertThat(api().patch(path, read.etag(), Map.of("relation", "friend")).status())
                .isEqualTo(412);
        assertThat(
                        api().get("/customers/" + ben + "/relationships")
                                .json()
                                .at("/items/0/relation")
                                .asString())
                .isEqualTo("child");
        assertThat(
                        api().post(links(), Map.of("relativeId", ben, "relation", "friend"))
                                .json()
                                .at("/reasons/0/code")
                                .asString())
                .isEqualTo("already_linked");
        assertThat(api().delete(path).status()).isEqualTo(204);
        assertThat(api().get(links()).json().get("items")).isEmpty();
        UUID id = UUID.fromString(read.json().get("id").asString());
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("delete by");
    }

    @Test
    void asksTakesBackAndNotesDown() {
        String path = link().location().replace("/api/v1", "");
        Answer messages = api().get("/customers/" + ben + "/messages");
        assertThat(messages.json().at("/items/0/address").asString()).isEqualTo(address);
        assertThat(messages.json().at("/items/0/cause").asString()).isEqualTo("no_mail_server");
        String message = messages.json().at("/items/0/id").asString();
        assertThat(
                        api().get("/messages?purpose=invitation&state=waiting")
                                .json()
                                .at("/items/0/id")
                                .asString())
                .isEqualTo(message);
        assertThat(api().get("/messages/" + message).json().get("text").asString())
                .contains("/family/");
        assertThat(api().post(path + "/invitation", "").json().at("/reasons/0/code").asString())
                .isEqualTo("asked_just_now");
        assertThat(api().delete(path + "/invitation").status()).isEqualTo(200);
        assertThat(api().get("/messages/" + message).json().get("state").asString())
                .isEqualTo("withdrawn");
        assertThat(api().get("/messages?state=%00").status()).isEqualTo(422);
        assertThat(api().get("/messages?purpose=none").status()).isEqualTo(422);
        Answer agreed = api().put(path + "/agreement", Map.of());
        assertThat(agreed.json().get("answeredHow").asString()).isEqualTo("in_person");
        assertThat(agreed.json().at("/theirHolding/book").asBoolean()).isTrue();
        assertThat(api().put(path + "/agreement", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void copiesAreAddedAndTakenOut() {
        String path = "/customers/" + ana + "/copies";
        Answer one = api().post(path, Map.of("customerId", ben));
        assertThat(one.status()).isEqualTo(201);
        assertThat(api().post(path, Map.of("address", "Team@care.example")).status())
                .isEqualTo(201);
        assertThat(api().post(path, Map.of("address", "team@care.example")).status())
                .isEqualTo(422);
        assertThat(
                        api().post(path, Map.of("address", "team"))
                                .json()
                                .at("/errors/0/field")
                                .asString())
                .isEqualTo("address");
        assertThat(api().get(path).json().get("items")).hasSize(2);
        assertThat(
                        Cast.api(Permission.PROFILE_VIEW)
                                .get(path)
                                .json()
                                .at("/items/1/address")
                                .asString())
                .isEqualTo("t•••@•••");
        String id = one.json().get("id").asString();
        assertThat(api().delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(id)))
                .extracting(line -> line.split(" ")[0])
                .isEqualTo(List.of("insert", "delete"));
    }

    @Test
    void whatIsWrongIsNamed() {
        Answer wrong =
                api().post(links(), Map.of("relation", "cousin", "rights", Map.of("fly", true)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("relation", "fly");
        assertThat(api().post(links(), Map.of("relation", "friend", "relativeId", ana)).status())
                .isEqualTo(422);
    }
}
