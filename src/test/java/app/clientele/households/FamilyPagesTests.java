package app.clientele.households;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Customers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Families at the desk. */
@ClienteleTest
class FamilyPagesTests {
    @Autowired private Relationships relationships;
    @Autowired private MessageCopies copies;
    @Autowired private Customers customers;

    private UUID ana = new UUID(0, 0);
    private UUID ben = new UUID(0, 1);
    private final String bens = Kin.mail();
    private String family = "";
    private final PageClient dora = Cast.dora().pages();

    @BeforeEach
    void two() {
        ana = Kin.person("Ana", Kin.mail(), null);
        ben = Kin.person("Ben", bens, null);
        family = "/customers/" + ana + "/family";
    }

    private List<Relationship> links() {
        return Cast.dora().call(() -> relationships.of(ana));
    }

    @Test
    void somebodyKnownIsLinkedChangedAndUnlinkedWithAWayBack() {
        assertThat(dora.get(family + "/add?relative=" + ben).body()).contains("Ben Lopes");
        Answer added =
                dora.post(
                        family,
                        "relativeId",
                        ben.toString(),
                        "relation",
                        "spouse",
                        "rights.book",
                        "true");
        assertThat(added.location()).isEqualTo(family);
        Relationship link = links().getFirst();
        assertThat(link.rights()).isEqualTo(new Rights(true, false, false, false));
        assertThat(dora.get(family).body())
                .contains("Ben Lopes", "Waiting for an answer", "Once agreed, Ben Lopes may");
        assertThat(dora.get("/customers/" + ana).body()).contains("Spouse or partner");
        String path = family + "/" + link.id();
        String version = String.valueOf(link.version());
        assertThat(dora.post(path, "relation", "friend", "_version", version).status())
                .isEqualTo(303);
        assertThat(dora.post(path, "relation", "sibling", "_version", version).status())
                .isEqualTo(409);
        assertThat(links().getFirst().relation()).isEqualTo(Relation.FRIEND);
        dora.post(path + "/delete");
        assertThat(links()).isEmpty();
        dora.post("/undo/relationship-" + link.id());
        assertThat(links()).hasSize(1);
        assertThat(ChangeLog.of(Cast.mia().business(), link.id()))
                .extracting(line -> line.split(" ")[0])
                .isEqualTo(List.of("insert", "update", "delete", "insert"));
    }

    @Test
    void whoSaysNotWhatTheyAreIsAskedAndLosesNothing() {
        Answer asked =
                dora.post(
                        family,
                        "relativeId",
                        ben.toString(),
                        "relation",
                        "",
                        "theirWords",
                        "neighbour");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("This is needed.", "value=\"neighbour\"");
    }

    @Test
    void aBirthdayIsNotNeeded() {
        Answer made =
                dora.post(
                        family + "/create",
                        "firstName",
                        "Rex",
                        "birthday",
                        "",
                        "emails[0].address",
                        "",
                        "relation",
                        "pet");
        assertThat(made.location()).as(made.toString()).isEqualTo(family);
        assertThat(links().getFirst().answeredHow()).isEqualTo("pet");
    }

    @Test
    void whoIsNotKnownIsWrittenDownWithWhatTheyShare() {
        Cast.dora()
                .run(() ->
                        customers.change(
                                ana,
                                p ->
                                        p.with(d -> {
                                            d.phones =
                                                    List.of(
                                                            new Phone(
                                                                    "0705550123",
                                                                    null,
                                                                    true,
                                                                    null));
                                            d.addresses =
                                                    List.of(
                                                            new Address(
                                                                    null,
                                                                    null,
                                                                    "Storgatan 1",
                                                                    null,
                                                                    null,
                                                                    "Malmö",
                                                                    null,
                                                                    "SE",
                                                                    true));
                                        })));
        assertThat(dora.get(family + "/create").body())
                .contains("Lopes", "0705550123", "Storgatan 1");
        Answer wrong =
                dora.post(
                        family + "/create",
                        "lastName",
                        "Lopes",
                        "emails[0].address",
                        "nobody",
                        "relation",
                        "child");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is needed");
        Answer made =
                dora.post(
                        family + "/create",
                        "firstName",
                        "Kid",
                        "lastName",
                        "Lopes",
                        "birthday",
                        Kin.yearsAgo(8).toString(),
                        "emails[0].address",
                        "",
                        "emails[0].primary",
                        "true",
                        "phones[0].number",
                        "",
                        "phones[0].primary",
                        "true",
                        "_samePhone",
                        "true",
                        "_sameAddress",
                        "true",
                        "relation",
                        "child");
        assertThat(made.location()).isEqualTo(family);
        Relationship link = links().getFirst();
        assertThat(link.answeredHow()).isEqualTo("child");
        var kid = Cast.dora().call(() -> customers.get(link.relative().id())).details();
        assertThat(kid.phones()).hasSize(1);
        assertThat(kid.addresses()).extracting(Address::street).containsExactly("Storgatan 1");
        assertThat(dora.get(family).body()).contains("Under 18: 8", "see their appointments");
    }

    @Test
    void neitherIsWrittenDownWhenTheLinkIsWrong() {
        long before = count();
        Answer wrong = dora.post(family + "/create", "firstName", "Kid", "relation", "other");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(count()).isEqualTo(before);
    }

    private static long count() {
        return app.clientele.TestDatabase.ownerClient()
                .sql("select count(*) from customer where business_id = :business")
                .param("business", Cast.mia().business())
                .query(Long.class)
                .single();
    }

    @Test
    void sharedPhonesAreOfferedAndThoseLinkedAreNot() {
        for (UUID each : List.of(ana, ben)) {
            Cast.dora()
                    .run(() ->
                            customers.change(
                                    each,
                                    p ->
                                            p.with(d ->
                                                    d.phones =
                                                            List.of(
                                                                    new Phone(
                                                                            "0705559988",
                                                                            null,
                                                                            true,
                                                                            null)))));
        }
        assertThat(dora.get(family + "/add").body()).contains("Perhaps family", ben.toString());
        assertThat(dora.get(family + "/add?q=" + bens).body()).contains(ben.toString());
        Kin.link(ana, ben, Relation.SIBLING, true);
        assertThat(dora.get(family + "/add").body()).doesNotContain(ben.toString());
        assertThat(dora.get(family + "/add?q=" + bens).body()).doesNotContain("relative=" + ben);
    }

    @Test
    void invitationsAreSentTakenBackAndNotedDown() {
        Relationship link = Kin.link(ana, ben, Relation.FRIEND, false);
        String path = family + "/" + link.id();
        assertThat(dora.post(path + "/invitation").status()).isEqualTo(409);
        assertThat(dora.post(path + "/withdrawal").location()).isEqualTo(family);
        assertThat(dora.get(family).body()).contains("no longer works");
        assertThat(dora.post(path + "/agreement").location()).isEqualTo(family);
        assertThat(dora.get(family).body()).contains("noted by Dora Lind");
    }

    @Test
    void copiesAreAddedAndTakenOutWithAWayBack() {
        String path = "/customers/" + ana + "/copies";
        assertThat(dora.post(path, "address", "nobody").status()).isEqualTo(422);
        assertThat(dora.post(path, "address", "team@care.example").location()).isEqualTo(family);
        dora.post(path, "address", "Ben Lopes", "customerId", ben.toString());
        assertThat(dora.get(family).body()).contains("team@care.example");
        var all = Cast.dora().call(() -> copies.of(ana));
        assertThat(all).hasSize(2);
        Answer removed = dora.post(path + "/" + all.getFirst().id() + "/delete");
        assertThat(removed.location()).isEqualTo(family);
        assertThat(Cast.dora().call(() -> copies.of(ana))).hasSize(1);
        String undo =
                "/undo/"
                        + app.clientele.TestDatabase.ownerClient()
                                .sql("select max(id) from change where row_id = :id")
                                .param("id", all.getFirst().id())
                                .query(Long.class)
                                .single();
        dora.post(undo);
        assertThat(Cast.dora().call(() -> copies.of(ana))).hasSize(2);
    }

    @Test
    void theOutboxShowsWhatWasWritten() {
        Kin.link(ana, ben, Relation.FRIEND, false);
        String id = Kin.lastMessage(ben).id().toString();
        assertThat(dora.get("/messages").body())
                .contains("no mail server is set", "/messages/" + id);
        assertThat(dora.get("/messages?state=withdrawn").body()).doesNotContain(id);
        assertThat(dora.get("/customers/" + ben + "/messages").body()).contains("/messages/" + id);
        assertThat(dora.get("/messages/" + id).body())
                .contains("Ben Lopes", "href=\"" + Cast.url() + Kin.invitation(ben) + "\"");
        assertThat(Cast.paul().pages().get("/messages").status()).isEqualTo(403);
    }
}
