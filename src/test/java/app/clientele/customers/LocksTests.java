package app.clientele.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.customers.CustomerDetails.Weight;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.batch.CustomerBatch;
import app.clientele.customers.batch.CustomerBatch.Incoming;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Outcome;
import app.clientele.customers.batch.CustomerBatch.Verdict;
import app.clientele.customers.batch.SeenPeople;
import app.clientele.customers.history.Undo;
import app.clientele.shared.Caller;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Permission;
import app.clientele.shared.Stale;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class LocksTests {
    private static final String WHY = "Ask Mia before changing anything";

    @Autowired private Locks locks;
    @Autowired private Customers customers;
    @Autowired private Weights weights;
    @Autowired private CustomerBatch batch;
    @Autowired private Undo undo;

    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        var details =
                People.named("Ada", "Byron")
                        .email(UUID.randomUUID() + "@example.org")
                        .phone("0705550101")
                        .details();
        ada = Cast.mia().call(() -> customers.create(details).id());
    }

    private void lock() {
        Cast.mona().run(() -> locks.lock(ada, new LockDetails(WHY)));
    }

    private void rename(String name) {
        customers.change(ada, p -> p.with(d -> d.lastName = name));
    }

    private Customer record() {
        return Cast.mia().call(() -> customers.get(ada));
    }

    @Test
    void tellsWhyWhoAndWhen() {
        lock();
        Customer.Lock lock = record().lock();
        assertThat(lock).isNotNull();
        assertThat(lock.reason()).isEqualTo(WHY);
        assertThat(lock.by()).isEqualTo("Mona Haddad");
        assertThatThrownBy(() -> Cast.dora().run(() -> rename("Lovelace")))
                .isInstanceOf(ProfileLocked.class);
        Cast.mia().run(() -> rename("Lovelace"));
        assertThat(record().details().lastName()).isEqualTo("Lovelace");
        assertThat(record().lock()).as("a change does not unlock").isEqualTo(lock);
    }

    @Test
    void offersNoOtherPhotoToWhoMayNotChangeIt() {
        String page = "/customers/" + ada + "/photo";
        assertThat(Cast.dora().pages().get(page).body()).contains("photo-hint");
        assertThat(Cast.paul().pages().get(page).body()).doesNotContain("photo-hint");
        lock();
        assertThat(Cast.dora().pages().get(page).body()).doesNotContain("photo-hint");
    }

    @Test
    void lockingTwiceIsOnceUnlessTheReasonChanges() {
        lock();
        Customer first = record();
        Cast.mia().run(() -> locks.lock(ada, new LockDetails(WHY)));
        assertThat(record().version()).isEqualTo(first.version());
        Cast.mia().run(() -> locks.lock(ada, new LockDetails("Court case")));
        assertThat(record().lock())
                .extracting("reason", "by")
                .containsExactly("Court case", "Mia Okafor");
        Cast.mia().run(() -> locks.unlock(ada));
        int version = record().version();
        Cast.mia().run(() -> locks.unlock(ada));
        assertThat(record().version()).isEqualTo(version);
    }

    @Test
    void onlyThoseWhoMayLockAndUnlock() {
        assertThatThrownBy(() -> Cast.dora().run(() -> locks.lock(ada, new LockDetails(WHY))))
                .isInstanceOf(NotAllowed.class);
        lock();
        assertThatThrownBy(() -> Cast.dora().run(() -> locks.unlock(ada)))
                .isInstanceOf(NotAllowed.class);
        assertThat(record().lock()).isNotNull();
    }

    @Test
    void addressesAndTagsStayOpenEvenWithAWeightOnRecord() {
        Cast.mia().run(() -> weights.add(ada, new Weight(new BigDecimal("70.0"), "kg", null)));
        lock();
        Cast.dora()
                .run(() ->
                        customers.change(
                                ada,
                                p ->
                                        p.with(d ->
                                                d.addresses =
                                                        List.of(
                                                                new CustomerDetails.Address(
                                                                        null,
                                                                        null,
                                                                        "Storgatan 1",
                                                                        null,
                                                                        null,
                                                                        "Lund",
                                                                        null,
                                                                        "SE",
                                                                        true)))));
        assertThat(record().details().addresses()).hasSize(1);
        assertThatThrownBy(() ->
                        Cast.dora()
                                .run(() ->
                                        weights.add(
                                                ada, new Weight(new BigDecimal("71"), "kg", null))))
                .isInstanceOf(ProfileLocked.class);
    }

    @Test
    void anUndoneUnlockIsTheSameLockAsBefore() {
        lock();
        Customer.Lock before = record().lock();
        var done =
                Cast.mia()
                        .call(() ->
                                undo.doing(
                                        ada,
                                        () -> {
                                            locks.unlock(ada);
                                            return true;
                                        }));
        assertThat(record().lock()).isNull();
        Cast.mia().run(() -> undo.undo(Optional.ofNullable(done.change()).orElseThrow()));
        assertThat(record().lock()).isEqualTo(before);
    }

    @Test
    void ownEarlierDeedsCanNotBeUndoneOnceItIsLocked() {
        var done =
                Cast.dora()
                        .call(() ->
                                undo.doing(
                                        ada,
                                        () -> {
                                            rename("Lovelace");
                                            return true;
                                        }));
        lock();
        assertThatThrownBy(() ->
                        Cast.dora()
                                .run(() ->
                                        undo.undo(
                                                Optional.ofNullable(done.change()).orElseThrow())))
                .isInstanceOf(ProfileLocked.class);
        assertThat(record().details().lastName()).isEqualTo("Lovelace");
    }

    @Test
    void anImportSkipsWhatIsLockedAndSaysSo() {
        lock();
        var importer = EnumSet.complementOf(EnumSet.of(Permission.PROFILE_LOCK));
        Caller caller =
                new Caller(
                        Cast.mia().business(),
                        Cast.dora().staff(),
                        Caller.Door.IMPORT,
                        null,
                        importer);
        for (boolean dry : List.of(true, false)) {
            Outcome outcome = caller.call(() -> take(dry ? SeenPeople.inMemory() : null));
            assertThat(outcome.verdict()).isEqualTo(Verdict.SKIP);
            assertThat(outcome.reason()).isEqualTo("locked");
        }
        assertThat(record().details().gender()).isNull();
        assertThat(Cast.mia().call(() -> take(null)).verdict()).isEqualTo(Verdict.UPDATE);
        assertThat(record().details().gender()).isEqualTo("female");
    }

    private Outcome take(@org.jspecify.annotations.Nullable SeenPeople seen) {
        CustomerDetails said =
                record().details()
                        .with(d -> {
                            d.gender = "female";
                            d.phones = List.of();
                        });
        var row = batch.prepare(new Incoming(1, said, List.of()));
        return batch.take(List.of(row), OnDuplicate.FILL_BLANKS, null, seen).getFirst();
    }

    /** In the order of commits, nothing of the record changes after the lock. */
    @Test
    void noSaveSlipsInBehindALock() {
        for (int round = 0; round < 60; round++) {
            ada();
            String name = "Name" + round;
            boolean weighs = round % 3 == 0;
            var outcomes =
                    Race.between(
                            () ->
                                    Cast.dora()
                                            .run(() -> {
                                                if (weighs) {
                                                    weights.add(
                                                            ada,
                                                            new Weight(BigDecimal.TEN, "kg", null));
                                                } else {
                                                    rename(name);
                                                }
                                            }),
                            this::lock);
            assertThat(outcomes.get(1)).isEmpty();
            outcomes.getFirst()
                    .ifPresent(
                            e -> assertThat(e).isInstanceOfAny(ProfileLocked.class, Stale.class));
            assertThat(entitiesInOrder()).last().isEqualTo("lock");
            if (!weighs) {
                assertThat(record().details().lastName())
                        .isEqualTo(outcomes.getFirst().isPresent() ? "Byron" : name);
            }
        }
    }

    private List<String> entitiesInOrder() {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select case when before ? 'locked_reason' then 'lock' else entity end from change
                        where customer_id = :id order by id
                        """
                                .replace(" ? ", " operator(pg_catalog.??) "))
                .param("id", ada)
                .query(String.class)
                .list();
    }

    @Test
    void theProgramIsToldInTheSameWordsEachTime() {
        var api =
                Cast.api(
                        EnumSet.complementOf(EnumSet.of(Permission.PROFILE_LOCK))
                                .toArray(Permission[]::new));
        var locker = Cast.api(Permission.PROFILE_VIEW, Permission.PROFILE_LOCK);
        String path = "/customers/" + ada;
        assertThat(locker.get(path + "/lock").status()).isEqualTo(404);
        Answer locked = locker.send("PUT", path + "/lock", Map.of("reason", WHY));
        assertThat(locked.status()).isEqualTo(200);
        assertThat(locked.etag()).isEqualTo(locker.get(path).etag());
        assertThat(locker.get(path + "/lock").json().get("by").asString()).isEqualTo("Test");
        Answer refused = api.patch(path, locked.etag(), Map.of("lastName", "Lovelace"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString())
                .isEqualTo("urn:clientele:refused:profile_locked");
        assertThat(refused.json().at("/reasons/0/code").asString()).isEqualTo("profile_locked");
        assertThat(refused.json().at("/reasons/0/message").asString()).contains(WHY);
        assertThat(api.get("/customers?locked=true").body()).contains(ada.toString());
        assertThat(api.get("/customers?locked=false").body()).doesNotContain(ada.toString());
        assertThat(locker.send("PUT", path + "/lock", Map.of()).status()).isEqualTo(422);
        assertThat(locker.send("DELETE", path + "/lock", null).json().get("lockedReason").isNull())
                .isTrue();
    }
}
