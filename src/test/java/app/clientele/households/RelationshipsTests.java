package app.clientele.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.ProfileLocked;
import app.clientele.customers.duplicates.LikelyPairs;
import app.clientele.customers.history.History;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@ClienteleTest
class RelationshipsTests {
    @Autowired private Relationships relationships;
    @Autowired private FamilyRights rights;
    @Autowired private Customers customers;
    @Autowired private Locks locks;
    @Autowired private History history;

    private UUID ana = new UUID(0, 0);
    private UUID ben = new UUID(0, 1);

    @BeforeEach
    void two() {
        ana = Kin.person("Ana");
        ben = Kin.person("Ben");
    }

    private List<Relationship> of(UUID customer) {
        return Cast.paul().call(() -> relationships.of(customer));
    }

    @Test
    void whoIsLinkedIsNoLongerAskedAbout() {
        UUID one = Kin.person("Twin" + Kin.mail(), null, null);
        UUID other = Kin.person("Other" + Kin.mail(), null, null);
        TestDatabase.ownerClient()
                .sql(
                        "insert into customer_pair (business_id, customer_id, other_id, score, reasons) values (:b, :one, :other, 75, '{phone}')")
                .param("b", Cast.mia().business())
                .param("one", one.toString().compareTo(other.toString()) < 0 ? one : other)
                .param("other", one.toString().compareTo(other.toString()) < 0 ? other : one)
                .update();
        assertThat(isAsked(one)).isTrue();
        long count = asked();

        Kin.link(one, other, Relation.SIBLING, true);

        assertThat(isAsked(one)).isFalse();
        assertThat(asked()).isEqualTo(count - 1);
    }

    private static boolean isAsked(UUID one) {
        return Cast.mona()
                .call(() ->
                        Cast.bean(LikelyPairs.class).all(true, null, 200).items().stream()
                                .anyMatch(p ->
                                        p.customer().id().equals(one)
                                                || p.other().id().equals(one)));
    }

    private static long asked() {
        return Cast.mona().call(() -> Cast.bean(LikelyPairs.class).count());
    }

    @Test
    void aLinkIsSeenFromBothSides() {
        Kin.link(ana, ben, Relation.GUARDIAN, true);
        assertThat(of(ana))
                .hasSize(1)
                .first()
                .satisfies(link -> {
                    assertThat(link.relative().name()).isEqualTo("Ben Lopes");
                    assertThat(link.relation()).isEqualTo(Relation.GUARDIAN);
                    assertThat(link.rights()).isEqualTo(Kin.ALL);
                    assertThat(link.theirRights()).isEqualTo(Rights.NONE);
                    assertThat(link.answeredHow()).isEqualTo("in_person");
                    assertThat(link.answeredBy()).isEqualTo("Dora Lind");
                });
        assertThat(of(ben))
                .hasSize(1)
                .first()
                .satisfies(link -> {
                    assertThat(link.relation()).isEqualTo(Relation.WARD);
                    assertThat(link.rights()).isEqualTo(Rights.NONE);
                    assertThat(link.theirRights()).isEqualTo(Kin.ALL);
                });
    }

    @Test
    void everyRelationHasOneThatAnswersIt() {
        for (Relation relation : Relation.values()) {
            assertThat(relation.counterpart().counterpart()).isEqualTo(relation);
        }
    }

    @Test
    void twoAreLinkedOnceWhateverTheOrderAndNobodyWithThemselves() {
        Kin.link(ana, ben, Relation.FRIEND, true);
        assertThatThrownBy(() -> Kin.link(ana, ben, Relation.SIBLING, true))
                .hasMessage("already_linked");
        assertThatThrownBy(() -> Kin.link(ben, ana, Relation.SIBLING, true))
                .hasMessage("already_linked");
        assertThatThrownBy(() -> Kin.link(ana, ana, Relation.FRIEND, true))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Kin.link(ana, UUID.randomUUID(), Relation.FRIEND, true))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Kin.link(UUID.randomUUID(), ana, Relation.FRIEND, true))
                .isInstanceOf(NotFound.class);
        assertThat(of(ana)).hasSize(1);
    }

    @Test
    void ofManyWhoLinkTheSameTwoAtOnceOneWins() {
        for (int round = 0; round < 5; round++) {
            two();
            var outcomes =
                    Race.between(
                            () -> Kin.link(ana, ben, Relation.CHILD, true),
                            () -> Kin.link(ben, ana, Relation.CHILD, true),
                            () -> Kin.link(ana, ben, Relation.FRIEND, true),
                            () -> Kin.link(ben, ana, Relation.SPOUSE, true));
            assertThat(outcomes).filteredOn(java.util.Optional::isEmpty).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(java.util.Optional::isPresent)
                    .allSatisfy(o -> assertThat(o.orElseThrow()).isInstanceOf(Refused.class));
            assertThat(of(ana)).hasSize(1);
            assertThat(of(ben)).hasSize(1);
        }
    }

    @Test
    void theDatabaseItselfKeepsBothSidesAndLetsThemTellTheSame() {
        Relationship link = Kin.link(ana, ben, Relation.FRIEND, true);
        for (String statement :
                List.of(
                        "delete from relationship where id = :id",
                        "update relationship set relation = 'sibling', counterpart = 'sibling' where id = :id",
                        "update relationship set agreement = 'declined' where id = :id")) {
            assertThatThrownBy(() ->
                            TestDatabase.ownerClient()
                                    .sql(statement)
                                    .param("id", link.id())
                                    .update())
                    .as(statement)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void nobodyHasMoreThanFifty() {
        IntStream.range(0, Relationships.MOST)
                .forEach(i -> Kin.link(ana, Kin.person("P" + i), Relation.FRIEND, true));
        assertThat(of(ana)).hasSize(50);
        assertThatThrownBy(() -> Kin.link(ana, ben, Relation.FRIEND, true)).hasMessage("list_full");
        assertThatThrownBy(() -> Kin.link(ben, ana, Relation.FRIEND, true)).hasMessage("list_full");
    }

    @Test
    void aChangeIsOfBothSidesAndTellsWhoeverComesTooLate() {
        Relationship link = Kin.link(ana, ben, Relation.FRIEND, true);
        var spouse = new RelationshipDetails(Relation.SPOUSE, null, null, Rights.NONE, Kin.ALL);
        Cast.dora().run(() -> relationships.change(ana, link.id(), spouse, link.version()));
        assertThat(of(ben).getFirst().relation()).isEqualTo(Relation.SPOUSE);
        assertThat(of(ben).getFirst().rights()).isEqualTo(Kin.ALL);
        assertThatThrownBy(() ->
                        Cast.mia()
                                .run(() ->
                                        relationships.change(
                                                ana, link.id(), link.details(), link.version())))
                .isInstanceOfSatisfying(
                        Stale.class,
                        e ->
                                assertThat(e.clashes())
                                        .extracting(Stale.Clash::by)
                                        .contains("Dora Lind"));
        assertThat(ChangeLog.of(Cast.mia().business(), link.id()))
                .first()
                .asString()
                .startsWith("insert by Dora Lind");
        assertThat(ChangeLog.of(Cast.mia().business(), link.id()))
                .last()
                .asString()
                .startsWith("update by Dora Lind")
                .contains("relation=friend");
    }

    @Test
    void bothHistoriesTellOfIt() {
        Kin.link(ana, ben, Relation.CHILD, true);
        for (UUID each : List.of(ana, ben)) {
            var told = Cast.mia().call(() -> history.of(each, History.Filter.ALL, null, 5));
            assertThat(told.items())
                    .filteredOn(c -> c.entity().equals("relationship"))
                    .hasSize(1)
                    .first()
                    .satisfies(c ->
                            assertThat(c.fields())
                                    .extracting("field", "after")
                                    .contains(
                                            org.assertj.core.groups.Tuple.tuple(
                                                    "relative",
                                                    each.equals(ana) ? "Ben Lopes" : "Ana Lopes")));
        }
    }

    @Test
    void unlinkedTwoAreLinkedAgainAsTheyWere() {
        Relationship link = Kin.link(ana, ben, Relation.CARER, true);
        Cast.dora().run(() -> relationships.remove(ana, link.id()));
        assertThat(of(ben)).isEmpty();
        Cast.dora().run(() -> relationships.restore(link.id()));
        assertThat(of(ana)).containsExactly(link);
        assertThat(of(ben).getFirst().relation()).isEqualTo(Relation.CARED_FOR);
        assertThatThrownBy(() -> Cast.dora().run(() -> relationships.restore(link.id())))
                .hasMessage("already_linked");
        assertThatThrownBy(() -> Cast.dora().run(() -> relationships.restore(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theLockOfEitherKeepsTheLink() {
        Relationship link = Kin.link(ana, ben, Relation.FRIEND, true);
        UUID cem = Kin.person("Cem");
        Cast.mia().run(() -> locks.lock(ben, new LockDetails("Court case")));
        assertThatThrownBy(() -> Cast.dora().run(() -> relationships.remove(ana, link.id())))
                .isInstanceOf(ProfileLocked.class);
        assertThatThrownBy(() -> Kin.link(cem, ben, Relation.FRIEND, true))
                .isInstanceOf(ProfileLocked.class);
        assertThat(of(ana)).hasSize(1);
        Cast.mia().run(() -> relationships.remove(ana, link.id()));
    }

    @Test
    void linkingIsForThoseWhoMay() {
        assertThatThrownBy(() ->
                        Cast.paul()
                                .run(() ->
                                        relationships.add(
                                                ana, Kin.with(ben, Relation.FRIEND, true))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aChildAndAPetAreNotAsked() {
        UUID kid = Kin.person("Kid", Kin.mail(), Kin.yearsAgo(9));
        Relationship child = Kin.link(ana, kid, Relation.CHILD, false);
        assertThat(child.agreement()).isEqualTo(Agreement.AGREED);
        assertThat(child.answeredHow()).isEqualTo("child");
        assertThat(child.relative().age()).isEqualTo(9);
        assertThat(child.relative().child()).isTrue();
        var pet = new NewRelationship(ben, Relation.PET, null, null, Rights.NONE, Kin.ALL, false);
        Relationship owned = Cast.dora().call(() -> relationships.add(ana, pet));
        assertThat(owned.answeredHow()).isEqualTo("pet");
        assertThat(owned.agreement()).isEqualTo(Agreement.AGREED);
    }

    @Test
    void aPetIsGrantedNothingAndOwnWordsAreNeededForOther() {
        assertThatThrownBy(() -> Kin.link(ana, ben, Relation.PET, false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("rights_of_pet"));
        assertThatThrownBy(() -> Kin.link(ana, ben, Relation.OTHER, true))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().getFirst().field()).isEqualTo("words"));
        var neighbour =
                new NewRelationship(
                        ben, Relation.OTHER, "Neighbour", "Keeps the keys", null, null, true);
        Cast.dora().run(() -> relationships.add(ana, neighbour));
        assertThat(of(ben).getFirst().words()).isEqualTo("Keeps the keys");
        assertThat(of(ben).getFirst().theirWords()).isEqualTo("Neighbour");
    }

    private FamilyRights.Answer may(UUID customer, UUID other, Right right) {
        return Cast.paul().call(() -> rights.may(customer, other, right));
    }

    @Test
    void rightsAreOfOneDirectionAndSayWhy() {
        assertThat(may(ana, ben, Right.BOOK).reasons()).containsExactly("not_linked");
        assertThat(may(ana, ana, Right.PAY).allowed()).isTrue();
        Relationship link = Kin.link(ana, ben, Relation.FRIEND, false);
        for (Right right : Right.values()) {
            assertThat(may(ana, ben, right).reasons()).containsExactly("not_agreed");
        }
        Cast.dora().run(() -> Cast.bean(FamilyInvitations.class).agreeInPerson(ana, link.id()));
        for (Right right : Right.values()) {
            assertThat(may(ana, ben, right).reasons()).containsExactly("granted");
            assertThat(may(ben, ana, right).reasons()).containsExactly("not_granted");
        }
        Cast.mia().run(() -> customers.deactivate(ben));
        assertThat(may(ana, ben, Right.BOOK).reasons()).containsExactly("out_of_use");
    }

    @Test
    void parentsSeeTheAppointmentsOfAChildUntilItIsEighteen() {
        UUID kid = Kin.person("Kid", null, Kin.yearsAgo(18).plusDays(1));
        var nothing =
                new NewRelationship(kid, Relation.CHILD, null, null, null, Rights.NONE, false);
        Relationship link = Cast.dora().call(() -> relationships.add(ana, nothing));
        assertThat(may(kid, ana, Right.VIEW).reasons()).containsExactly("child");
        assertThat(link.theirHolding().view()).isTrue();
        assertThat(may(kid, ana, Right.BOOK).allowed()).isFalse();
        assertThat(may(ana, kid, Right.VIEW).allowed()).isFalse();
    }

    @Test
    void whoWasLinkedAsAChildAndHasGrownUpIsToBeAsked() {
        UUID kid = Kin.person("Kid", Kin.mail(), Kin.yearsAgo(18));
        Relationship link = Kin.link(kid, ana, Relation.PARENT, true);
        Kin.set(link.id(), "answered_how = 'child', answered_at = now() - interval '2 years'");
        for (Right right : Right.values()) {
            assertThat(may(kid, ana, right).reasons()).containsExactly("came_of_age");
        }
        Relationship seen = of(ana).getFirst();
        assertThat(seen.relative().cameOfAge()).isTrue();
        Relationship asked =
                Cast.dora().call(() -> Cast.bean(FamilyInvitations.class).invite(ana, seen.id()));
        assertThat(asked.agreement()).isEqualTo(Agreement.PENDING);
    }
}
