package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.Cast.Person;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.access.Roles;
import app.clientele.access.StandardRole;
import app.clientele.business.Staff.Filter;
import app.clientele.business.Staff.Member;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The team: who joins, who leaves, and what nobody may do to whom. */
@ClienteleTest
class StaffTests {
    @Autowired private Staff staff;
    @Autowired private Roles roles;
    @Autowired private Branches branches;

    @Test
    void aColleagueIsAddedChangedAndOnRecord() {
        UUID id = hire("Ines", StandardRole.PRACTITIONER);
        Member ines = get(id);
        assertThat(ines.joined()).isFalse();
        Cast.mia().run(() -> staff.change(id, renamed(ines, "Inès Duarte"), 1));
        assertThat(get(id).name()).isEqualTo("Inès Duarte");
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .containsExactly("insert by Mia Okafor", "update by Mia Okafor: name=Ines");
    }

    @Test
    void anAddressIsOnTheTeamOnce() {
        UUID id = hire("Twice", StandardRole.PRACTITIONER);
        var again =
                new MemberDetails("Other", get(id).email(), role(StandardRole.FRONT_DESK), null);
        assertThatThrownBy(() -> Cast.mia().run(() -> staff.add(again)))
                .isInstanceOfSatisfying(
                        Invalid.class, i -> assertThat(code(i)).isEqualTo("on_team"));
    }

    @Test
    void branchesOfOthersAndUnknownRolesAreRefused() {
        UUID foreign = Cast.otto().call(() -> branches.all(false).getFirst().id());
        var elsewhere = details("Else", role(StandardRole.PRACTITIONER), List.of(foreign));
        assertThatThrownBy(() -> Cast.mia().run(() -> staff.add(elsewhere)))
                .isInstanceOf(Invalid.class);
        UUID foreignRole = Cast.otto().call(() -> roles.standard(StandardRole.PRACTITIONER));
        assertThatThrownBy(() -> Cast.mia().run(() -> staff.add(details("No", foreignRole, null))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void someoneElsesColleagueIsNobody() {
        UUID id = hire("Hidden", StandardRole.PRACTITIONER);
        Member hidden = get(id);
        List<Runnable> tries =
                List.of(
                        () -> staff.get(id),
                        () -> staff.change(id, renamed(hidden, "Otto’s"), 1),
                        () -> staff.deactivate(id),
                        () -> staff.reactivate(id),
                        () -> staff.invite(id));
        for (Runnable attempt : tries) {
            assertThatThrownBy(() -> Cast.otto().run(attempt)).isInstanceOf(NotFound.class);
        }
        assertThat(get(id)).isEqualTo(hidden);
    }

    @Test
    void aManagerMakesNoOwnerAndTouchesNone() {
        UUID owner = role(StandardRole.OWNER);
        var mona = Cast.mona();
        UUID dora = Cast.dora().staff();
        Member mia = get(Cast.mia().staff());
        List<Runnable> tries =
                List.of(
                        () -> staff.add(details("Rich", owner, null)),
                        () -> staff.change(dora, withRole(get(dora), owner), get(dora).version()),
                        () -> staff.change(mona.staff(), withRole(get(mona.staff()), owner), 1),
                        () -> staff.change(mia.id(), renamed(mia, "Nobody"), mia.version()),
                        () -> staff.deactivate(mia.id()),
                        () -> staff.invite(mia.id()));
        for (Runnable attempt : tries) {
            assertThatThrownBy(() -> mona.run(attempt)).isInstanceOf(NotAllowed.class);
        }
        assertThat(get(mia.id())).isEqualTo(mia);
    }

    @Test
    void aKeyDoesNoMoreThanItsScopes() {
        var key =
                new Caller(
                        Cast.mia().business(),
                        UUID.randomUUID(),
                        Caller.Door.API,
                        null,
                        Set.of(Permission.SETTINGS_TEAM));
        UUID desk = role(StandardRole.FRONT_DESK);
        assertThatThrownBy(() -> key.run(() -> staff.add(details("Bot", desk, null))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> key.run(() -> staff.invite(Cast.dora().staff())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void nobodyEndsTheirOwnAccess() {
        assertThatThrownBy(() -> Cast.mia().run(() -> staff.deactivate(Cast.mia().staff())))
                .isInstanceOf(Refused.class)
                .hasMessage("own_access");
    }

    @Test
    void theLastOwnerStaysOwner() {
        var otto = Cast.otto();
        Member self = otto.call(() -> staff.get(otto.staff()));
        UUID manager = otto.call(() -> roles.standard(StandardRole.MANAGER));
        assertThatThrownBy(() ->
                        otto.run(() ->
                                staff.change(self.id(), withRole(self, manager), self.version())))
                .isInstanceOf(Refused.class)
                .hasMessage("last_owner");
    }

    @Test
    void twoOwnersWhoRemoveEachOtherLeaveOne() {
        var otto = Cast.otto();
        var olga = secondOwner();
        for (int round = 0; round < 15; round++) {
            var outcomes =
                    Race.between(
                            () -> otto.run(() -> staff.deactivate(olga.staff())),
                            () -> olga.run(() -> staff.deactivate(otto.staff())));
            assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(owners(otto)).hasSize(1);
            otto.run(() -> staff.reactivate(otto.staff()));
            otto.run(() -> staff.reactivate(olga.staff()));
        }
    }

    @Test
    void twoOwnersWhoDemoteEachOtherLeaveOne() {
        var otto = Cast.otto();
        var olga = secondOwner();
        UUID manager = otto.call(() -> roles.standard(StandardRole.MANAGER));
        UUID owner = otto.call(() -> roles.standard(StandardRole.OWNER));
        for (int round = 0; round < 15; round++) {
            Race.between(
                    () -> otto.run(() -> give(olga.staff(), manager)),
                    () -> olga.run(() -> give(otto.staff(), manager)));
            assertThat(owners(otto)).hasSize(1);
            otto.run(() -> give(otto.staff(), owner));
            otto.run(() -> give(olga.staff(), owner));
        }
        otto.run(() -> staff.deactivate(olga.staff()));
    }

    @Test
    void aFormerOwnerIsNoReasonToKeepTheRole() {
        var otto = Cast.otto();
        UUID former =
                otto.call(() ->
                        staff.add(details("Former", roles.standard(StandardRole.OWNER), null)));
        otto.run(() -> staff.deactivate(former));
        otto.run(() -> give(former, roles.standard(StandardRole.MANAGER)));
        assertThat(otto.call(() -> staff.get(former)).roleName()).isEqualTo("Manager");
    }

    @Test
    void whoLeavesIsOutAtOnceAndMayComeBack() {
        var lea = person(hire("Lea", StandardRole.FRONT_DESK));
        var pages = lea.pages();
        assertThat(pages.get("/sign-in").location()).isEqualTo("/");
        Cast.mia().run(() -> staff.deactivate(lea.staff()));
        assertThat(pages.get("/sign-in").status()).isEqualTo(200);
        assertThat(Cast.mia().call(() -> staff.all()))
                .extracting(Member::id)
                .doesNotContain(lea.staff());
        Cast.mia().run(() -> staff.reactivate(lea.staff()));
        assertThat(pages.get("/sign-in").status()).isEqualTo(200);
        assertThat(lea.pages().get("/sign-in").location()).isEqualTo("/");
    }

    @Test
    void aStaleChangeIsRefused() {
        UUID id = hire("Stale", StandardRole.FRONT_DESK);
        Member before = get(id);
        Cast.mona().run(() -> staff.change(id, renamed(before, "Fresh"), 1));
        assertThatThrownBy(() -> Cast.mia().run(() -> staff.change(id, renamed(before, "Old"), 1)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void theListGoesOnWhereItEnded() {
        UUID branch = Cast.mia().call(() -> branches.add(branchNamed("Paged")));
        for (int i = 0; i < 5; i++) {
            UUID practitioner = role(StandardRole.PRACTITIONER);
            String name = "Paged " + i;
            Cast.mia().run(() -> staff.add(details(name, practitioner, List.of(branch))));
        }
        Filter here = new Filter(branch, true);
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            var page = Cast.mia().call(() -> staff.list(here, from, 2));
            page.items().stream().map(Member::name).forEach(names::add);
            cursor = page.next();
        } while (cursor != null);
        assertThat(names).contains("Paged 0", "Paged 4").doesNotHaveDuplicates().isSorted();
        assertThat(names).doesNotContain("Dora Lind");
    }

    private List<Member> owners(Person who) {
        return who.call(staff::all).stream().filter(m -> m.roleName().equals("Owner")).toList();
    }

    private void give(UUID member, UUID role) {
        Member present = staff.get(member);
        staff.change(member, withRole(present, role), present.version());
    }

    private Person secondOwner() {
        var otto = Cast.otto();
        UUID id =
                otto.call(
                        () -> staff.add(details("Olga", roles.standard(StandardRole.OWNER), null)));
        return new Person(otto.business(), id, "Olga", "", Permission.all());
    }

    private Person person(UUID id) {
        Member member = get(id);
        return new Person(
                Cast.mia().business(), id, member.name(), String.valueOf(member.email()), Set.of());
    }

    private UUID hire(String name, StandardRole role) {
        return Cast.mia().call(() -> staff.add(details(name, roles.standard(role), null)));
    }

    private Member get(UUID id) {
        return Cast.mia().call(() -> staff.get(id));
    }

    private UUID role(StandardRole standard) {
        return Cast.mia().call(() -> roles.standard(standard));
    }

    private static MemberDetails details(String name, UUID role, @Nullable List<UUID> branches) {
        String email = UUID.randomUUID() + "@team.example";
        return new MemberDetails(name, email, role, branches);
    }

    private static MemberDetails renamed(Member member, String name) {
        return new MemberDetails(name, member.email(), member.roleId(), member.branchIds());
    }

    private static MemberDetails withRole(Member member, UUID role) {
        return new MemberDetails(member.name(), member.email(), role, member.branchIds());
    }

    private static Branches.BranchDetails branchNamed(String name) {
        return new Branches.BranchDetails(
                name, null, null, null, null, "SE", "Europe/Stockholm", null, null);
    }

    private static String code(Invalid invalid) {
        return invalid.problems().getFirst().code();
    }
}
