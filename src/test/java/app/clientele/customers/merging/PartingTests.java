package app.clientele.customers.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.People;
import app.clientele.customers.Photos;
import app.clientele.customers.Picture;
import app.clientele.customers.Pictures;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFieldDetails.OptionDetails;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a merge made one becomes two again, whatever happened meanwhile. */
@ClienteleTest
class PartingTests {
    @Autowired private Merges merges;
    @Autowired private Customers customers;
    @Autowired private Choices choices;
    @Autowired private CustomFields customFields;
    @Autowired private Locks locks;
    @Autowired private Photos photos;

    private UUID kept = new UUID(0, 0);
    private UUID gone = new UUID(0, 1);
    private UUID third = new UUID(0, 2);

    @BeforeEach
    void three() {
        kept = create(d -> {});
        gone = create(d -> {});
        third = create(d -> {});
    }

    private UUID create(Consumer<CustomerDetails.Draft> more) {
        var details = People.named("Maria", "Lopes").details().with(more);
        return Cast.mia().call(() -> customers.create(details).id());
    }

    private void change(UUID id, Consumer<CustomerDetails.Draft> change) {
        Cast.mia().run(() -> customers.change(id, p -> p.with(change)));
    }

    private CustomerDetails details(UUID id) {
        return Cast.mia().call(() -> customers.get(id).details());
    }

    private Merge merge(UUID into, UUID from) {
        return merge(into, from, Map.of());
    }

    private Merge merge(UUID into, UUID from, Map<String, UUID> chosen) {
        return Cast.mona().call(() -> merges.merge(new MergeDetails(into, from, chosen)));
    }

    private List<Merge> mergeBoth() {
        return Cast.mona().call(() -> merges.merge(kept, List.of(gone, third), Map.of()));
    }

    private void undo(Merge merge) {
        Cast.mona().run(() -> merges.undo(merge.id()));
    }

    private Merges.Undone undoTogether(Merge merge) {
        return Cast.mona().call(() -> merges.undoTogether(merge.id()));
    }

    private List<Stale.Clash> clashes(Merge merge) {
        return Cast.mona().call(() -> merges.clashes(merge.id()));
    }

    /** Letters that nobody else has; digits might look like a card's. */
    private static String mark() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
    }

    private static String mail() {
        return UUID.randomUUID() + "@example.org";
    }

    private UUID choice(Choices.Kind kind, String name) {
        return Cast.mia().call(() -> choices.add(kind, new Choices.ChoiceDetails(name, "pink")));
    }

    private UUID field(CustomField.Type type, String... options) {
        var details =
                new CustomFieldDetails(
                        null,
                        "Field " + mark(),
                        type,
                        null,
                        null,
                        false,
                        false,
                        false,
                        List.of(options).stream()
                                .map(o -> new OptionDetails(null, o, false))
                                .toList());
        return Cast.mia().call(() -> customFields.add(details));
    }

    private String key(UUID field) {
        return Cast.mia().call(() -> customFields.get(field).key());
    }

    private static Address address(String street, boolean primary) {
        return new Address(null, null, street, null, null, "Malmö", null, "SE", primary);
    }

    private List<org.assertj.core.groups.Tuple> streets(UUID id) {
        return details(id).addresses().stream().map(a -> tuple(a.street(), a.primary())).toList();
    }

    private void makePrimary(String street) {
        change(
                kept,
                d ->
                        d.addresses =
                                d.addresses.stream()
                                        .map(a -> a.withPrimary(street.equals(a.street())))
                                        .toList());
    }

    /** People with much of everything, some of it alike. */
    private List<UUID> people(Random dice) {
        String status = mark();
        String tag = mark();
        choice(Choices.Kind.STATUS, status);
        choice(Choices.Kind.TAG, tag);
        String shoes = key(field(CustomField.Type.NUMBER));
        String likes = key(field(CustomField.Type.CHOICES, "Tea", "Coffee"));
        List<String> mails = List.of(mail(), mail(), mail());
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int n = i;
            UUID id =
                    create(d -> {
                        d.firstName = "Maria" + n;
                        d.displayName = dice.nextBoolean() ? "Mimi " + n : null;
                        d.status = dice.nextBoolean() ? status : null;
                        d.tags = dice.nextBoolean() ? List.of(tag) : List.of();
                        d.pronouns = dice.nextBoolean() ? "she" : null;
                        d.emails =
                                List.of(
                                        new Email(mails.get(dice.nextInt(3)), false),
                                        new Email(mail(), true));
                        d.phones =
                                dice.nextBoolean()
                                        ? List.of()
                                        : List.of(
                                                new Phone("070555010" + n, null, false, null),
                                                new Phone("0705550199", null, true, null));
                        d.addresses =
                                List.of(address("A" + n, false), address("B" + n, true))
                                        .subList(0, dice.nextInt(3));
                        d.customFields =
                                dice.nextBoolean()
                                        ? Map.of(shoes, 36 + n, likes, List.of("Tea", "Coffee"))
                                        : Map.of(likes, List.of("Tea"));
                        d.externalId = dice.nextBoolean() ? mark() : null;
                        d.referredBy =
                                people.isEmpty()
                                        ? new Referrer(null, "A friend")
                                        : new Referrer(
                                                people.get(dice.nextInt(people.size())), null);
                    });
            people.add(id);
            states(id, dice);
        }
        return people;
    }

    private void states(UUID id, Random dice) {
        Cast.mona()
                .run(() -> {
                    if (dice.nextBoolean()) {
                        byte[] picture = Pictures.plain("png", 20, 20, Color.ORANGE);
                        photos.set(id, Picture.read(new ByteArrayInputStream(picture)));
                    }
                    if (dice.nextBoolean()) {
                        locks.lock(id, new LockDetails("Court case"));
                    }
                    if (dice.nextBoolean()) {
                        customers.deactivate(id);
                    }
                });
    }

    /** Merges at random, also what was merged into, and undoes them the last first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void undoGivesBackEveryByte(int seed) {
        var dice = new Random(seed);
        List<UUID> people = people(dice);
        UUID[] all = people.toArray(UUID[]::new);
        var present = new ArrayList<>(people);
        Deque<Map<String, List<String>>> before = new ArrayDeque<>();
        Deque<Merge> done = new ArrayDeque<>();
        while (present.size() > 1) {
            UUID from = present.remove(dice.nextInt(present.size()));
            UUID into = present.get(dice.nextInt(present.size()));
            before.push(WholeRecords.of(all));
            UUID chosen = dice.nextBoolean() ? from : into;
            done.push(
                    merge(
                            into,
                            from,
                            Map.of("status", chosen, "photo", chosen, "externalId", chosen)));
            assertOnePrimary(into);
        }
        while (!done.isEmpty()) {
            undo(done.pop());
            assertThat(WholeRecords.of(all)).isEqualTo(before.pop());
        }
    }

    private void assertOnePrimary(UUID id) {
        CustomerDetails one = details(id);
        assertThat(one.emails()).filteredOn(Email::primary).hasSize(1);
        assertThat(one.phones())
                .filteredOn(Phone::primary)
                .hasSize(Math.min(1, one.phones().size()));
    }

    @Test
    void ofSeveralMergesIntoOneTheLatestIsUndoneFirst() {
        change(gone, d -> d.phones = List.of(new Phone("0705550177", null, true, null)));
        change(third, d -> d.phones = List.of(new Phone("0705550177", null, true, null)));
        change(third, d -> d.displayName = "Tia");
        Merge first = merge(kept, gone);
        Merge second = merge(kept, third);
        assertThatThrownBy(() -> undo(first))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e ->
                                assertThat(e.reasons())
                                        .extracting(Refused.Reason::code, r -> r.args().getFirst())
                                        .containsExactly(tuple("merged_later", "Tia")));
        assertThatThrownBy(() -> clashes(first)).hasMessage("merged_later");
        assertThat(Cast.mona().call(() -> merges.later(first.id()))).hasValue(second);
        assertThat(details(kept).phones()).as("which two others have").hasSize(1);
        undo(second);
        assertThat(details(kept).phones()).hasSize(1);
        undo(first);
        assertThat(details(kept).phones()).isEmpty();
    }

    @Test
    void whatWasDeletedFromTheListsMeanwhileStaysAway() {
        UUID status = choice(Choices.Kind.STATUS, "Old " + mark());
        String other = "New " + mark();
        choice(Choices.Kind.STATUS, other);
        String tagged = "Tag " + mark();
        UUID tag = choice(Choices.Kind.TAG, tagged);
        String name = Cast.mia().call(() -> choices.get(Choices.Kind.STATUS, status).name());
        change(kept, d -> d.status = name);
        change(kept, d -> d.tags = List.of(tagged));
        change(gone, d -> d.status = other);
        change(gone, d -> d.tags = List.of(tagged));
        Merge merge = merge(kept, gone, Map.of("status", gone));
        change(kept, d -> d.tags = List.of());
        Cast.mia()
                .run(() -> {
                    choices.delete(Choices.Kind.STATUS, status);
                    choices.delete(Choices.Kind.TAG, tag);
                });
        assertThat(undoTogether(merge).whole()).isFalse();
        assertThat(details(kept).status()).isNull();
        assertThat(details(gone).status()).isEqualTo(other);
        assertThat(details(gone).tags()).isEmpty();
        change(gone, d -> d.pronouns = "she");
    }

    @Test
    void theStatusOfTheOneThatWentMayHaveGone() {
        UUID status = choice(Choices.Kind.STATUS, "Old " + mark());
        String name = Cast.mia().call(() -> choices.get(Choices.Kind.STATUS, status).name());
        change(gone, d -> d.status = name);
        Merge merge = merge(kept, gone, Map.of("status", kept));
        Cast.mia().run(() -> choices.delete(Choices.Kind.STATUS, status));
        assertThat(undoTogether(merge).whole()).isFalse();
        assertThat(details(gone).status()).isNull();
    }

    @Test
    void whoSentThemMayBePartOfAnotherByNow() {
        UUID sender = create(d -> d.lastName = "Sender");
        change(gone, d -> d.referredBy = new Referrer(sender, null));
        change(kept, d -> d.referredBy = new Referrer(null, "A friend"));
        Merge merge = merge(kept, gone);
        merge(third, sender);
        assertThat(undoTogether(merge).whole()).isTrue();
        assertThat(Objects.requireNonNull(details(gone).referredBy()).customerId())
                .isEqualTo(third);
    }

    @Test
    void eachGetsThePrimaryAddressItHad() {
        change(kept, d -> d.addresses = List.of(address("A", true)));
        change(gone, d -> d.addresses = List.of(address("B", true), address("C", false)));
        Merge merge = merge(kept, gone);
        makePrimary("C");
        undo(merge);
        assertThat(streets(kept)).containsExactly(tuple("A", true));
        assertThat(streets(gone)).containsExactly(tuple("B", true), tuple("C", false));
    }

    @Test
    void aPrimaryAddressThatCameAlongAndLostItsMarkHasItAgain() {
        change(gone, d -> d.addresses = List.of(address("B", true), address("C", false)));
        Merge merge = merge(kept, gone);
        change(
                kept,
                d -> {
                    d.addresses = new ArrayList<>(d.addresses);
                    d.addresses.add(address("D", false));
                });
        makePrimary("D");
        undo(merge);
        assertThat(streets(kept)).containsExactly(tuple("D", true));
        assertThat(streets(gone)).containsExactly(tuple("B", true), tuple("C", false));
    }

    @Test
    void oneContactIsPrimary() {
        String mine = mail();
        String last = mail();
        change(gone, d -> d.emails = List.of(new Email(mail(), false), new Email(last, true)));
        merge(kept, gone);
        assertThat(details(kept).emails()).extracting(Email::primary).containsExactly(false, true);
        change(third, d -> d.emails = List.of(new Email(mine, true)));
        Merge merge = merge(third, kept);
        change(
                third,
                d ->
                        d.emails =
                                d.emails.stream()
                                        .map(e -> new Email(e.address(), last.equals(e.address())))
                                        .toList());
        undo(merge);
        assertThat(details(third).emails()).containsExactly(new Email(mine, true));
    }

    @Test
    void aFieldOrOptionDeletedMeanwhileStaysAway() {
        UUID tea = field(CustomField.Type.TEXT);
        UUID likes = field(CustomField.Type.CHOICES, "Tea", "Coffee");
        UUID skin = field(CustomField.Type.CHOICE, "Dry", "Oily");
        String likesKey = key(likes);
        String skinKey = key(skin);
        change(
                gone,
                d ->
                        d.customFields =
                                Map.of(
                                        key(tea),
                                        "Green",
                                        likesKey,
                                        List.of("Tea", "Coffee"),
                                        skinKey,
                                        "Dry"));
        Merge merge = merge(kept, gone);
        change(kept, d -> d.customFields = Map.of());
        Cast.mia()
                .run(() -> {
                    customFields.delete(tea);
                    onlyOption(likes, "Coffee");
                    onlyOption(skin, "Oily");
                });
        assertThat(undoTogether(merge).whole()).isFalse();
        assertThat(details(gone).customFields()).isEqualTo(Map.of(likesKey, List.of("coffee")));
        change(gone, d -> d.pronouns = "she");
    }

    @Test
    void anOptionDeletedMeanwhileDoesNotComeBackToTheOneThatStayed() {
        UUID skin = field(CustomField.Type.CHOICE, "Dry", "Oily");
        String key = key(skin);
        change(kept, d -> d.customFields = Map.of(key, "Dry"));
        change(gone, d -> d.customFields = Map.of(key, "Oily"));
        Merge merge = merge(kept, gone, Map.of("customFields." + key, gone));
        Cast.mia().run(() -> onlyOption(skin, "Oily"));
        assertThat(undoTogether(merge).whole()).isFalse();
        assertThat(details(kept).customFields()).isEmpty();
        assertThat(details(gone).customFields()).containsEntry(key, "oily");
        change(kept, d -> d.pronouns = "she");
    }

    private void onlyOption(UUID field, String label) {
        CustomField present = customFields.get(field);
        CustomFieldDetails was = present.details();
        customFields.change(
                field,
                new CustomFieldDetails(
                        was.key(),
                        was.label(),
                        was.type(),
                        null,
                        null,
                        false,
                        false,
                        false,
                        was.options().stream().filter(o -> label.equals(o.label())).toList()),
                present.version());
    }

    /** As when a later version of the software adds a column. */
    @Test
    void aColumnAddedSinceBeginsAsInANewRow() {
        Merge merge = merge(kept, gone);
        int changed =
                TestDatabase.ownerClient()
                        .sql(
                                "update change set before = before - 'custom' || '{\"dropped\": 1}' where cause = :merge and operation = 'delete'")
                        .param("merge", merge.id())
                        .update();
        assertThat(changed).isPositive();
        undo(merge);
        assertThat(details(gone).firstName()).isEqualTo("Maria");
    }

    @Test
    void lockedAgainForTheSameReasonStandsInTheWay() {
        Cast.mona().run(() -> locks.lock(gone, new LockDetails("Court case")));
        Merge merge = merge(kept, gone);
        Cast.mona()
                .run(() -> {
                    locks.unlock(kept);
                    locks.lock(kept, new LockDetails("Court case"));
                });
        assertThatThrownBy(() -> undo(merge)).hasMessage("changed_since_merge");
        assertThat(clashes(merge))
                .extracting(Stale.Clash::field, Stale.Clash::theirs, Stale.Clash::by)
                .containsExactly(tuple("lockedReason", "Court case", "Mona Haddad"));
    }

    @Test
    void aClashIsFoundBehindAnyNumberOfLaterChanges() {
        change(gone, d -> d.displayName = "Mimi");
        Merge merge = merge(kept, gone);
        change(kept, d -> d.displayName = "Mia");
        IntStream.rangeClosed(0, 100).forEach(i -> change(kept, d -> d.pronouns = "p" + i));
        assertThatThrownBy(() -> undo(merge)).hasMessage("changed_since_merge");
        assertThat(clashes(merge))
                .extracting(Stale.Clash::field, Stale.Clash::theirs, Stale.Clash::by)
                .containsExactly(tuple("displayName", "Mia", "Mia Okafor"));
    }

    @Test
    void aContactThatCameAlongAndWasRemovedSinceIsInNobodysWay() {
        String mine = mail();
        String came = mail();
        change(kept, d -> d.emails = List.of(new Email(mine, true)));
        change(gone, d -> d.emails = List.of(new Email(came, true)));
        Merge merge = merge(kept, gone);
        change(kept, d -> d.emails = List.of(new Email(mine, true)));
        assertThat(clashes(merge)).isEmpty();
        undo(merge);
        assertThat(details(kept).emails()).containsExactly(new Email(mine, true));
        assertThat(details(gone).emails()).containsExactly(new Email(came, true));
    }

    @Test
    void ofThoseMadeTogetherTheRestIsUndoneWhereOneWas() {
        List<Merge> done = mergeBoth();
        undo(done.getLast());
        assertThat(undoTogether(done.getFirst()).merges())
                .extracting(Merge::from)
                .containsExactly(gone);
        assertThatThrownBy(() -> undoTogether(done.getFirst())).hasMessage("merge_undone");
    }

    @Test
    void clashesOfAllThatAreUndoneTogetherAreTold() {
        change(gone, d -> d.displayName = "Mimi");
        change(gone, d -> d.customerSince = java.time.LocalDate.parse("2020-01-01"));
        change(third, d -> d.customerSince = java.time.LocalDate.parse("2019-01-01"));
        List<Merge> done = mergeBoth();
        assertThat(clashes(done.getLast())).as("the later only went on").isEmpty();
        change(kept, d -> d.displayName = "Mia");
        for (Merge each : done) {
            assertThat(clashes(each)).extracting(Stale.Clash::field).containsExactly("displayName");
            assertThatThrownBy(() -> undoTogether(each)).hasMessage("changed_since_merge");
        }
        change(kept, d -> d.displayName = "Mimi");
        assertThat(undoTogether(done.getFirst()).merges()).hasSize(2);
        assertThat(details(kept).customerSince()).isNull();
    }
}
