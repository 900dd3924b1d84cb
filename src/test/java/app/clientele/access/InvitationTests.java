package app.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.Cast.Person;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.business.Staff;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.shared.Refused;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links that let people in: once, for three days, and never into somebody else's account. */
@ClienteleTest
class InvitationTests {
    private static final String GOOD = "seven purple umbrellas";

    @Autowired private Staff staff;
    @Autowired private Roles roles;
    @Autowired private Accounts accounts;
    @Autowired private Invitations invitations;

    @Test
    void somebodyNewChoosesAPasswordAndIsIn() {
        String email = address();
        UUID id = hire(Cast.mia(), email);
        String link = invite(Cast.mia(), id);
        assertThat(link).startsWith("/password/");
        Answer page = PageClient.stranger().get(link);
        assertThat(page.body()).contains(email);
        Answer done = PageClient.stranger().post(link, "password", GOOD);
        assertThat(done.location()).isEqualTo("/");
        assertThat(done.header("Set-Cookie")).startsWith("clientele=");
        assertThat(accounts.authenticate(email, GOOD)).isPresent();
        assertThat(Cast.mia().call(() -> staff.get(id)).joined()).isTrue();
    }

    @Test
    void aLinkIsGoodOnceEvenForManyAtOnce() {
        String link = invite(Cast.mia(), hire(Cast.mia(), address()));
        String token = link.substring("/password/".length());
        var wins = new AtomicInteger();
        Runnable attempt =
                () -> {
                    if (invitations.setPassword(token, GOOD).isPresent()) {
                        wins.incrementAndGet();
                    }
                };
        Race.between(attempt, attempt, attempt, attempt, attempt, attempt);
        assertThat(wins).hasValue(1);
        assertThat(PageClient.stranger().get(link).status()).isEqualTo(404);
    }

    @Test
    void aNewerLinkReplacesTheOlder() {
        UUID id = hire(Cast.mia(), address());
        String first = invite(Cast.mia(), id);
        String second = invite(Cast.mia(), id);
        assertThat(PageClient.stranger().get(first).status()).isEqualTo(404);
        assertThat(PageClient.stranger().get(second).status()).isEqualTo(200);
    }

    @Test
    void aLinkRunsOut() {
        String link = invite(Cast.mia(), hire(Cast.mia(), address()));
        TestDatabase.ownerClient()
                .sql("update sign_in_link set expires_at = now() where token_hash = :hash")
                .param("hash", Secrets.hash(link.substring("/password/".length())))
                .update();
        assertThat(PageClient.stranger().post(link, "password", GOOD).status()).isEqualTo(404);
    }

    @Test
    void aWeakPasswordIsToldAndTheLinkStays() {
        String link = invite(Cast.mia(), hire(Cast.mia(), address()));
        Answer weak = PageClient.stranger().post(link, "password", "short");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains("At least 10 characters");
        assertThat(PageClient.stranger().post(link, "password", GOOD).status()).isEqualTo(303);
    }

    @Test
    void whoHasAnAccountJoinsByItsPasswordAlone() {
        Person otto = Cast.otto();
        UUID id = hire(Cast.mia(), otto.email());
        assertThat(Cast.mia().call(() -> staff.get(id)).joined()).isFalse();
        String link = invite(Cast.mia(), id);
        assertThat(link).startsWith("/join/");
        assertThat(PageClient.stranger().get(link).body()).contains(otto.email(), "mia’s studio");
        assertThat(PageClient.stranger().post(link, "password", "not his at all").status())
                .isEqualTo(422);
        assertThat(Cast.mia().call(() -> staff.get(id)).joined()).isFalse();
        Answer done = PageClient.stranger().post(link, "password", Cast.PASSWORD);
        assertThat(done.location()).isEqualTo("/");
        assertThat(Cast.mia().call(() -> staff.get(id)).joined()).isTrue();
        assertThatThrownBy(() -> invite(Cast.mia(), id))
                .isInstanceOf(Refused.class)
                .hasMessage("account_shared");
    }

    @Test
    void anUnopenedInvitationElsewhereIsNotTakenOver() {
        String email = address();
        UUID hers = hire(Cast.mia(), email);
        UUID his = hire(Cast.otto(), email);
        assertThat(invite(Cast.otto(), his)).startsWith("/join/");
        assertThat(invite(Cast.mia(), hers)).startsWith("/password/");
        assertThat(PageClient.stranger().post(invite(Cast.otto(), his), "password", "").status())
                .isEqualTo(422);
    }

    @Test
    void whoLeftCannotComeInByAnOldLink() {
        String email = address();
        hire(Cast.otto(), email);
        UUID id = hire(Cast.mia(), email);
        String link = invite(Cast.mia(), id);
        Cast.mia().run(() -> staff.deactivate(id));
        assertThat(PageClient.stranger().get(link).status()).isEqualTo(404);
        Cast.mia().run(() -> staff.reactivate(id));
        assertThat(PageClient.stranger().get(link).status()).isEqualTo(404);
    }

    @Test
    void aPasswordLinkIsWorthNothingOnceItsAccountWorksElsewhereToo() {
        String email = address();
        UUID id = hire(Cast.mia(), email);
        PageClient.stranger().post(invite(Cast.mia(), id), "password", GOOD);
        String kept = invite(Cast.mia(), id);
        assertThat(PageClient.stranger().get(kept).status()).isEqualTo(200);
        String join = invite(Cast.otto(), hire(Cast.otto(), email));
        assertThat(PageClient.stranger().post(join, "password", GOOD).location()).isEqualTo("/");
        assertThat(PageClient.stranger().get(kept).status()).isEqualTo(404);
        assertThat(PageClient.stranger().post(kept, "password", "eight green lanterns").status())
                .isEqualTo(404);
        assertThat(accounts.authenticate(email, GOOD)).isPresent();
    }

    @Test
    void aPasswordLinkEndsWithItsColleaguesAccess() {
        UUID id = hire(Cast.mia(), address());
        String link = invite(Cast.mia(), id);
        Cast.mia().run(() -> staff.deactivate(id));
        assertThat(PageClient.stranger().post(link, "password", GOOD).status()).isEqualTo(404);
    }

    @Test
    void noLinkDoesTheWorkOfAnother() {
        String secret =
                invite(Cast.mia(), hire(Cast.mia(), address())).substring("/password/".length());
        assertThat(PageClient.stranger().get("/join/" + secret).status()).isEqualTo(404);
    }

    @Test
    void twoWhoInviteTheSameStrangerAtOnceMeetNoError() {
        for (int round = 0; round < 5; round++) {
            String email = address();
            var outcomes =
                    Race.between(() -> hire(Cast.mia(), email), () -> hire(Cast.otto(), email));
            assertThat(outcomes).allMatch(Optional::isEmpty);
        }
    }

    private UUID hire(Person by, String email) {
        UUID role = by.call(() -> roles.standard(StandardRole.PRACTITIONER));
        return by.call(() -> staff.add(new MemberDetails("Someone", email, role, null)));
    }

    private String invite(Person by, UUID id) {
        return by.call(() -> staff.invite(id));
    }

    private static String address() {
        return UUID.randomUUID() + "@new.example";
    }
}
