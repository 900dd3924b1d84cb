package app.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.access.Roles.Role;
import app.clientele.access.Roles.RoleDetails;
import app.clientele.business.Staff;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Roles: the four that stay, those a business makes itself, and who may change which. */
@ClienteleTest
class RoleTests {
    @Autowired private Roles roles;
    @Autowired private Staff staff;

    @Test
    void everyBusinessBeginsWithFour() {
        assertThat(Cast.otto().call(roles::all))
                .extracting(Role::standard)
                .containsExactly("owner", "manager", "front_desk", "practitioner");
    }

    @Test
    void anOwnRoleIsMadeChangedRemovedAndOnRecord() {
        UUID id = make("Weekend", Permission.PROFILE_VIEW);
        var more =
                new RoleDetails("Weekends", Set.of(Permission.PROFILE_VIEW, Permission.NOTE_VIEW));
        Cast.mia().run(() -> roles.change(id, more, 1));
        assertThat(get(id).permissions()).isEqualTo(more.permissions());
        Cast.mia().run(() -> roles.delete(id));
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .containsExactly(
                        "insert by Mia Okafor",
                        "update by Mia Okafor: name=Weekend, permissions=[\"profile.view\"]",
                        "delete by Mia Okafor");
    }

    @Test
    void nobodyHandsOutMoreThanTheyHave() {
        var mighty = new RoleDetails("Mighty", Set.of(Permission.SETTINGS_KEYS));
        UUID weak = make("Weak", Permission.PROFILE_VIEW);
        assertThatThrownBy(() -> Cast.mona().call(() -> roles.create(mighty)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Cast.mona().run(() -> roles.change(weak, mighty, 1)))
                .isInstanceOf(NotAllowed.class);
        assertThat(get(weak).permissions()).containsExactly(Permission.PROFILE_VIEW);
    }

    @Test
    void nobodyTouchesARoleThatMayDoMore() {
        UUID strong = make("Strong", Permission.SETTINGS_KEYS);
        var tamed = new RoleDetails("Tamed", Set.of());
        assertThatThrownBy(() -> Cast.mona().run(() -> roles.change(strong, tamed, 1)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Cast.mona().run(() -> roles.delete(strong)))
                .isInstanceOf(NotAllowed.class);
        assertThat(get(strong).name()).isEqualTo("Strong");
    }

    @Test
    void theOwnersRoleMayEverythingAlways() {
        Role owner = standard("owner");
        Cast.mia()
                .run(() ->
                        roles.change(
                                owner.id(), new RoleDetails("Boss", Set.of()), owner.version()));
        assertThat(get(owner.id()).permissions()).isEqualTo(EnumSet.allOf(Permission.class));
    }

    @Test
    void theFourStayAndSoDoThoseSomebodyHas() {
        assertThatThrownBy(() -> Cast.mia().run(() -> roles.delete(standard("manager").id())))
                .isInstanceOf(Refused.class)
                .hasMessage("role_standard");
        UUID used = make("Used", Permission.PROFILE_VIEW);
        var ulla = new MemberDetails("Ulla", UUID.randomUUID() + "@x.example", used, null);
        UUID id = Cast.mia().call(() -> staff.add(ulla));
        Cast.mia().run(() -> staff.deactivate(id));
        assertThatThrownBy(() -> Cast.mia().run(() -> roles.delete(used)))
                .isInstanceOf(Refused.class)
                .hasMessage("role_in_use");
        assertThat(get(used).staff()).isZero();
    }

    @Test
    void namesAreUniqueAndFitToBeStored() {
        make("Taken", Permission.PROFILE_VIEW);
        assertThat(codes("taken ")).isEqualTo("name:taken");
        assertThat(codes("\u0000")).isEqualTo("name:characters");
        assertThat(codes("x".repeat(61))).isEqualTo("name:too_long");
        assertThat(codes(null)).isEqualTo("name:required");
    }

    private String codes(String name) {
        var details = new RoleDetails(name == null ? null : name.strip(), Set.of());
        try {
            Cast.mia().call(() -> roles.create(details));
            return "";
        } catch (Invalid e) {
            return e.problems().getFirst().field() + ":" + e.problems().getFirst().code();
        }
    }

    @Test
    void aStaleChangeTellsWhoWasFaster() {
        UUID id = make("Old", Permission.PROFILE_VIEW);
        Cast.mona().run(() -> roles.change(id, new RoleDetails("New", Set.of()), 1));
        assertThatThrownBy(() ->
                        Cast.mia()
                                .run(() -> roles.change(id, new RoleDetails("Mine", Set.of()), 1)))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale ->
                                assertThat(stale.clashes())
                                        .extracting(Stale.Clash::by)
                                        .containsOnly("Mona Haddad"));
    }

    @Test
    void someoneElsesRoleIsNotThere() {
        UUID id = make("Private", Permission.PROFILE_VIEW);
        assertThatThrownBy(() -> Cast.otto().call(() -> roles.get(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Cast.otto().run(() -> roles.delete(id)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aChangeCountsAtOnce() {
        UUID id = make("Flex", Permission.SETTINGS_TEAM, Permission.PROFILE_VIEW);
        var flo = new MemberDetails("Flo", UUID.randomUUID() + "@x.example", id, null);
        UUID staffId = Cast.mia().call(() -> staff.add(flo));
        var person = new Cast.Person(Cast.mia().business(), staffId, "Flo", "", Set.of());
        String session = person.session();
        Sessions sessions = Cast.bean(Sessions.class);
        assertThat(sessions.find(session).orElseThrow().permissions()).hasSize(2);
        Cast.mia().run(() -> roles.change(id, new RoleDetails("Flex", Set.of()), 1));
        assertThat(sessions.find(session).orElseThrow().permissions()).isEmpty();
    }

    private UUID make(String name, Permission... permissions) {
        return Cast.mia().call(() -> roles.create(new RoleDetails(name, Set.of(permissions))));
    }

    private Role get(UUID id) {
        return Cast.mia().call(() -> roles.get(id));
    }

    private Role standard(String name) {
        return Cast.mia().call(roles::all).stream()
                .filter(r -> name.equals(r.standard()))
                .findFirst()
                .orElseThrow();
    }
}
