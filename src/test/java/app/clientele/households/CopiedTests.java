package app.clientele.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.shared.Invalid;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class CopiedTests {
    @Autowired private MessageCopies copies;
    @Autowired private Copied copied;
    @Autowired private FamilyInvitations invitations;
    @Autowired private Customers customers;
    @Autowired private Locks locks;

    private final String own = Kin.mail();
    private final String bens = Kin.mail();
    private final String cems = Kin.mail();
    private UUID ana = new UUID(0, 0);
    private UUID ben = new UUID(0, 1);
    private UUID cem = new UUID(0, 2);

    @BeforeEach
    void three() {
        ana = Kin.person("Ana", own, null);
        ben = Kin.person("Ben", bens, null);
        cem = Kin.person("Cem", cems, null);
    }

    private List<String> addresses() {
        return Cast.dora().call(() -> copied.of(ana)).stream()
                .map(Copied.Recipient::address)
                .toList();
    }

    private void add(UUID to, String address) {
        Cast.dora().run(() -> copies.add(ana, new CopyDetails(to, address)));
    }

    private void add(String address) {
        Cast.dora().run(() -> copies.add(ana, new CopyDetails(null, address)));
    }

    private void choose(UUID to) {
        Cast.dora().run(() -> copies.add(ana, new CopyDetails(to, null)));
    }

    @Test
    void relativesWithTheRightChosenOnesAndPlainAddressesOnceEach() {
        Relationship link = Kin.link(ana, ben, Relation.SPOUSE, false);
        assertThat(addresses()).as("not agreed yet").isEmpty();
        Cast.dora().run(() -> invitations.agreeInPerson(ana, link.id()));
        choose(cem);
        add("Team@Care.example");
        add(bens);
        add(own);
        assertThat(addresses()).containsExactlyInAnyOrder(bens, cems, "team@care.example");
    }

    @Test
    void whoHasNotAgreedIsNotChosenAround() {
        Relationship link = Kin.link(ana, cem, Relation.FRIEND, false);
        choose(cem);
        assertThat(addresses()).isEmpty();
        Cast.dora().run(() -> invitations.agreeInPerson(ana, link.id()));
        assertThat(addresses()).containsExactly(cems);
    }

    @Test
    void lockedAndOutOfUseGetNone() {
        Kin.link(ana, ben, Relation.SPOUSE, true);
        choose(cem);
        assertThat(addresses()).hasSize(2);
        Cast.mia().run(() -> locks.lock(ben, new LockDetails("Stalked")));
        Cast.mia().run(() -> customers.deactivate(cem));
        assertThat(addresses()).isEmpty();
    }

    @Test
    void atMostTenEachOnceAndAllOfThemAddresses() {
        add("a@b.example");
        choose(cem);
        assertThatThrownBy(() -> add("A@b.example")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> choose(cem)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> choose(ana)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> add("nobody")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> add(" ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> add(cem, "a@c.example")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> choose(UUID.randomUUID())).isInstanceOf(Invalid.class);
        IntStream.range(0, 8).forEach(i -> add("p" + i + "@b.example"));
        assertThatThrownBy(() -> add("one@more.example")).hasMessage("list_full");
    }
}
