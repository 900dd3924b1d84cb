package app.clientele.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.messages.Message;
import app.clientele.shared.Refused;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class FamilyInvitationsTests {
    @Autowired private Relationships relationships;
    @Autowired private FamilyInvitations invitations;
    @Autowired private FamilyRights rights;
    @Autowired private Customers customers;

    private final PageClient stranger = PageClient.stranger();
    private String address = "";
    private UUID ana = new UUID(0, 0);
    private UUID ben = new UUID(0, 1);

    @BeforeEach
    void two() {
        address = Kin.mail();
        ana = Kin.person("Ana", Kin.mail(), null);
        ben = Kin.person("Ben", address, Kin.yearsAgo(40));
    }

    private Relationship link() {
        return Kin.link(ana, ben, Relation.FRIEND, false);
    }

    private Relationship now(Relationship link) {
        return Cast.dora().call(() -> relationships.get(link.customerId(), link.id()));
    }

    private boolean mayBook() {
        return Cast.dora().call(() -> rights.may(ana, ben, Right.BOOK).allowed());
    }

    private Answer answer(String path, String answer, Relationship link) {
        String version = String.valueOf(now(link).version());
        return stranger.post(path, "answer", answer, "_version", version);
    }

    @Test
    void anAdultIsAskedByEmailAndNothingIsGrantedUntilTheyAccept() {
        Relationship link = link();
        assertThat(link.pending()).isTrue();
        assertThat(mayBook()).isFalse();
        Message message = Kin.lastMessage(ben);
        assertThat(message.address()).isEqualTo(address);
        assertThat(message.state()).isEqualTo("waiting");
        assertThat(message.cause()).isEqualTo("no_mail_server");
        assertThat(message.text()).contains("Ana", "mia’s studio", Cast.url() + "/family/");
        assertThat(message.html()).contains("<a href=");
        Answer page = stranger.get(Kin.invitation(ben));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Ana", "mia’s studio", "pay with their card");
        assertThat(page.body()).as("no more than the first name").doesNotContain("Lopes", address);
        assertThat(answer(Kin.invitation(ben), "yes", link).body()).contains("You are linked");
        assertThat(mayBook()).isTrue();
        assertThat(Kin.lastMessage(ben).cause()).isEqualTo("answered");
        assertThat(now(link).answeredHow()).isEqualTo("link");
        assertThat(ChangeLog.of(Cast.mia().business(), link.id()).getLast())
                .startsWith("update by nobody")
                .contains("agreement=pending");
    }

    @Test
    void whoDeclinesIsNotAskedAgainByEmail() {
        Relationship link = link();
        assertThat(answer(Kin.invitation(ben), "no", link).body()).contains("You have declined");
        assertThat(now(link).agreement()).isEqualTo(Agreement.DECLINED);
        assertThat(mayBook()).isFalse();
        assertThatThrownBy(() -> Cast.dora().run(() -> invitations.invite(ana, link.id())))
                .hasMessage("declined_before");
        Cast.dora().run(() -> invitations.agreeInPerson(ana, link.id()));
        assertThat(mayBook()).isTrue();
    }

    @Test
    void aLinkIsGoodOnceAndSaysSoAfterwards() {
        Relationship link = link();
        String path = Kin.invitation(ben);
        answer(path, "yes", link);
        assertThat(stranger.get(path).status()).isEqualTo(410);
        assertThat(answer(path, "no", link).status()).isEqualTo(410);
        assertThat(now(link).agreement()).isEqualTo(Agreement.AGREED);
        assertThat(stranger.get(path).body()).contains("no longer works").doesNotContain("Ana");
        assertThat(stranger.get("/family/nobodys").status()).isEqualTo(404);
        assertThat(stranger.post("/family/nobodys", "answer", "yes").status()).isEqualTo(404);
    }

    @Test
    void itRunsOutAfterThirtyDays() {
        Relationship link = link();
        assertThat(link.invitation()).isNotNull();
        Kin.set(link.id(), "asked_until = now() - interval '1 second'");
        assertThat(stranger.get(Kin.invitation(ben)).status()).isEqualTo(410);
        assertThat(answer(Kin.invitation(ben), "yes", link).status()).isEqualTo(410);
        assertThat(mayBook()).isFalse();
    }

    @Test
    void askedAgainTheEarlierLinkIsWorthNothing() {
        Relationship link = link();
        String first = Kin.invitation(ben);
        assertThatThrownBy(() -> Cast.dora().run(() -> invitations.invite(ana, link.id())))
                .hasMessage("asked_just_now");
        Kin.set(link.id(), "asked_at = asked_at - interval '1 hour'");
        Cast.dora().run(() -> invitations.invite(ana, link.id()));
        assertThat(stranger.get(first).status()).isEqualTo(404);
        assertThat(stranger.get(Kin.invitation(ben)).status()).isEqualTo(200);
        Kin.set(link.id(), "asked_at = asked_at - interval '1 hour', asked_times = 5");
        assertThatThrownBy(() -> Cast.dora().run(() -> invitations.invite(ana, link.id())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void takenBackItCannotBeAcceptedAndTheMessageDoesNotGo() {
        Relationship link = link();
        Cast.dora().run(() -> invitations.withdraw(ana, link.id()));
        assertThat(stranger.get(Kin.invitation(ben)).status()).isEqualTo(410);
        assertThat(Kin.lastMessage(ben).state()).isEqualTo("withdrawn");
        assertThatThrownBy(() -> Cast.dora().run(() -> invitations.withdraw(ana, link.id())))
                .hasMessage("no_invitation");
    }

    @Test
    void unlinkedThereIsNothingToAccept() {
        Relationship link = link();
        String path = Kin.invitation(ben);
        Cast.dora().run(() -> relationships.remove(ana, link.id()));
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    @Test
    void acceptedWhileTakenBackIsOneOfTheTwo() {
        for (int round = 0; round < 5; round++) {
            two();
            Relationship link = link();
            String path = Kin.invitation(ben);
            Race.between(
                    () -> answer(path, "yes", link),
                    () -> Cast.dora().run(() -> invitations.withdraw(ana, link.id())),
                    () -> Cast.mia().run(() -> relationships.remove(ana, link.id())));
            assertThat(Cast.dora().call(() -> relationships.of(ana))).isEmpty();
            assertThat(mayBook()).isFalse();
        }
    }

    @Test
    void whatIsAcceptedIsWhatWasRead() {
        Relationship link = link();
        String path = Kin.invitation(ben);
        String read = String.valueOf(now(link).version());
        var more = new RelationshipDetails(Relation.SPOUSE, null, null, Kin.ALL, Kin.ALL);
        Cast.dora().run(() -> relationships.change(ana, link.id(), more, link.version()));
        Answer late = stranger.post(path, "answer", "yes", "_version", read);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("changed since you opened");
        assertThat(now(link).pending()).isTrue();
    }

    @Test
    void aLockedRecordKeepsItsReasonToItself() {
        Relationship link = link();
        Cast.mia().run(() -> Cast.bean(Locks.class).lock(ana, new LockDetails("Court case")));
        Answer refused = answer(Kin.invitation(ben), "yes", link);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("just now").doesNotContain("Court case");
        assertThat(now(link).pending()).isTrue();
    }

    @Test
    void anInboxOfBothIsNobodysOwn() {
        UUID eva = Kin.person("Eva", address, null);
        Relationship link = Kin.link(eva, ben, Relation.SPOUSE, false);
        assertThat(link.pending()).isTrue();
        assertThat(link.invitation()).isNull();
        assertThatThrownBy(() -> Cast.dora().run(() -> invitations.invite(eva, link.id())))
                .hasMessage("nowhere_to_ask");
        Cast.dora().run(() -> invitations.agreeInPerson(eva, link.id()));
        assertThat(now(link).answeredBy()).isEqualTo("Dora Lind");
    }

    @Test
    void itIsWrittenInTheLanguageOfWhoeverIsAsked() {
        Cast.dora().run(() -> customers.change(ben, p -> p.with(d -> d.language = "nl")));
        link();
        assertThat(Kin.lastMessage(ben).subject()).contains("verbonden");
        Answer page = stranger.get(Kin.invitation(ben));
        assertThat(page.body()).contains("lang=\"nl\"", "Akkoord", "met hun kaart betalen");
        for (String language : new String[] {"de", "fr", "es", "pt"}) {
            UUID other = Kin.person("Ola", Kin.mail(), null);
            Cast.dora().run(() -> customers.change(other, p -> p.with(d -> d.language = language)));
            Kin.link(ana, other, Relation.FRIEND, false);
            assertThat(Kin.lastMessage(other).language())
                    .isEqualTo(language.equals("pt") ? "en" : language);
            assertThat(Kin.lastMessage(other).text())
                    .doesNotContainPattern(Pattern.compile("\\{\\d"));
        }
    }

    @Test
    void theSecretIsNowhereInTheTables() {
        Relationship link = link();
        String secret = Kin.invitation(ben).substring("/family/".length());
        String rows =
                app.clientele.TestDatabase.ownerClient()
                        .sql(
                                "select to_jsonb(r)::text from relationship r where relative_id = :ana")
                        .param("ana", ana)
                        .query(String.class)
                        .single();
        assertThat(rows).doesNotContain(secret);
        assertThat(link.toString()).doesNotContain(secret);
    }
}
