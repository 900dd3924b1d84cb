package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Branches.BranchDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Branches: opened, described, closed, and never all of them. */
@ClienteleTest
class BranchTests {
    @Autowired private Branches branches;

    @Test
    void aBranchIsOpenedDescribedAndOnRecord() {
        UUID id = Cast.mia().call(() -> branches.add(named("Söder")));
        Cast.mia().run(() -> branches.change(id, named("Södermalm"), 1));
        assertThat(Cast.dora().call(() -> branches.get(id)).name()).isEqualTo("Södermalm");
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .containsExactly("insert by Mia Okafor", "update by Mia Okafor: name=Söder");
    }

    @Test
    void nobodyElsesBranchIsSeen() {
        UUID id = Cast.mia().call(() -> branches.add(named("Ours")));
        assertThatThrownBy(() -> Cast.otto().call(() -> branches.get(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Cast.otto().run(() -> branches.change(id, named("Mine"), 1)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Cast.otto().run(() -> branches.archive(id)))
                .isInstanceOf(NotFound.class);
        assertThat(Cast.mia().call(() -> branches.get(id)).version()).isEqualTo(1);
    }

    @Test
    void whoComesTooLateHearsWhoChangedWhat() {
        UUID id = Cast.mia().call(() -> branches.add(named("Early")));
        Cast.mona().run(() -> branches.change(id, named("Earlier"), 1));
        assertThatThrownBy(() -> Cast.mia().run(() -> branches.change(id, named("Late"), 1)))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale -> {
                            assertThat(stale.version()).isEqualTo(2);
                            assertThat(stale.clashes()).hasSize(1);
                            var clash = stale.clashes().getFirst();
                            assertThat(clash.field()).isEqualTo("name");
                            assertThat(clash.theirs()).isEqualTo("Earlier");
                            assertThat(clash.by()).isEqualTo("Mona Haddad");
                        });
    }

    @Test
    void whatIsWrongIsToldByField() {
        var wrong =
                new BranchDetails(
                        null, null, null, null, null, "XX", "Nowhere/At_all", null, "no address");
        assertThatThrownBy(() -> Cast.mia().run(() -> branches.add(wrong)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactly("country", "email", "name", "zone"));
    }

    @Test
    void theLastOpenBranchStays() {
        var lonely = Cast.otto();
        UUID only = lonely.call(() -> branches.all(false).getFirst().id());
        assertThatThrownBy(() -> lonely.run(() -> branches.archive(only)))
                .isInstanceOf(Refused.class)
                .hasMessage("last_branch");
    }

    @Test
    void twoWhoCloseTheLastTwoBranchesLeaveOneOpen() {
        var otto = Cast.otto();
        UUID one = otto.call(() -> branches.all(false).getFirst().id());
        UUID other = otto.call(() -> branches.add(named("Second")));
        for (int round = 0; round < 20; round++) {
            var outcomes =
                    Race.between(
                            () -> otto.run(() -> branches.archive(one)),
                            () -> otto.run(() -> branches.archive(other)));
            assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(otto.call(() -> branches.all(false))).hasSize(1);
            otto.run(() -> branches.reopen(one));
            otto.run(() -> branches.reopen(other));
        }
        otto.run(() -> branches.archive(other));
    }

    @Test
    void aClosedBranchOpensAgain() {
        UUID id = Cast.mia().call(() -> branches.add(named("Summer only")));
        Cast.mia().run(() -> branches.archive(id));
        assertThat(Cast.mia().call(() -> branches.all(false)))
                .extracting(Branch::id)
                .doesNotContain(id);
        Cast.mia().run(() -> branches.reopen(id));
        assertThat(Cast.mia().call(() -> branches.all(false))).extracting(Branch::id).contains(id);
        assertThat(ChangeLog.of(Cast.mia().business(), id)).hasSize(3);
    }

    private static BranchDetails named(String name) {
        return new BranchDetails(
                name, null, null, null, null, "SE", "Europe/Stockholm", null, null);
    }
}
