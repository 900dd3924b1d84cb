package app.clientele.imports;

import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.OVERWRITE;
import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import app.clientele.business.Business;
import app.clientele.business.BusinessSettings;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.choices.Choices;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An import is taken back as far as it can be, and what can't is counted. */
@ClienteleTest
class ImportUndoTests {
    private static final String OLD =
            """
            First name,Last name,Email,Status
            Mia,Old,mia@example.com,Former
            Bob,Lee,bob@example.com,
            """;
    private static final String NEW =
            """
            First name,Last name,Email,Phone,Status,Gender
            Mia,New,mia@example.com,+46 70 123 45 67,Now,female
            Bob,Lind,bob@example.com,+46 70 123 45 68,Now,male
            """;

    @Autowired private Imports imports;
    @Autowired private Businesses businesses;
    @Autowired private Customers customers;
    @Autowired private Choices choices;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(imports, businesses);
    }

    private static BusinessSettings settings(Business b) {
        return new BusinessSettings(
                b.name(),
                b.kind(),
                b.country(),
                b.currency(),
                b.zone().getId(),
                b.language(),
                b.languages(),
                b.features(),
                true);
    }

    private String told(String name) {
        return desk.column(
                        "concat_ws(' ', last_name, jsonb_array_length(phones), gender, (select s.name from choice s where s.id = status_id))",
                        "(select * from customer where first_name = '" + name + "') c")
                .getFirst();
    }

    private void edit(String name, Consumer<CustomerDetails.Draft> change) {
        UUID id =
                UUID.fromString(
                        desk.column(
                                        "id",
                                        "(select * from customer where first_name = '"
                                                + name
                                                + "') c")
                                .getFirst());
        desk.call(() -> customers.change(id, d -> d.with(change)));
    }

    private Import undone(Import taken, int kept) {
        Import undone = desk.undo(taken.id());
        assertThat(undone.state()).isEqualTo(Import.State.UNDONE);
        assertThat(undone.kept()).isEqualTo(kept);
        return undone;
    }

    @Test
    void aStatusThatIsGoneStopsNothingElse() {
        desk.take(OLD, SKIP);
        Import taken = desk.take(NEW, OVERWRITE);
        assertThat(Desk.counts(taken)).isEqualTo("0/2/0/0/0");
        UUID former =
                UUID.fromString(
                        desk.column("id", "(select * from choice where name = 'Former') c")
                                .getFirst());
        desk.run(() -> choices.delete(Choices.Kind.STATUS, former));

        undone(taken, 1);

        assertThat(told("Mia")).isEqualTo("Old 0 Now");
        assertThat(told("Bob")).isEqualTo("Lee 0");
    }

    @Test
    void aLastNameNeededSinceStopsNothingElse() {
        desk.take("First name,Email\nMia,mia@example.com\nBob,bob@example.com\n", SKIP);
        Import taken = desk.take(NEW, OVERWRITE);
        desk.run(() -> {
            Business present = businesses.current();
            businesses.change(settings(present), present.version());
        });

        undone(taken, 2);

        assertThat(told("Mia")).isEqualTo("New 0");
        assertThat(told("Bob")).isEqualTo("Lind 0");
    }

    @Test
    void whatSomebodyWorkedOnSinceStaysAndTheRestReturns() {
        desk.take(OLD, SKIP);
        Import taken = desk.take(NEW, OVERWRITE);
        edit("Mia", d -> d.lastName = "Worked");

        undone(taken, 1);

        assertThat(told("Mia")).isEqualTo("Worked 0 Former");
        assertThat(told("Bob")).isEqualTo("Lee 0");
    }

    @Test
    void whoStandsTwiceInTheFileIsCountedOnce() {
        desk.take(OLD, SKIP);
        Import taken =
                desk.take(
                        NEW
                                + "Mia,New,mia@example.com,+46 70 123 45 69,Now,female\n"
                                + "Ann,Lee,ann@example.com,,,\nAnn,Lee,ann@example.com,+46 70 1,,\n",
                        OVERWRITE);
        assertThat(Desk.counts(taken)).isEqualTo("1/4/0/0/0");
        edit("Mia", d -> d.lastName = "Worked");

        Import undone = undone(taken, 1);

        assertThat(undone.removed()).isEqualTo(1);
        assertThat(told("Mia")).isEqualTo("Worked 0 Former");
    }
}
