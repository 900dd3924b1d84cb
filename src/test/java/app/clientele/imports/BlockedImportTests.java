package app.clientele.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import app.clientele.business.Businesses;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the product they come from did not let book online is not let here either. */
@ClienteleTest
class BlockedImportTests {
    private static final String RULES = "o.rule || ':' || coalesce(o.reason, '')";

    @Autowired private Imports imports;
    @Autowired private Businesses businesses;

    private Desk desk;

    @BeforeEach
    void business() {
        desk = Desk.open(imports, businesses);
    }

    @Test
    void aBlockBecomesARuleAndNothingElseDoes() {
        desk.take(
                """
                First name,Email,Blocked,Block reason
                Ada,ada@example.com,yes,Never came
                Bea,bea@example.com,no,
                Cem,cem@example.com,,
                """,
                OnDuplicate.SKIP);
        assertThat(desk.column(RULES, "online_booking o")).containsExactly("block:Never came");
        assertThat(desk.count("note")).isZero();
    }

    @Test
    void itIsTakenBackWithTheImport() {
        String known = "First name,Email\nAda,ada@example.com\nBea,bea@example.com\n";
        desk.take(known, OnDuplicate.SKIP);
        String blocked =
                "First name,Email,Blocked\nAda,ada@example.com,yes\nDan,d@example.com,yes\n";
        Import trial = desk.start(desk.upload(blocked, OnDuplicate.FILL_BLANKS), true);
        assertThat(Desk.counts(trial)).isEqualTo("1/1/0/0/0");
        assertThat(desk.count("online_booking")).isZero();
        Import taken = desk.take(blocked, OnDuplicate.FILL_BLANKS);
        assertThat(Desk.counts(taken)).isEqualTo("1/1/0/0/0");
        assertThat(desk.count("online_booking")).isEqualTo(2);
        Import again = desk.take(blocked, OnDuplicate.FILL_BLANKS);
        assertThat(Desk.counts(again)).isEqualTo("0/0/2/0/0");
        desk.undo(again.id());
        desk.undo(taken.id());
        assertThat(desk.count("online_booking")).isZero();
        assertThat(desk.count("customer")).isEqualTo(2);
    }
}
