package app.clientele.customers.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.People;
import app.clientele.customers.ProfileLocked;
import app.clientele.customers.batch.CustomerBatch;
import app.clientele.customers.batch.CustomerBatch.Incoming;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Outcome;
import app.clientele.customers.batch.CustomerBatch.Verdict;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.history.History;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.customers.notes.Alerts;
import app.clientele.customers.notes.Alerts.AlertDetails;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.search.CustomerSearch;
import app.clientele.households.CopyDetails;
import app.clientele.households.MessageCopies;
import app.clientele.households.NewRelationship;
import app.clientele.households.Relation;
import app.clientele.households.Relationship;
import app.clientele.households.Relationships;
import app.clientele.households.Rights;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class MergesTests {
    @Autowired private Merges merges;
    @Autowired private Customers customers;
    @Autowired private CustomerSearch search;
    @Autowired private Notes notes;
    @Autowired private Alerts alerts;
    @Autowired private Locks locks;
    @Autowired private History history;
    @Autowired private Choices choices;
    @Autowired private CustomFields customFields;
    @Autowired private Relationships relationships;
    @Autowired private MessageCopies copies;
    @Autowired private CustomerBatch batch;

    private UUID kept = new UUID(0, 0);
    private UUID gone = new UUID(0, 1);
    private UUID third = new UUID(0, 2);

    /** Lists are the business's, and tests share it. */
    private final String regular = "Regular " + UUID.randomUUID();

    private final String vip = "VIP " + UUID.randomUUID();

    private String shoes = "";
    private String tea = "";

    private String field(CustomField.Type type) {
        var details =
                new CustomFieldDetails(
                        null,
                        "Field " + UUID.randomUUID(),
                        type,
                        null,
                        null,
                        false,
                        false,
                        false,
                        List.of());
        return Cast.mia().call(() -> customFields.get(customFields.add(details)).key());
    }

    @BeforeEach
    void two() {
        shoes = field(CustomField.Type.NUMBER);
        tea = field(CustomField.Type.TEXT);
        Cast.mia()
                .run(() ->
                        List.of(regular, vip)
                                .forEach(name ->
                                        choices.add(
                                                Choices.Kind.TAG,
                                                new Choices.ChoiceDetails(name, "pink"))));
        kept =
                create(
                        People.named("Maria", "Lopes")
                                .email(mail())
                                .tag(regular)
                                .since("2022-05-01"));
        gone =
                create(
                        People.named("Marya", "Lopes")
                                .email(mail())
                                .phone("0705550177")
                                .born("1984-02-29")
                                .tag(regular)
                                .tag(vip)
                                .since("2020-01-31")
                                .shownAs("Mimi"));
        third = create(People.named("Ivo", "Lopes"));
        link(kept, third, Relation.FRIEND);
        link(gone, third, Relation.SIBLING);
        link(kept, gone, Relation.SPOUSE);
        Cast.mia()
                .run(() -> {
                    copies.add(kept, new CopyDetails(third, null));
                    copies.add(gone, new CopyDetails(third, null));
                    copies.add(gone, new CopyDetails(kept, null));
                    copies.add(third, new CopyDetails(gone, null));
                });
        Cast.mia()
                .run(() -> {
                    notes.add(gone, new Notes.NoteDetails("Likes it quiet", "general", false));
                    alerts.add(gone, new AlertDetails("Faints", "red", null, false));
                    address(kept, "Storgatan 1");
                    customers.change(kept, p -> p.with(d -> d.customFields = Map.of(shoes, 41)));
                    customers.change(
                            gone,
                            p -> p.with(d -> d.customFields = Map.of(shoes, 38, tea, "Green")));
                    address(gone, "Storgatan 2");
                    customers.change(
                            third, p -> p.with(d -> d.referredBy = new Referrer(gone, null)));
                    customers.change(
                            kept, p -> p.with(d -> d.referredBy = new Referrer(gone, null)));
                });
    }

    /** One with an address is asked, and gets a message about the other. */
    private void link(UUID one, UUID other, Relation relation) {
        var details =
                new NewRelationship(other, relation, null, null, Rights.NONE, Rights.NONE, false);
        Cast.mia().run(() -> relationships.add(one, details));
    }

    private static String mail() {
        return UUID.randomUUID() + "@example.org";
    }

    private UUID create(People person) {
        return Cast.mia().call(() -> customers.create(person.details()).id());
    }

    private void address(UUID customer, String street) {
        var address = new Address(null, null, street, null, null, "Malmö", null, "SE", true);
        customers.change(customer, p -> p.with(d -> d.addresses = List.of(address)));
    }

    private Merge merge(UUID into, UUID from) {
        return Cast.mona().call(() -> merges.merge(new MergeDetails(into, from, null)));
    }

    private Merge undo(Merge merge) {
        return Cast.mona().call(() -> merges.undo(merge.id()));
    }

    private List<String> bodies(UUID customer) {
        return notes.of(customer, null, 50).items().stream().map(Notes.Note::body).toList();
    }

    private Customer record(UUID id) {
        return Cast.mia().call(() -> customers.get(id));
    }

    @Test
    void fillsBlanksJoinsContactsAndMovesAllThatHangsOnIt() {
        Merge merge = merge(kept, gone);
        CustomerDetails one = record(kept).details();
        assertThat(one.firstName()).isEqualTo("Maria");
        assertThat(one.displayName()).isEqualTo("Mimi");
        assertThat(one.birthday()).hasToString("1984-02-29");
        assertThat(one.customerSince()).as("the earlier").hasToString("2020-01-31");
        assertThat(one.emails()).hasSize(2).extracting(Email::primary).containsExactly(true, false);
        assertThat(one.phones()).hasSize(1);
        assertThat(one.tags()).containsExactlyInAnyOrder(regular, vip);
        assertThat(one.addresses())
                .extracting(Address::street, Address::primary)
                .containsExactly(tuple("Storgatan 1", true), tuple("Storgatan 2", false));
        assertThat(one.customFields()).containsEntry(tea, "Green");
        assertThat(String.valueOf(one.customFields().get(shoes))).startsWith("41");
        assertThat(one.referredBy()).as("nobody was sent by themselves").isNull();
        assertThat(Objects.requireNonNull(record(third).details().referredBy()).customerId())
                .isEqualTo(kept);
        Cast.mia()
                .run(() -> {
                    assertThat(bodies(kept)).hasSize(1);
                    assertThat(alerts.all(kept)).hasSize(1);
                });
        assertThat(merge.moved()).isGreaterThanOrEqualTo(4);
        assertThatThrownBy(() -> record(gone)).isInstanceOf(NotFound.class);
        assertThat(merge)
                .extracting(Merge::fromName, Merge::by)
                .containsExactly("Mimi", "Mona Haddad");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void whatOneChoosesStays() {
        UUID chosen = gone;
        long number = record(gone).number();
        Cast.mona()
                .run(() ->
                        merges.merge(
                                new MergeDetails(
                                        kept,
                                        gone,
                                        Map.of(
                                                "firstName",
                                                chosen,
                                                "customerSince",
                                                kept,
                                                "displayName",
                                                kept))));
        CustomerDetails one = record(kept).details();
        assertThat(one.firstName()).isEqualTo("Marya");
        assertThat(one.displayName()).isNull();
        assertThat(one.customerSince()).hasToString("2022-05-01");
        assertThat(found("marya lopes")).containsExactly(kept);
        assertThat(found(Long.toString(number))).as("by the number of either").contains(kept);
    }

    private List<UUID> found(String words) {
        return Cast.mia()
                .call(() ->
                        search.find(words, 20, false).stream().map(CustomerSearch.Hit::id).toList())
                .stream()
                .filter(id -> List.of(kept, gone, third).contains(id))
                .toList();
    }

    @Test
    void undoGivesBackEveryByte() {
        Map<String, List<String>> before = WholeRecords.of(kept, gone, third);
        Merge merge = merge(kept, gone);
        assertThat(WholeRecords.of(kept, gone, third)).isNotEqualTo(before);
        assertThat(undo(merge).undoneBy()).isEqualTo("Mona Haddad");
        assertThat(WholeRecords.of(kept, gone, third)).isEqualTo(before);
        assertThat(found("mimi")).containsExactly(gone);
    }

    @Test
    void whatCameSinceStaysAndIsInNobodysWay() {
        Merge merge = merge(kept, gone);
        String later = mail();
        Cast.mia()
                .run(() -> {
                    notes.add(kept, new Notes.NoteDetails("Came since", "general", false));
                    customers.change(
                            kept,
                            p ->
                                    p.with(d -> {
                                        d.pronouns = "she";
                                        d.emails = with(d.emails, new Email(later, false));
                                    }));
                });
        undo(merge);
        assertThat(record(kept).details().emails())
                .extracting(Email::address)
                .hasSize(2)
                .contains(later);
        assertThat(record(kept).details().pronouns()).isEqualTo("she");
        Cast.mia()
                .run(() -> {
                    assertThat(bodies(kept)).containsExactly("Came since");
                    assertThat(bodies(gone)).containsExactly("Likes it quiet");
                });
    }

    private static <T> List<T> with(List<T> list, T further) {
        List<T> all = new ArrayList<>(list);
        all.add(further);
        return all;
    }

    @Test
    void aLaterChangeOfWhatWasFilledStandsInTheWayAndIsNamed() {
        Merge merge = merge(kept, gone);
        Cast.mia().run(() -> customers.change(kept, p -> p.with(d -> d.displayName = "Mia L.")));
        assertThatThrownBy(() -> undo(merge))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e ->
                                assertThat(e.reasons())
                                        .extracting(Refused.Reason::code, r -> r.args().getFirst())
                                        .containsExactly(
                                                tuple("changed_since_merge", "displayName")));
        Cast.mona()
                .run(() ->
                        assertThat(merges.clashes(merge.id()))
                                .extracting("field", "theirs", "by")
                                .containsExactly(tuple("displayName", "Mia L.", "Mia Okafor")));
        Cast.mia().run(() -> customers.change(kept, p -> p.with(d -> d.displayName = "Mimi")));
        undo(merge);
        assertThat(record(kept).details().displayName()).as("as before the merge").isNull();
    }

    @Test
    void threeBecomeOneAndAreUndoneOneByOne() {
        Map<String, List<String>> before = WholeRecords.of(kept, gone, third);
        List<Merge> done =
                Cast.mona().call(() -> merges.merge(kept, List.of(gone, third), Map.of()));
        assertThat(done).hasSize(2);
        assertThat(record(kept).details().phones()).hasSize(1);
        undo(done.get(1));
        undo(done.get(0));
        assertThat(WholeRecords.of(kept, gone, third)).isEqualTo(before);
    }

    @Test
    void aRecordThatWentOnIsPartedFromTheLatestFirst() {
        Map<String, List<String>> before = WholeRecords.of(kept, gone, third);
        Merge first = merge(gone, third);
        Merge second = merge(kept, gone);
        assertThatThrownBy(() -> undo(first))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e).hasMessage("merged_further"));
        undo(second);
        undo(first);
        assertThatThrownBy(() -> undo(first))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e).hasMessage("merge_undone"));
        assertThat(WholeRecords.of(kept, gone, third)).isEqualTo(before);
    }

    @Test
    void aLockedOneIsMergedOnlyByThoseWhoLockAndStaysLocked() {
        Cast.mona().run(() -> locks.lock(gone, new LockDetails("Court case")));
        assertThatThrownBy(() ->
                        Cast.dora().run(() -> merges.merge(new MergeDetails(kept, gone, null))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        withoutLocking()
                                .run(() -> merges.merge(new MergeDetails(kept, gone, null))))
                .isInstanceOf(ProfileLocked.class);
        Merge merge = merge(kept, gone);
        assertThat(Objects.requireNonNull(record(kept).lock()).reason()).isEqualTo("Court case");
        undo(merge);
        assertThat(record(kept).lock()).isNull();
        assertThat(Objects.requireNonNull(record(gone).lock()).reason()).isEqualTo("Court case");
    }

    /** Somebody who may merge but not lock. */
    private static Caller withoutLocking() {
        Set<Permission> rest = EnumSet.copyOf(Cast.mona().permissions());
        rest.remove(Permission.PROFILE_LOCK);
        return new Caller(
                Cast.mona().business(), Cast.mona().staff(), Caller.Door.PAGE, null, rest);
    }

    @Test
    void oneInUseKeepsTheOtherInUse() {
        Cast.mona().run(() -> customers.deactivate(kept));
        merge(kept, gone);
        assertThat(record(kept).deactivatedAt()).isNull();
    }

    @Test
    void neverWithItselfNorWithAStranger() {
        assertThatThrownBy(() -> merge(kept, kept)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> merge(kept, UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        Cast.mona()
                                .run(() ->
                                        merges.merge(
                                                new MergeDetails(
                                                        kept, gone, Map.of("version", gone)))))
                .isInstanceOf(Invalid.class);
        assertThat(record(gone)).isNotNull();
    }

    @Test
    void ofTwoWhoMergeTheSameAtOnceOneWinsAndNothingIsLost() {
        var outcomes =
                Race.between(
                        () -> merge(kept, gone),
                        () -> merge(third, gone),
                        () ->
                                Cast.mia()
                                        .run(() ->
                                                notes.add(
                                                        gone,
                                                        new Notes.NoteDetails(
                                                                "Racing", "general", false))));
        assertThat(outcomes.subList(0, 2)).filteredOn(java.util.Optional::isEmpty).hasSize(1);
        long racing =
                java.util.stream.Stream.of(kept, third)
                        .flatMap(id -> Cast.mia().call(() -> bodies(id)).stream())
                        .filter("Racing"::equals)
                        .count();
        assertThat(racing).isEqualTo(outcomes.get(2).isEmpty() ? 1 : 0);
    }

    @Test
    void linksMoveOverOnceAndTheOneBetweenTheTwoIsNoMore() {
        merge(kept, gone);
        assertThat(Cast.mia().call(() -> relationships.of(kept)))
                .extracting(link -> link.relative().id(), Relationship::relation)
                .as("of two links with the same person the one that was there stays")
                .containsExactly(tuple(third, Relation.FRIEND));
        assertThat(Cast.mia().call(() -> relationships.of(third))).hasSize(1);
    }

    @Test
    void whatHungOnSomebodyWhoWentMeanwhileIsNotBroughtBack() {
        Merge first = merge(kept, gone);
        UUID fourth = create(People.named("Ivo", "Lopes"));
        merge(fourth, third);
        undo(first);
        assertThat(Cast.mia().call(() -> relationships.of(kept)))
                .extracting(link -> link.relative().id())
                .containsExactlyInAnyOrder(gone, fourth);
    }

    @Test
    void theHistoryTellsOfTheMergeNotOfEachRow() {
        Merge merge = merge(kept, gone);
        undo(merge);
        Cast.mona()
                .run(() -> {
                    var told = history.of(kept, History.Filter.ALL, null, 50).items();
                    assertThat(told.getFirst())
                            .extracting("entity", "operation")
                            .containsExactly("customer_merge", "update");
                    assertThat(told)
                            .extracting("entity")
                            .filteredOn("customer_merge"::equals)
                            .hasSize(2);
                    assertThat(history.of(gone, History.Filter.ALL, null, 50).items())
                            .extracting("entity", "operation")
                            .doesNotContain(tuple("customer", "delete"));
                });
    }

    private List<Verdict> imported(String... externalIds) {
        return Cast.mia()
                .call(() -> {
                    var rows =
                            List.of(externalIds).stream()
                                    .map(id -> People.named("Maria", "Filed").external(id))
                                    .map(p -> new Incoming(1, p.details(), List.of()))
                                    .map(batch::prepare)
                                    .toList();
                    return batch.take(rows, OnDuplicate.OVERWRITE, null, null).stream()
                            .map(Outcome::verdict)
                            .toList();
                });
    }

    private String external(UUID customer) {
        String id = "X" + customer.toString().replaceAll("[^a-f]", "x");
        Cast.mia().run(() -> customers.change(customer, p -> p.with(d -> d.externalId = id)));
        return id;
    }

    @Test
    void afterAMergeTheFilesOfBothMeanTheOneThatStayed() {
        String own = external(kept);
        String other = external(gone);
        Merge merge = merge(kept, gone);
        imported(own, other);
        assertThat(imported(own, other)).doesNotContain(Verdict.CREATE);
        assertThat(record(kept).details().externalId()).isEqualTo(own);
        undo(merge);
        assertThat(record(kept).details().externalId()).isEqualTo(own);
        assertThat(record(gone).details().externalId()).isEqualTo(other);
    }

    @Test
    void theExternalIdThatIsNotChosenLeadsOn() {
        String own = external(kept);
        String other = external(gone);
        Cast.mona()
                .run(() -> merges.merge(new MergeDetails(kept, gone, Map.of("externalId", gone))));
        assertThat(record(kept).details().externalId()).isEqualTo(other);
        imported(own, other);
        assertThat(imported(own, other)).doesNotContain(Verdict.CREATE);
        assertThat(record(kept).details().externalId()).isEqualTo(other);
    }

    @Test
    void neverMoreThanOneMaySave() {
        for (UUID id : List.of(kept, gone)) {
            var some = IntStream.range(0, 11).mapToObj(i -> new Email(mail(), false)).toList();
            Cast.mia().run(() -> customers.change(id, p -> p.with(d -> d.emails = some)));
        }
        var before = WholeRecords.of(kept, gone);
        assertThatThrownBy(() -> merge(kept, gone))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e ->
                                assertThat(e.reasons())
                                        .extracting(Refused.Reason::code, Refused.Reason::args)
                                        .containsExactly(
                                                tuple("merge_too_many", List.of("emails", 20))));
        assertThat(WholeRecords.of(kept, gone)).isEqualTo(before);
    }
}
