package app.clientele.customers.timeline;

import static app.clientele.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Statements;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerTags;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.exporting.CustomerExports;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.customers.notes.Alerts;
import app.clientele.customers.notes.Alerts.AlertDetails;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.customers.timeline.Timeline.Entry;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** All that happened around a customer, of every kind, in one list. */
@ClienteleTest
class TimelineTests {
    @Autowired private Timeline timeline;
    @Autowired private Customers customers;
    @Autowired private CustomerTags tags;
    @Autowired private Choices choices;
    @Autowired private Notes notes;
    @Autowired private Alerts alerts;
    @Autowired private Locks locks;
    @Autowired private Merges merges;
    @Autowired private CustomerExports exports;
    @Autowired private TransactionTemplate transactions;

    private UUID ada = new UUID(0, 0);
    private UUID tag = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = made("Ada");
        String name = "Tag " + UUID.randomUUID();
        tag = Cast.mia().call(() -> choices.add(Choices.Kind.TAG, new ChoiceDetails(name, "red")));
    }

    private UUID made(String name) {
        return Cast.mia()
                .call(() -> customers.create(CustomerDetails.of(d -> d.firstName = name)).id());
    }

    private Page<Entry> page(Cast.Person by, Set<String> kinds, @Nullable String from, int limit) {
        return by.call(() -> timeline.of(ada, kinds, from, limit, Locale.ENGLISH));
    }

    private List<Entry> all(Cast.Person by, String... kinds) {
        return page(by, Set.of(kinds), null, 200).items();
    }

    /** Everything in pages of one size, with something done between them. */
    private List<Entry> paged(int size, Runnable between) {
        List<Entry> all = new ArrayList<>();
        String from = null;
        do {
            Page<Entry> page = page(Cast.mia(), Set.of(), from, size);
            all.addAll(page.items());
            from = page.next();
            between.run();
        } while (from != null);
        return all;
    }

    private void note(String text) {
        notes.add(ada, new NoteDetails(text, "general", false));
    }

    private void everything() {
        Cast.mia()
                .run(() -> {
                    note("Likes it quiet");
                    UUID alert =
                            alerts.add(ada, new AlertDetails("Faints", "red", null, false)).id();
                    alerts.change(ada, alert, new AlertDetails("Faints", "red", null, true), 1);
                    tags.add(ada, tag);
                    tags.remove(ada, tag);
                    customers.change(
                            ada,
                            p ->
                                    p.with(d -> {
                                        d.lastName = "Byron";
                                        d.pronouns = "she";
                                    }));
                    locks.lock(ada, new LockDetails("Why"));
                    locks.unlock(ada);
                    exports.copied(ada);
                });
    }

    @Test
    void everyKindIsToldLatestFirst() {
        everything();
        UUID twin = made("Twin");
        Cast.mia()
                .run(() -> {
                    notes.add(twin, new NoteDetails("Theirs", "medical", false));
                    customers.change(twin, p -> p.with(d -> d.gender = "X"));
                    merges.undo(merges.merge(new MergeDetails(ada, twin, Map.of())).id());
                    merges.merge(new MergeDetails(ada, twin, Map.of()));
                });
        List<Entry> told = all(Cast.mia());
        assertThat(told)
                .extracting(Entry::title)
                .contains(
                        "Note",
                        "Medical note",
                        "Red alert",
                        "Alert ended",
                        "Tag added",
                        "Tag removed",
                        "Details changed",
                        "Profile locked",
                        "Profile unlocked",
                        "Another record merged into this one",
                        "Merge taken back",
                        "Whole record copied as a file",
                        "Record created");
        assertThat(told).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(all(Cast.mia(), "detail"))
                .extracting(Entry::text)
                .contains("Pronouns, Last name", "Gender");
        assertThat(all(Cast.mia(), "record")).hasSize(2);
        assertThat(all(Cast.mia(), "merge")).hasSize(3);
        assertThat(all(Cast.mia(), "tag"))
                .allSatisfy(e -> assertThat(e.text()).startsWith("Tag "))
                .allSatisfy(e -> assertThat(e.actor()).isEqualTo("Mia Okafor"));
        assertThat(all(Cast.mia(), "note").getLast().link())
                .startsWith("/customers/" + ada + "/notes#note-");
    }

    @Test
    void nobodySeesWhatTheirRoleDoesNotLetThem() {
        everything();
        assertThat(all(Cast.paul()))
                .extracting(Entry::kind)
                .contains("note", "alert", "record")
                .doesNotContain("detail", "tag", "lock", "copy");
        assertThat(all(Cast.paul(), "lock", "note")).extracting(Entry::kind).containsOnly("note");
        assertThat(all(Cast.paul(), "lock")).isEmpty();
        Answer few = Cast.api(Permission.PROFILE_VIEW).get("/customers/" + ada + "/timeline");
        assertThat(few.json().path("items").findValuesAsString("kind"))
                .contains("alert", "record")
                .doesNotContain("note", "detail");
        assertThatThrownBy(() ->
                        Cast.otto().call(() -> timeline.of(ada, Set.of(), null, 5, Locale.ENGLISH)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> all(Cast.mia(), "nonsense")).isInstanceOf(Invalid.class);
    }

    @Test
    void pagesTogetherAreTheWholeWhateverComesInBetween() {
        forAll(
                6,
                random -> 1 + random.nextInt(7),
                size -> {
                    ada = made("Ada");
                    // all of one moment
                    Cast.mia()
                            .run(() ->
                                    transactions.executeWithoutResult(t -> {
                                        for (int i = 0; i < 4; i++) {
                                            note("Note " + i);
                                            alerts.add(
                                                    ada,
                                                    new AlertDetails("A" + i, "red", null, false));
                                            tags.add(ada, tag);
                                            tags.remove(ada, tag);
                                        }
                                    }));
                    everything();
                    List<Entry> whole = all(Cast.mia());
                    assertThat(whole).hasSizeGreaterThan(20);
                    assertThat(paged(size, () -> Cast.mia().run(() -> note("Since"))))
                            .isEqualTo(whole);
                });
    }

    @Test
    void aCursorOfOursOnlyIsTaken() {
        for (String forged :
                List.of(
                        "x",
                        app.clientele.shared.Cursor.of(1, "note", "x"),
                        app.clientele.shared.Cursor.of(1, "nothing", ada),
                        app.clientele.shared.Cursor.of(Long.MAX_VALUE, "note", ada),
                        app.clientele.shared.Cursor.of(1, "detail", ada))) {
            assertThatThrownBy(() -> page(Cast.mia(), Set.of(), forged, 5))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void onePageIsOneStatementHoweverManyKindsThereAre() {
        everything();
        assertThat(Statements.during(() -> page(Cast.mia(), Set.of(), null, 10)))
                .hasSizeLessThan(5);
    }

    @Test
    void theApiAndThePageTellIt() {
        everything();
        var api = Cast.api(Permission.values());
        Answer first = api.get("/customers/" + ada + "/timeline?limit=2&kind=note&kind=alert");
        assertThat(first.json().path("items").findValuesAsString("title")).hasSize(2);
        assertThat(first.json().at("/items/0").propertyNames())
                .contains("at", "kind", "title", "link", "actor");
        String next = first.json().path("next").asString();
        Answer rest =
                api.get(
                        "/customers/"
                                + ada
                                + "/timeline?limit=2&kind=note&kind=alert&cursor="
                                + next);
        assertThat(rest.json().path("items").size()).isEqualTo(1);
        assertThat(api.get("/customers/" + ada + "/timeline?kind=nonsense").status())
                .isEqualTo(422);

        Cast.mia()
                .run(() -> {
                    for (int i = 0; i < 40; i++) {
                        note("Note " + i);
                    }
                });
        var mia = Cast.mia().pages();
        String path = "/customers/" + ada + "/timeline";
        Answer page = mia.get(path + "?kind=note");
        assertThat(page.body())
                .contains("id=\"kind-note\"")
                .contains("Note 39")
                .contains("hx-trigger=\"revealed, click\"")
                .doesNotContain("Red alert");
        String more = page.body().replaceFirst("(?s).*href=\"([^\"]*cursor=[^\"]*)\".*", "$1");
        Answer lines = mia.part(more.replace("&amp;", "&"));
        assertThat(lines.body())
                .contains("Note 0")
                .contains("Likes it quiet")
                .doesNotContain("timeline-day")
                .doesNotContain("Note 39");
        assertThat(mia.get(path + "?kind=nonsense").status()).isEqualTo(200);
    }
}
