package app.clientele.customers.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.erasing.ErasureRules.RuleDetails;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class RetentionTests {
    @Autowired private RetentionRun run;
    @Autowired private Retention retention;
    @Autowired private ErasureRules rules;
    @Autowired private Erasures erasures;
    @Autowired private Customers customers;
    @Autowired private CustomerList list;
    @Autowired private Notes notes;

    private UUID longGone = new UUID(0, 0);
    private UUID lately = new UUID(0, 1);

    @BeforeEach
    void two() {
        rule(2);
        longGone = somebody();
        lately = somebody();
        Cast.mia().run(() -> notes.add(lately, new NoteDetails("Was here", "general", false)));
        TestDatabase.ownerClient()
                .sql(
                        "update customer set updated_at = now() - interval '3 years' where id in (:both)")
                .param("both", List.of(longGone, lately))
                .update();
        TestDatabase.ownerClient()
                .sql("update change set at = now() - interval '3 years' where customer_id = :gone")
                .param("gone", longGone)
                .update();
    }

    private UUID somebody() {
        return Cast.mia().call(() -> customers.create(People.named("Ida", "Old").details()).id());
    }

    private void rule(@org.jspecify.annotations.Nullable Integer years) {
        Cast.mia()
                .run(() -> rules.change(new RuleDetails(30, years, 20), rules.current().version()));
    }

    private void pass() {
        app.clientele.shared.Caller.application(
                        Cast.mia().business(), app.clientele.shared.Caller.Door.JOB)
                .run(run::run);
    }

    private List<UUID> flagged() {
        return Cast.mia()
                .call(() ->
                        list.all(
                                list.filter(ListQuery.parse("erasure=flagged").filter()),
                                null,
                                100));
    }

    private static void dueNow(UUID customer) {
        TestDatabase.ownerClient()
                .sql(
                        "update retention_notice set due_on = current_date - 2 where customer_id = :id")
                .param("id", customer)
                .update();
    }

    @Test
    void whoeverWasNotSeenIsListedFirstAndThenWaits() {
        pass();
        assertThat(flagged()).contains(longGone).doesNotContain(lately);
        var notice =
                Cast.mia().call(() -> retention.flagged(null, 100)).items().stream()
                        .filter(n -> n.customerId().equals(longGone))
                        .findFirst()
                        .orElseThrow();
        assertThat(notice.dueOn())
                .isBetween(
                        LocalDate.now(ZoneOffset.UTC).plusDays(18),
                        LocalDate.now(ZoneOffset.UTC).plusDays(22));
        assertThat(Cast.mia().pages().get("/customers/" + longGone).body())
                .contains("Not seen for long");
        dueNow(longGone);
        pass();
        Erasure waiting =
                Objects.requireNonNull(Cast.mia().call(() -> erasures.preview(longGone)).waiting());
        assertThat(waiting.why()).isEqualTo(Erasure.Why.RETENTION);
        assertThat(waiting.by()).isNull();
        Cast.mia().run(() -> erasures.undo(longGone));
        pass();
        assertThat(flagged()).as("kept for a year").doesNotContain(longGone);
    }

    @Test
    void whoeverIsKeptOrSeenAgainIsLeftAlone() {
        pass();
        Cast.mia().run(() -> retention.keep(longGone));
        assertThat(flagged()).doesNotContain(longGone);
        dueNow(longGone);
        pass();
        Cast.mia().run(() -> assertThat(customers.get(longGone).eraseAt()).isNull());
        TestDatabase.ownerClient()
                .sql(
                        "update retention_notice set kept_until = current_date - 2 where customer_id = :id")
                .param("id", longGone)
                .update();
        pass();
        assertThat(flagged()).as("asked about again").contains(longGone);
        Cast.mia().run(() -> notes.add(longGone, new NoteDetails("Is back", "general", false)));
        pass();
        assertThat(flagged()).doesNotContain(longGone);
    }

    @Test
    void withoutARuleNobodyIsFlagged() {
        pass();
        assertThat(flagged()).contains(longGone);
        rule(null);
        pass();
        assertThat(flagged()).isEmpty();
    }
}
