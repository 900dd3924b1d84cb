package app.clientele.customers.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.Customers;
import app.clientele.customers.ErasureWaits;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.People;
import app.clientele.customers.batch.CustomerBatch;
import app.clientele.customers.batch.CustomerBatch.Incoming;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Outcome;
import app.clientele.customers.bulk.BulkChange;
import app.clientele.customers.bulk.BulkChange.Action;
import app.clientele.customers.bulk.BulkChanges;
import app.clientele.customers.duplicates.Duplicates;
import app.clientele.customers.erasing.ErasureRules.RuleDetails;
import app.clientele.customers.erasing.Erasures.ErasureDetails;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.Whom;
import app.clientele.customers.merging.Merge;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.customers.search.CustomerSearch;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@ClienteleTest
class ErasuresTests {
    @Autowired private Erasures erasures;
    @Autowired private ErasureRules rules;
    @Autowired private Customers customers;
    @Autowired private CustomerSearch search;
    @Autowired private CustomerList list;
    @Autowired private Duplicates duplicates;
    @Autowired private CustomerBatch batch;
    @Autowired private BulkChanges bulk;
    @Autowired private Merges merges;
    @Autowired private Notes notes;
    @Autowired private Locks locks;

    private final String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
    private final String mail = UUID.randomUUID() + "@example.org";
    private UUID vera = new UUID(0, 0);

    @BeforeEach
    void somebody() {
        vera = create("Vera");
        Cast.mia().run(() -> notes.add(vera, new NoteDetails("Likes it quiet", "general", false)));
    }

    @AfterEach
    void theUsualRule() {
        grace(30);
    }

    private UUID create(String first) {
        return Cast.mia()
                .call(() ->
                        customers
                                .create(
                                        People.named(first, family)
                                                .email(mail)
                                                .phone("0705550177")
                                                .external(mail.substring(0, 30))
                                                .details())
                                .id());
    }

    private void grace(int days) {
        Cast.mia()
                .run(() ->
                        rules.change(new RuleDetails(days, null, 30), rules.current().version()));
    }

    private Erasure begin(UUID customer) {
        return Cast.mona()
                .call(() -> erasures.begin(customer, new ErasureDetails("Asked at the desk")));
    }

    private Erasure erase(UUID customer) {
        return Cast.mona().call(() -> ErasureJob.erase(customer));
    }

    private static String record(UUID id) {
        return TestDatabase.ownerClient()
                .sql(
                        "select (to_jsonb(c) - 'updated_at' - 'version')::text from customer c where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static long count(String table, UUID customer) {
        return TestDatabase.ownerClient()
                .sql("select count(*) from " + table + " where customer_id = :id")
                .param("id", customer)
                .query(Long.class)
                .single();
    }

    private List<UUID> found(String query) {
        return Cast.mia()
                .call(() -> list.all(list.filter(ListQuery.parse(query).filter()), null, 50));
    }

    @Test
    void whoeverWaitsIsReadOnlyNotFoundAndGivenBackByteForByte() {
        String before = record(vera);
        Erasure asked = begin(vera);
        assertThat(asked.by()).isEqualTo("Mona Haddad");
        assertThat(asked.dueAt()).isAfter(asked.askedAt().plusSeconds(29 * 86_400L));
        Cast.mia()
                .run(() -> {
                    assertThat(customers.get(vera).eraseAt()).isEqualTo(asked.dueAt());
                    assertThat(search.find(family, 10, true)).isEmpty();
                    assertThat(duplicates.of(People.named("Vera", family).details(), null))
                            .isEmpty();
                });
        assertThat(found("q=" + family)).isEmpty();
        assertThat(found("erasure=waiting&q=" + family)).containsExactly(vera);
        assertThatThrownBy(() ->
                        Cast.mia()
                                .run(() ->
                                        customers.change(
                                                vera, p -> p.with(d -> d.pronouns = "ze"))))
                .isInstanceOf(Refused.class)
                .hasMessage("erasure_waits");
        assertThatThrownBy(() ->
                        Cast.mia()
                                .run(() ->
                                        notes.add(vera, new NoteDetails("Late", "general", false))))
                .isInstanceOf(Refused.class)
                .hasMessage("erasure_waits");
        assertThatThrownBy(() -> begin(vera)).isInstanceOf(ErasureWaits.class);
        Cast.mona().run(() -> erasures.undo(vera));
        assertThat(record(vera)).isEqualTo(before);
        assertThat(found("q=" + family)).containsExactly(vera);
        assertThat(ChangeLog.of(Cast.mia().business(), asked.id()))
                .hasSize(2)
                .first()
                .isEqualTo("insert by Mona Haddad");
        assertThatThrownBy(() -> Cast.mona().run(() -> erasures.undo(vera)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoMayNotEraseMayNotLookEither() {
        assertThatThrownBy(() -> Cast.dora().run(() -> erasures.preview(vera)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void thePreviewSaysWhatGoesAndWhatStays() {
        Erasures.Preview preview = Cast.mona().call(() -> erasures.preview(vera));
        assertThat(preview.erased()).containsEntry("customer", 1L).containsEntry("note", 1L);
        assertThat(preview.kept()).containsEntry("customer", 1L).containsKey("change");
        assertThat(preview.reasons().keySet()).containsAll(preview.kept().keySet());
        assertThat(preview.obstacles()).isEmpty();
    }

    @Test
    void whatStandsInTheWayIsNamedWhicheverModuleKnowsOfIt() {
        Cast.mia().run(() -> locks.lock(vera, new LockDetails("Court case")));
        PlannedVisits.EXPECTED.add(vera);
        assertThatThrownBy(() -> begin(vera))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e ->
                                assertThat(e.reasons())
                                        .extracting(Refused.Reason::code)
                                        .containsExactlyInAnyOrder(
                                                "erasure_locked", "import_underway"));
        PlannedVisits.EXPECTED.remove(vera);
        Cast.mia().run(() -> locks.unlock(vera));
        begin(vera);
    }

    @Test
    void whatComesInTheWayMeanwhileIsWaitedFor() {
        Erasure asked = begin(vera);
        ErasureJob.pass(asked.id());
        PlannedVisits.EXPECTED.add(vera);
        ErasureJob.run();
        PlannedVisits.EXPECTED.remove(vera);
        Erasure still = Cast.mona().call(() -> erasures.preview(vera)).waiting();
        assertThat(Objects.requireNonNull(still).dueAt()).isAfter(java.time.Instant.now());
    }

    @Test
    void theJobErasesWhoseTimeHasComeAndNobodyElse() {
        UUID other = create("Vanja");
        begin(other);
        Erasure asked = erase(vera);
        assertThatThrownBy(() -> Cast.mia().run(() -> customers.get(vera)))
                .isInstanceOf(NotFound.class);
        Cast.mia().run(() -> assertThat(customers.get(other).eraseAt()).isNotNull());
        assertThat(count("note", vera) + count("customer_key", vera) + count("customer_text", vera))
                .isZero();
        assertThat(record(vera)).doesNotContain("Vera", family, mail, "0705550177");
        Erasure done = Cast.mia().call(() -> erasures.of(vera)).orElseThrow();
        assertThat(done.number()).isEqualTo(asked.number());
        assertThat(done.reason()).isNull();
        assertThat(done.erased()).containsEntry("note", 1L);
        assertThat(logged(vera)).as("who and when, not what").isNotEmpty().containsOnly("");
    }

    private static List<String> logged(UUID customer) {
        return TestDatabase.ownerClient()
                .sql(
                        "select coalesce(before::text, '') from change where customer_id = :id or row_id = :id")
                .param("id", customer)
                .query(String.class)
                .list();
    }

    @Test
    void withoutDaysOfGraceItIsDoneAtOnce() {
        grace(0);
        assertThat(begin(vera).doneAt()).isNotNull();
        assertThat(record(vera)).doesNotContain(family);
    }

    @Test
    void othersNoLongerNameWhoIsGone() {
        UUID third = create("Ivo");
        Cast.mia()
                .run(() ->
                        customers.change(
                                third, p -> p.with(d -> d.referredBy = new Referrer(vera, null))));
        begin(third);
        erase(vera);
        Cast.mia().run(() -> assertThat(customers.get(third).details().referredBy()).isNull());
    }

    @Test
    void whoeverIsGoneIsMergedWithNobodyAndAMergeBringsNothingBack() {
        UUID wera = create("Wera");
        Merge merge = Cast.mia().call(() -> merges.merge(new MergeDetails(vera, wera, null)));
        begin(vera);
        assertThatThrownBy(() -> Cast.mia().run(() -> merges.undo(merge.id())))
                .hasMessage("erasure_waits");
        Cast.mona().run(() -> erasures.undo(vera));
        erase(vera);
        assertThatThrownBy(() -> Cast.mia().run(() -> merges.undo(merge.id())))
                .isInstanceOf(Refused.class)
                .hasMessage("merge_erased");
        UUID third = create("Ivo");
        assertThatThrownBy(() ->
                        Cast.mia().run(() -> merges.merge(new MergeDetails(third, vera, null))))
                .isInstanceOf(NotFound.class);
        assertThat(Cast.mia().call(() -> merges.get(merge.id())).fromName()).isEmpty();
        assertThat(Cast.mia().call(() -> erasures.of(wera))).isPresent();
        assertThat(logged(wera)).containsOnly("");
    }

    /** While the two were one, the log of the one who stayed told of the other. */
    @Test
    void aMergeTakenBackLeavesNothingWithTheOther() {
        UUID ada =
                Cast.mia()
                        .call(() -> customers.create(People.named("Ada", "Byron").details()).id());
        Merge merge = Cast.mia().call(() -> merges.merge(new MergeDetails(ada, vera, null)));
        Cast.mia().run(() -> customers.change(ada, p -> p.with(d -> d.pronouns = "she")));
        Cast.mia().run(() -> merges.undo(merge.id()));
        erase(vera);
        assertThat(logged(ada)).noneMatch(text -> text.contains(mail) || text.contains(family));
        Cast.mia()
                .run(() -> assertThat(customers.get(ada).details().lastName()).isEqualTo("Byron"));
    }

    @Test
    void bulkChangesSayWhoWasLeftAlone() {
        begin(vera);
        BulkChange done =
                Cast.mia()
                        .call(() -> bulk.start(Action.DEACTIVATE, null, Whom.these(List.of(vera))));
        assertThat(done.failures())
                .extracting(BulkChange.Failure::key)
                .containsExactly("refused.erasure_waits");
    }

    private Outcome imported() {
        var details = People.named("Vera", family).email(mail).born("1984-02-29").details();
        return Cast.mia()
                .call(() ->
                        batch.take(
                                        List.of(batch.prepare(new Incoming(1, details, List.of()))),
                                        OnDuplicate.FILL_BLANKS,
                                        UUID.randomUUID(),
                                        null)
                                .getFirst());
    }

    @Test
    void anImportLeavesWhoWaitsAloneAndMakesSomebodyNewAfterwards() {
        begin(vera);
        assertThat(imported())
                .extracting(Outcome::verdict, Outcome::reason)
                .containsExactly(CustomerBatch.Verdict.SKIP, "erasing");
        Cast.mona().run(() -> erasures.undo(vera));
        erase(vera);
        Outcome again = imported();
        assertThat(again.verdict()).isEqualTo(CustomerBatch.Verdict.CREATE);
        assertThat(again.customer()).isNotNull().isNotEqualTo(vera);
    }

    @Test
    void whoeverWritesAtThatMomentLeavesNothingBehind() {
        for (int round = 0; round < 15; round++) {
            UUID one = create("Vera");
            Erasure asked = begin(one);
            Cast.mona().run(() -> erasures.undo(one));
            UUID erasure = begin(one).id();
            ErasureJob.pass(erasure);
            UUID other = create("Wera");
            List<Optional<Throwable>> outcomes =
                    Race.between(
                            ErasureJob::run,
                            ErasureJob::run,
                            () -> undoAndWrite(one),
                            () ->
                                    Cast.mia()
                                            .run(() ->
                                                    merges.merge(
                                                            new MergeDetails(other, one, null))),
                            () ->
                                    Cast.mia()
                                            .run(() ->
                                                    notes.add(
                                                            one,
                                                            new NoteDetails(
                                                                    "Late", "general", false))));
            assertThat(asked.id()).isNotEqualTo(erasure);
            assertThat(outcomes)
                    .flatExtracting(o -> o.stream().toList())
                    .allSatisfy(e ->
                            assertThat(e)
                                    .isInstanceOfAny(
                                            Refused.class,
                                            NotFound.class,
                                            // merged away, after somebody had saved it
                                            DataIntegrityViolationException.class));
            if (Cast.mia().call(() -> erasures.of(one)).isPresent()) {
                assertThat(record(one)).doesNotContain(family);
                assertThat(count("note", one) + count("customer_key", one)).isZero();
                assertThat(logged(one)).containsOnly("");
            }
        }
    }

    /** Somebody changes their mind at the last moment, and goes on working. */
    private void undoAndWrite(UUID one) {
        Cast.mia()
                .run(() -> {
                    erasures.undo(one);
                    customers.change(one, p -> p.with(d -> d.displayName = family + " late"));
                    notes.add(one, new NoteDetails("Late", "general", false));
                });
    }

    @Test
    void aNoteBegunBeforeIsNotWrittenAfterwards() {
        for (int round = 0; round < 15; round++) {
            UUID one = create("Vera");
            grace(0);
            Race.between(
                    () -> begin(one),
                    () ->
                            Cast.mia()
                                    .run(() ->
                                            notes.add(
                                                    one,
                                                    new NoteDetails("Late", "general", false))),
                    () ->
                            Cast.mia()
                                    .run(() ->
                                            customers.change(
                                                    one, p -> p.with(d -> d.pronouns = "ze"))));
            assertThat(count("note", one)).isZero();
            assertThat(record(one)).doesNotContain("ze\"", family);
            assertThat(logged(one)).containsOnly("");
        }
    }

    @Test
    void viewsThatNameThemAndAnswersToProgramsGo() {
        String view =
                Cast.api(app.clientele.shared.Permission.values())
                        .post(
                                "/customer-views",
                                Map.of("name", "Hers", "query", "q=Vera+" + family, "shared", true))
                        .json()
                        .get("id")
                        .asString();
        Cast.api(app.clientele.shared.Permission.values())
                .post(
                        "/customers/" + vera + "/alerts",
                        Map.of("text", "Faints"),
                        "Idempotency-Key",
                        "key-" + family);
        erase(vera);
        assertThat(
                        TestDatabase.ownerClient()
                                .sql(
                                        "select (select count(*) from saved_view where id = :view) + (select count(*) from idempotent_request where key = :key)")
                                .param("view", UUID.fromString(view))
                                .param("key", "key-" + family)
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
