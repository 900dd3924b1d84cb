package app.clientele.customers.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.CustomerTags;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.bulk.BulkChange.Action;
import app.clientele.customers.bulk.BulkChange.State;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.list.Whom;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done to many is done to all of them, told of each, and taken back. */
@ClienteleTest
class BulkChangesTests {
    @Autowired private BulkChanges bulk;
    @Autowired private Customers customers;
    @Autowired private Choices choices;
    @Autowired private CustomerTags tags;

    private UUID ada;
    private UUID bo;
    private String word;

    @BeforeEach
    void people() {
        word = "T" + UUID.randomUUID().toString().substring(0, 8);
        Cast.mia()
                .run(() -> {
                    choices.add(Choices.Kind.TAG, new Choices.ChoiceDetails(word, "pink"));
                    ada = customers.create(People.named("Ada", word).details()).id();
                    bo = customers.create(People.named("Bo", word).details()).id();
                });
    }

    private BulkChange start(Action action, @Nullable String choice, Whom whom) {
        return Cast.mia().call(() -> bulk.start(action, choice, whom));
    }

    private List<String> tagsOf(UUID customer) {
        return Cast.mia().call(() -> customers.get(customer).details().tags());
    }

    private @Nullable String statusOf(UUID customer) {
        return Cast.mia().call(() -> customers.get(customer).details().status());
    }

    @Test
    void tagsThoseNamedAndTakesItBack() {
        Cast.mia().run(() -> tags.add(bo, tag()));
        BulkChange done = start(Action.TAG, word, Whom.these(List.of(ada, bo, ada)));
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.total()).isEqualTo(2);
        assertThat(done.succeeded()).isEqualTo(2);
        assertThat(done.choice()).isEqualTo(word);
        assertThat(tagsOf(ada)).containsExactly(word);
        BulkChange undone = Cast.mia().call(() -> bulk.undo(done.id()));
        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(undone.succeeded()).isEqualTo(1);
        assertThat(tagsOf(ada)).isEmpty();
        assertThat(tagsOf(bo)).as("who had the tag before keeps it").containsExactly(word);
    }

    @Test
    void saysSoWhenThereIsNothingToTakeBack() {
        Cast.mia().run(() -> tags.add(bo, tag()));
        BulkChange done = start(Action.TAG, word, Whom.these(List.of(bo)));
        assertThat(Cast.mia().pages().postPart("/undo/bulk-" + done.id()).header("HX-Trigger"))
                .contains("Nothing had been changed");
        assertThat(tagsOf(bo)).containsExactly(word);
    }

    private UUID tag() {
        return choices.all(Choices.Kind.TAG, false).stream()
                .filter(c -> c.name().equals(word))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void untagsAllWhomAListFindsThoughTheyLeaveItOneByOne() {
        Cast.mia().run(() -> List.of(ada, bo).forEach(id -> tags.add(id, tag())));
        BulkChange done = start(Action.UNTAG, word, Whom.found("tag=" + word));
        assertThat(done.succeeded()).isEqualTo(2);
        assertThat(tagsOf(ada)).isEmpty();
        Cast.mia().run(() -> bulk.undo(done.id()));
        assertThat(tagsOf(ada)).containsExactly(word);
        assertThat(tagsOf(bo)).containsExactly(word);
    }

    @Test
    void setsAStatusAndPutsBackWhatEachHad() {
        Cast.mia().run(() -> customers.change(bo, p -> p.with(d -> d.status = "Prospect")));
        BulkChange done = start(Action.STATUS, "active", Whom.found("q=" + word));
        assertThat(statusOf(ada)).isEqualTo("Active");
        assertThat(statusOf(bo)).isEqualTo("Active");
        Cast.mia().run(() -> bulk.undo(done.id()));
        assertThat(statusOf(ada)).isNull();
        assertThat(statusOf(bo)).isEqualTo("Prospect");
    }

    @Test
    void takesOutOfUseAndBack() {
        BulkChange done = start(Action.DEACTIVATE, null, Whom.these(List.of(ada)));
        assertThat(deactivated(ada)).isTrue();
        start(Action.REACTIVATE, null, Whom.these(List.of(ada)));
        assertThat(deactivated(ada)).isFalse();
        BulkChange late = Cast.mia().call(() -> bulk.undo(done.id()));
        assertThat(late.failures())
                .as("changed again since")
                .extracting(BulkChange.Failure::key)
                .containsExactly("refused.changed_since");
        assertThat(deactivated(ada)).isFalse();
    }

    private boolean deactivated(UUID id) {
        return Cast.mia().call(() -> customers.get(id).deactivatedAt() != null);
    }

    @Test
    void tellsOfThoseWithWhomItCouldNotBeDone() {
        UUID nobody = UUID.randomUUID();
        BulkChange done = start(Action.TAG, word, Whom.these(List.of(nobody, ada)));
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.succeeded()).isEqualTo(1);
        assertThat(done.failures())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.customerId()).isEqualTo(nobody);
                    assertThat(f.key()).isEqualTo("customers.bulk.gone");
                });
    }

    @Test
    void writesALineForEachIntoTheLogAndNamesWhoDidIt() {
        start(Action.DEACTIVATE, null, Whom.these(List.of(ada, bo)));
        for (UUID id : List.of(ada, bo)) {
            assertThat(ChangeLog.of(Cast.mia().business(), id))
                    .last()
                    .asString()
                    .startsWith("update by Mia Okafor: ")
                    .contains("deactivated_at=null");
        }
    }

    @Test
    void goesOnInTheBackgroundWithManyAndTellsHowFar() throws InterruptedException {
        Cast.otto().run(this::addMany);
        BulkChange begun =
                Cast.otto().call(() -> bulk.start(Action.DEACTIVATE, null, Whom.found("")));
        assertThat(begun.total()).isEqualTo(320);
        BulkChange done = awaited(begun.id(), State.DONE);
        assertThat(done.done()).isEqualTo(320);
        assertThat(inUse()).isZero();
        Cast.otto().run(() -> bulk.undo(begun.id()));
        assertThat(awaited(begun.id(), State.UNDONE).undone()).isEqualTo(320);
        assertThat(inUse()).isEqualTo(320);
    }

    private void addMany() {
        for (int i = 0; i < 320; i++) {
            customers.create(People.named("Many", "No" + i).details());
        }
    }

    private long inUse() {
        return TestDatabase.ownerClient()
                .sql(
                        "select count(*) from customer where business_id = :business and deactivated_at is null")
                .param("business", Cast.otto().business())
                .query(Long.class)
                .single();
    }

    private BulkChange awaited(UUID id, State state) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> Cast.otto().call(() -> bulk.get(id)), now -> now.state() == state);
    }

    @Test
    void isUndoneOnceHoweverManyAskAtATime() throws Exception {
        BulkChange done = start(Action.TAG, word, Whom.these(List.of(ada, bo)));
        List<Callable<BulkChange>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(() -> Cast.mia().call(() -> bulk.undo(done.id())));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<BulkChange> each : threads.invokeAll(all)) {
                each.get();
            }
        }
        assertThat(Cast.mia().call(() -> bulk.get(done.id())).undone()).isEqualTo(2);
        assertThat(tagsOf(ada)).isEmpty();
    }

    @Test
    void needsThePermissionOfTheDeedAndNotJustAny() {
        var some = EnumSet.of(Permission.PROFILE_VIEW, Permission.TAG_ASSIGN);
        var tagger =
                new Caller(Cast.mia().business(), Cast.mia().staff(), Caller.Door.PAGE, null, some);
        tagger.run(() -> {
            bulk.start(Action.TAG, word, Whom.these(List.of(ada)));
            assertThatThrownBy(() -> bulk.start(Action.DEACTIVATE, null, Whom.these(List.of(ada))))
                    .isInstanceOf(NotAllowed.class);
        });
    }

    @Test
    void isSeenAndTakenBackByWhoeverMayDoTheSame() {
        BulkChange mias = start(Action.TAG, word, Whom.these(List.of(ada)));
        Cast.otto()
                .run(() -> {
                    assertThatThrownBy(() -> bulk.get(mias.id())).isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> bulk.undo(mias.id())).isInstanceOf(NotFound.class);
                });
        var some = EnumSet.of(Permission.PROFILE_VIEW, Permission.PROFILE_DEACTIVATE);
        new Caller(Cast.mia().business(), Cast.paul().staff(), Caller.Door.PAGE, null, some)
                .run(() ->
                        assertThatThrownBy(() -> bulk.undo(mias.id()))
                                .isInstanceOf(NotAllowed.class));
        assertThat(Cast.dora().call(() -> bulk.undo(mias.id())).undone()).isEqualTo(1);
        assertThat(tagsOf(ada)).isEmpty();
    }

    @Test
    void reachesNobodyOfAnotherBusiness() {
        BulkChange done =
                Cast.otto()
                        .call(() -> bulk.start(Action.DEACTIVATE, null, Whom.these(List.of(ada))));
        assertThat(done.failed()).isEqualTo(1);
        assertThat(deactivated(ada)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tga=VIP", "sort=random", "q=%zz", "limit=1"})
    void neverTakesAMistypedListForEverybody(String query) {
        assertThatThrownBy(() -> Whom.found(query)).isInstanceOf(Invalid.class);
    }

    @Test
    void neverTakesNobodyForEverybody() {
        assertThatThrownBy(() -> Whom.these(List.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> start(Action.TAG, "", Whom.these(List.of(ada))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> start(Action.TAG, "No such", Whom.these(List.of(ada))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        start(
                                Action.STATUS,
                                Cast.mia().call(this::tag).toString(),
                                Whom.these(List.of(ada))))
                .isInstanceOf(Invalid.class);
    }
}
