package app.clientele.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.business.Businesses;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFieldDetails.OptionDetails;
import app.clientele.customers.custom.CustomFields;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Columns of a file go to the business's own fields. */
@ClienteleTest
class CustomFieldImportTests {
    private static final String LIST =
            """
            First name,Email,Skin type,Patch test,Post,Score,Days
            Ada,ada@example.com,dry,31/12/2025,ja,"1.234,5","Mon; Tue"
            Bea,bea@example.com,Wet,2025-02-03,no,3,
            Cem,cem@example.com,,31/02/2025,no,3,
            Dan,dan@example.com,Oily,,maybe,3,
            """;

    @Autowired private Imports imports;
    @Autowired private Businesses businesses;
    @Autowired private CustomFields fields;

    private Desk desk;

    @BeforeEach
    void business() {
        desk = Desk.open(imports, businesses);
    }

    private void define() {
        desk.run(() -> {
            add("Skin type", Type.CHOICE, "Dry", "Oily");
            add("Patch test", Type.DATE);
            add("Post", Type.YES_NO);
            add("Score", Type.NUMBER);
            add("Days", Type.CHOICES, "Mon", "Tue");
        });
    }

    private void add(String label, Type type, String... options) {
        fields.add(
                new CustomFieldDetails(
                        null,
                        label,
                        type,
                        null,
                        null,
                        false,
                        false,
                        false,
                        Arrays.stream(options)
                                .map(o -> new OptionDetails(null, o, false))
                                .toList()));
    }

    @Test
    void columnsOfThatNameGoThereAndWrongValuesAreNamedInTheTrial() {
        define();
        UUID id = desk.upload(LIST, OnDuplicate.SKIP);
        Import trial = desk.start(id, true);
        assertThat(Desk.counts(trial)).isEqualTo("1/0/0/0/3");
        assertThat(desk.count("customer")).isZero();
        assertThat(desk.column("coalesce(reasons::text, '')", "import_row"))
                .anyMatch(r -> r.contains("customFields.skin_type") && r.contains("no_option"))
                .anyMatch(r -> r.contains("customFields.patch_test"))
                .anyMatch(r -> r.contains("customFields.post"));
        Import done = desk.start(id, false);
        assertThat(Desk.counts(done)).isEqualTo("1/0/0/0/3");
        assertThat(desk.column("custom::text", "customer").getFirst())
                .contains("\"skin_type\": \"dry\"")
                .contains("\"patch_test\": \"2025-12-31\"")
                .contains("\"post\": true")
                .contains("\"score\": 1234.5")
                .contains("[\"mon\", \"tue\"]");
        assertThat(desk.count("custom_value")).isEqualTo(6);
    }

    @Test
    void blanksAreFilledAndAnUndoEmptiesThemAgain() {
        define();
        desk.take("First name,Email,Score\nAda,ada@example.com,1\n", OnDuplicate.SKIP);
        String more = "First name,Email,Score,Skin type\nAda,ada@example.com,2,Dry\n";
        Import filled = desk.take(more, OnDuplicate.FILL_BLANKS);
        assertThat(desk.column("custom::text", "customer"))
                .containsExactly("{\"score\": 1, \"skin_type\": \"dry\"}");
        desk.undo(filled.id());
        assertThat(desk.column("custom::text", "customer")).containsExactly("{\"score\": 1}");
        Import over = desk.take(more, OnDuplicate.OVERWRITE);
        assertThat(desk.column("custom::text", "customer"))
                .containsExactly("{\"score\": 2, \"skin_type\": \"dry\"}");
        desk.undo(over.id());
        assertThat(desk.column("custom::text", "customer")).containsExactly("{\"score\": 1}");
    }

    @Test
    void aFieldNeededSinceKeepsItsValueAndStopsNothingElse() {
        define();
        desk.take("First name,Email\nAda,ada@example.com\n", OnDuplicate.SKIP);
        String more = "First name,Email,Score,Skin type\nAda,ada@example.com,2,Dry\n";
        Import filled = desk.take(more, OnDuplicate.FILL_BLANKS);
        desk.run(() -> {
            CustomField score =
                    fields.all(true).stream()
                            .filter(f -> f.key().equals("score"))
                            .findFirst()
                            .orElseThrow();
            fields.change(score.id(), required(score.details()), score.version());
        });

        Import undone = desk.undo(filled.id());

        assertThat(undone.state()).isEqualTo(Import.State.UNDONE);
        assertThat(undone.kept()).isEqualTo(1);
        assertThat(desk.column("custom::text", "customer")).containsExactly("{\"score\": 2}");
    }

    private static CustomFieldDetails required(CustomFieldDetails d) {
        return new CustomFieldDetails(
                d.key(),
                d.label(),
                d.type(),
                d.help(),
                d.section(),
                true,
                d.shownInPortal(),
                d.editableInPortal(),
                d.options());
    }

    @Test
    void aDateAheadStaysAhead() {
        define();
        desk.take("First name,Patch test\nAda,31/12/27\n", OnDuplicate.SKIP);
        assertThat(desk.column("custom::text", "customer"))
                .containsExactly("{\"patch_test\": \"2027-12-31\"}");
    }

    @Test
    void anUnknownColumnBecomesAFieldOnThePage() {
        PageClient mia = Cast.mia().pages();
        String list = "First name,Locker\nAda,7\nBea,12\n";
        String path = mia.upload("/imports", "file", "list.csv", list).location();
        assertThat(mia.get(path).body()).contains("new.number");
        Answer planned =
                mia.post(
                        path + "/columns",
                        "c0",
                        "first_name",
                        "c1",
                        "new.number",
                        "onDuplicate",
                        "skip");
        assertThat(planned.status()).as(planned.body()).isEqualTo(303);
        List<CustomField> made = Cast.mia().call(() -> fields.all(true));
        assertThat(made).extracting(CustomField::label).containsExactly("Locker");
        assertThat(made.getFirst().type()).isEqualTo(Type.NUMBER);
        var mapping =
                Cast.mia()
                        .call(() ->
                                imports.get(UUID.fromString(path.substring("/imports/".length())))
                                        .mapping());
        assertThat(mapping.columns().get(1).field()).isEqualTo("locker");
        assertThat(
                        mia.post(
                                        path + "/columns",
                                        "c0",
                                        "own.locker",
                                        "c1",
                                        "own.locker",
                                        "onDuplicate",
                                        "skip")
                                .status())
                .isIn(303, 422);
    }
}
