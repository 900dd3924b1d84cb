package app.clientele.customers.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.duplicates.LikelyPairs.LikelyPair;
import app.clientele.customers.merging.Merge;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class LikelyPairsTests {
    @Autowired private LikelyPairs pairs;
    @Autowired private PairSearch search;
    @Autowired private Customers customers;
    @Autowired private Merges merges;

    /** Nobody else has this family name or number. */
    private final String family = "Zq" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    private final String phone = "070" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

    private UUID create(People person) {
        return Cast.mia().call(() -> customers.create(person.details()).id());
    }

    /** The search waits for whatever transaction is under way anywhere, such as a job's. */
    private boolean isThrough() {
        Cast.mona()
                .run(() -> {
                    while (search.step()) {
                        // on to the next
                    }
                });
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select not exists (select from customer c join customer_pair_search s on s.business_id = c.business_id
                            where c.business_id = :business and (c.updated_at, c.id) > (s.until, s.after_id))
                        """)
                .param("business", Cast.mona().business())
                .query(Boolean.class)
                .single();
    }

    private List<LikelyPair> found(UUID... ids) {
        await().until(this::isThrough);
        return Cast.mona()
                .call(() ->
                        java.util.stream.Stream.of(true, false)
                                .flatMap(likely -> pairs.all(likely, null, 200).items().stream())
                                .toList())
                .stream()
                .filter(p ->
                        Set.of(ids).contains(p.customer().id())
                                && Set.of(ids).contains(p.other().id()))
                .toList();
    }

    @Test
    void scoresWhatTwoHaveInCommon() {
        UUID first = create(People.named("Ann", family).phone(phone));
        UUID same = create(People.named("Ann", family).phone(phone));
        UUID otherPhone = create(People.named("ANN", family));
        UUID married = create(People.named("Ánn", "Other" + family).phone(phone));
        UUID brother = create(People.named("Bo", family).phone(phone));
        UUID stranger = create(People.named("Cleo", "Else" + family).phone(phone));
        assertThat(found(first, same)).extracting(LikelyPair::score).containsExactly(100);
        assertThat(found(first, otherPhone)).extracting(LikelyPair::score).containsExactly(80);
        assertThat(found(first, married)).extracting(LikelyPair::score).containsExactly(75);
        assertThat(found(first, brother))
                .extracting(LikelyPair::score, LikelyPair::reasons)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                40, List.of(Duplicates.Reason.PHONE, Duplicates.Reason.LAST_NAME)));
        assertThat(found(first, stranger)).isEmpty();
    }

    @Test
    void keepsUpWithChangesAndMerges() {
        UUID ann = create(People.named("Ann", family).phone(phone));
        UUID anna = create(People.named("Anna", family).phone(phone));
        assertThat(found(ann, anna)).extracting(LikelyPair::score).containsExactly(40);
        Cast.mia().run(() -> customers.change(anna, p -> p.with(d -> d.firstName = "Ann")));
        assertThat(found(ann, anna)).extracting(LikelyPair::score).containsExactly(100);
        Merge merge = Cast.mona().call(() -> merges.merge(new MergeDetails(ann, anna, null)));
        assertThat(found(ann, anna)).isEmpty();
        Cast.mona().run(() -> merges.undo(merge.id()));
        assertThat(found(ann, anna)).hasSize(1);
    }

    @Test
    void neverAsksAgainAboutTwoWhoAreNotTheSame() {
        UUID ann = create(People.named("Ann", family).phone(phone));
        UUID twin = create(People.named("Ann", family).phone(phone));
        assertThat(found(ann, twin)).hasSize(1);
        Cast.mona().run(() -> pairs.tellApart(twin, ann));
        Cast.mona().run(() -> pairs.tellApart(ann, twin));
        assertThat(found(ann, twin)).isEmpty();
        Cast.mia().run(() -> customers.change(ann, p -> p.with(d -> d.pronouns = "she")));
        assertThat(found(ann, twin)).isEmpty();
        assertThat(Cast.mona().call(() -> pairs.distinct(null, 200)).items())
                .filteredOn(p -> p.customer().name().endsWith(family))
                .hasSize(1);
        Cast.mona().run(() -> pairs.askAgain(ann, twin));
        assertThat(found(ann, twin)).hasSize(1);
    }

    @Test
    void whoIsNotTheSameAsOneIsNotTheSameAsTheOneTheyBecome() {
        UUID ann = create(People.named("Ann", family).phone(phone));
        UUID twin = create(People.named("Ann", family).phone(phone));
        UUID late = create(People.named("Ann", family).phone(phone));
        Cast.mona().run(() -> pairs.tellApart(ann, twin));
        Merge merge = Cast.mona().call(() -> merges.merge(new MergeDetails(late, ann, null)));
        assertThat(found(late, twin)).isEmpty();
        Cast.mona().run(() -> merges.undo(merge.id()));
        assertThat(found(late, twin)).hasSize(1);
        assertThat(found(ann, twin)).isEmpty();
    }

    @Test
    void aNumberThatManyShareTellsNothing() {
        List<UUID> crowd =
                java.util.stream.IntStream.range(0, 25)
                        .mapToObj(i -> create(People.named("Kim", family + "x" + i).phone(phone)))
                        .toList();
        assertThat(found(crowd.toArray(UUID[]::new))).isEmpty();
    }

    @Test
    void namesThatOnlyBeginAlikeAreNoCrowd() {
        UUID jo = create(People.named("Jo", family));
        UUID same = create(People.named("Jo", family));
        UUID middle = create(People.named("Jo", family).middle("Lee"));
        for (int i = 0; i < 50; i++) {
            create(
                    People.named("Joan" + (char) ('a' + i % 26), family)
                            .phone("0705551" + (100 + i)));
        }
        assertThat(found(jo, same)).extracting(LikelyPair::score).containsExactly(80);
        assertThat(found(jo, middle)).extracting(LikelyPair::score).containsExactly(80);
    }

    /** Whoever merges waits for what the search holds, so the search must not wait for them. */
    @Test
    void neverWaitsForThoseWhoAreBeingMerged() {
        UUID ann = create(People.named("Ann", family).phone(phone));
        UUID other = create(People.named("Ann", family).phone(phone));
        UUID third = create(People.named("Ann", family).phone(phone));
        assertThat(found(ann, other)).hasSize(1);
        Cast.mia().run(() -> customers.change(third, p -> p.with(d -> d.pronouns = "she")));
        holding(
                other,
                () ->
                        assertTimeoutPreemptively(
                                Duration.ofSeconds(10),
                                () -> Cast.mona().call(() -> search.step())));
        assertThat(found(ann, other, third)).hasSize(3);
    }

    /** Does something while somebody else holds a record. */
    private static void holding(UUID customer, Runnable work) {
        try (var connection = TestDatabase.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local app.business_id = '" + Cast.mia().business() + "'");
                statement.execute("select from customer where id = '" + customer + "' for update");
                work.run();
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneBusinessThatFailsKeepsNoOtherFromItsTurn() {
        List<UUID> looked = new ArrayList<>();
        var failing =
                new PairSearch(Cast.bean(Sql.class), Cast.bean(LookedUp.class), List.of()) {
                    @Override
                    public List<UUID> businesses() {
                        return List.of(Cast.otto().business(), Cast.mia().business());
                    }

                    @Override
                    public boolean step() {
                        looked.add(Caller.current().business());
                        if (looked.size() == 1) {
                            throw new IllegalStateException("Broken");
                        }
                        return false;
                    }
                };
        PairJobs.run(failing);
        assertThat(looked).containsExactly(Cast.otto().business(), Cast.mia().business());
    }

    @Test
    void waitsWhileManyComeIn() {
        ManyComing coming = () -> true;
        var search =
                new PairSearch(Cast.bean(Sql.class), Cast.bean(LookedUp.class), List.of(coming));
        assertThat(Cast.mia().call(search::step)).isFalse();
    }

    @Test
    void onlyThoseWhoMergeAndOnlyTwo() {
        UUID ann = create(People.named("Ann", family));
        assertThatThrownBy(() -> Cast.dora().run(() -> pairs.count()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Cast.mona().run(() -> pairs.tellApart(ann, ann)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Cast.mona().run(() -> pairs.tellApart(ann, UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }
}
