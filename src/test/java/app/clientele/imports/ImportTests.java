package app.clientele.imports;

import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.OVERWRITE;
import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.SKIP;
import static app.clientele.customers.choices.Choices.Kind.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.choices.Choices;
import app.clientele.imports.reading.Workbooks;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of other products become customers, once, completely, and may be taken back. */
@ClienteleTest
class ImportTests {
    private static final Path FIXTURES = Path.of("src/test/resources/imports");
    private static final String MIA =
            """
            First Name,Last Name,Email,Phone,Birthday
            Mia,New,mia@example.com,+46 70 123 45 67,1990-03-14
            """;

    @Autowired private Imports imports;
    @Autowired private ImportRows rows;
    @Autowired private ImportRun run;
    @Autowired private Businesses businesses;
    @Autowired private Customers customers;
    @Autowired private Choices choices;
    @TempDir private Path folder;
    private Desk desk; // a new one for each test

    @BeforeEach
    void open() {
        desk = Desk.open(imports, businesses);
    }

    @Test
    void takesTheListsOfAllProducts() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("acuity.csv", "3/0/0/0/0");
        expected.put("booksy.csv", "3/0/0/0/0");
        expected.put("dutch.csv", "2/0/0/0/0");
        expected.put("faults.csv", "12/0/0/1/4");
        expected.put("fresha.csv", "6/0/0/0/0");
        expected.put("fresha-it.csv", "2/0/0/0/0");
        expected.put("fresha-sv.csv", "2/0/0/0/0");
        expected.put("german.csv", "2/0/0/0/0");
        expected.put("japanese.csv", "2/0/0/0/0");
        expected.put("mindbody-api.csv", "2/0/0/0/0");
        expected.put("mindbody-report.csv", "3/0/0/0/0");
        expected.put("phorest.csv", "2/0/0/0/0");
        expected.put("phorest-exercise.csv", "2/0/0/0/0");
        expected.put("spanish.csv", "2/0/0/0/0");
        expected.put("square.csv", "3/0/0/0/1");
        Map<String, Desk> desks = new LinkedHashMap<>();
        Map<String, UUID> started = new LinkedHashMap<>();
        for (String file : expected.keySet()) {
            Desk own = Desk.open(imports, businesses);
            desks.put(file, own);
            started.put(file, own.upload(FIXTURES.resolve(file), SKIP));
            own.run(() -> imports.start(started.get(file), false));
        }
        Map<String, String> told = new LinkedHashMap<>();
        started.forEach((file, id) -> told.put(file, Desk.counts(desks.get(file).ended(id))));

        assertThat(told).isEqualTo(expected);
        desks.forEach((file, own) ->
                assertThat(own.count("customer"))
                        .as(file)
                        .isEqualTo(Integer.parseInt(told.get(file).replaceFirst("/.*", ""))));
    }

    @Test
    void keepsEveryColumnOfVagarosWorkbook() {
        Import told = desk.start(desk.upload(Workbooks.vagaro(folder), SKIP), false);

        assertThat(Desk.counts(told)).isEqualTo("2/0/0/0/0");
        assertThat(told.format()).isEqualTo("Vagaro");
        String all = everything();
        assertThat(all)
                .contains("Mia", "Okafor", "mia@example.com", "12 Larch Rd", "Boise", "83702")
                .contains("Tom Baker", "VIP", "Sensitive skin", "2019-05-02")
                .contains("Amount Paid: $1,234.56", "No Shows/Cancellations: ($20.00)")
                .contains("Employee Seen: Ewa", "Points Earned: 310", "Check-Ins: 29")
                .contains("Appointments Booked: 31", "Classes Booked: 2", "Membership: Gold")
                .doesNotContain("---", "NONE of the options", "Accepts marketing");
        assertThat(desk.column("birth_year || '-' || birth_month || '-' || birth_day", "customer"))
                .containsExactlyInAnyOrder("1990-3-14", "1992-2-29");
    }

    private String everything() {
        return List.of("customer", "customer_address", "note", "choice").stream()
                .flatMap(table -> desk.column("to_jsonb(" + table + ")::text", table).stream())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void assumesNoConsent() {
        desk.start(desk.upload(FIXTURES.resolve("fresha.csv"), SKIP), false);

        List<String> notes = desk.column("body", "note");
        assertThat(notes).filteredOn(n -> n.contains("Accepts marketing")).hasSize(4);
        assertThat(notes).filteredOn(n -> n.contains("by text: yes")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SKIP, 0/0/0/6/0", "FILL_BLANKS, 0/0/6/0/0", "OVERWRITE, 0/0/6/0/0"})
    void changesNothingTheSecondTime(OnDuplicate rule, String expected) {
        desk.start(desk.upload(FIXTURES.resolve("fresha.csv"), rule), false);
        String before = everything();

        Import again = desk.start(desk.upload(FIXTURES.resolve("fresha.csv"), rule), false);

        assertThat(Desk.counts(again)).isEqualTo(expected);
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "SKIP, 0/0/0/1/0, Old, 0, ",
        "FILL_BLANKS, 0/1/0/0/0, Old, 1, 1990",
        "OVERWRITE, 0/1/0/0/0, New, 1, 1990"
    })
    void treatsThoseKnownAsAsked(
            OnDuplicate rule, String counts, String last, String phones, String year) {
        desk.take("First Name,Last Name,Email\nMia,Old,mia@example.com\n", SKIP);

        Import told = desk.take(MIA, rule);

        assertThat(Desk.counts(told)).isEqualTo(counts);
        assertThat(desk.column("last_name", "customer")).containsExactly(last);
        assertThat(desk.column("jsonb_array_length(phones)", "customer")).containsExactly(phones);
        assertThat(desk.column("birth_year", "customer")).containsExactly(year);
    }

    @Test
    void keepsAFamilyApart() {
        Import told =
                desk.take(
                        """
                        First Name,Last Name,Email,Phone
                        Anna,Berg,berg@example.com,+46 70 123 45 67
                        Bo,Berg,berg@example.com,+46 70 123 45 67
                        Anna,Berg,berg@example.com,
                        """,
                        SKIP);

        assertThat(Desk.counts(told)).isEqualTo("2/0/0/1/0");
    }

    @Test
    void triesWithoutEffect() {
        UUID id = desk.upload(FIXTURES.resolve("fresha.csv"), SKIP);

        Import tried = desk.start(id, true);

        assertThat(Desk.counts(tried)).isEqualTo("6/0/0/0/0");
        assertThat(tried.dryRun()).isTrue();
        assertThat(desk.call(() -> rows.of(id, null, null, 50)).items())
                .extracting(ImportRows.Row::customer)
                .contains("Mia Okafor", "Ελένη Παπαδοπούλου");
        assertThat(desk.count("customer") + desk.count("note")).isZero();
        assertThat(Desk.counts(desk.start(id, false))).isEqualTo("6/0/0/0/0");
        assertThatThrownBy(() -> desk.start(id, false)).isInstanceOf(Refused.class);
    }

    @Test
    void writesWhoseDoingItWasIntoTheHistory() {
        desk.take("First Name,Last Name,Email\nMia,Old,mia@example.com\n", SKIP);
        Import told = desk.take(MIA, OVERWRITE);

        assertThat(
                        desk.column(
                                "source || ' ' || operation",
                                "(select * from change where entity = 'customer' and cause = '"
                                        + told.id()
                                        + "') c"))
                .containsExactly("import update");
    }

    @Test
    void takesBackWhatNobodyTouchedSince() {
        desk.take("First Name,Last Name,Email\nMia,Old,mia@example.com\n", SKIP);
        Import told =
                desk.take(
                        MIA + "Ann,Lee,ann@example.com,,\nBob,Lee,bob@example.com,,\n", OVERWRITE);
        assertThat(Desk.counts(told)).isEqualTo("2/1/0/0/0");
        UUID bob =
                UUID.fromString(
                        desk.column("id", "(select * from customer where first_name = 'Bob') c")
                                .getFirst());
        desk.call(() -> customers.change(bob, ImportTests::renamed));

        Import undone = desk.undo(told.id());

        assertThat(undone.state()).isEqualTo(Import.State.UNDONE);
        assertThat(desk.column("first_name || ' ' || last_name", "customer"))
                .containsExactlyInAnyOrder("Mia Old", "Bob Worked");
        assertThat(undone.removed()).isEqualTo(1);
        assertThat(undone.kept()).isEqualTo(1);
        assertThat(desk.column("jsonb_array_length(phones)", "customer")).containsOnly("0");
        assertThatThrownBy(() -> desk.undo(told.id())).isInstanceOf(Refused.class);
    }

    @Test
    void takesBackTheWordsItAddedUnlessTheyAreInUse() {
        String head = "First Name,Email,Tags,Status,Referral source\n";
        desk.take(head + "Mia,mia@example.com,Old,,\n", SKIP);
        Import told =
                desk.take(
                        head
                                + "Ann,ann@example.com,Loose;Worked on,Lost,Radio\n"
                                + "Bob,bob@example.com,Used;Old,Kept,Poster\n",
                        OVERWRITE);
        assertThat(desk.column("name", "choice"))
                .contains("Loose", "Lost", "Radio", "Used", "Kept", "Poster");
        UUID bob =
                UUID.fromString(
                        desk.column("id", "(select * from customer where first_name = 'Bob') c")
                                .getFirst());
        UUID workedOn =
                UUID.fromString(
                        desk.column("id", "(select * from choice where name = 'Worked on') c")
                                .getFirst());
        desk.run(() ->
                choices.change(TAG, workedOn, new Choices.ChoiceDetails("Worked on", "red"), 1));
        desk.call(() -> customers.change(bob, ImportTests::renamed));

        desk.undo(told.id());

        assertThat(desk.column("name", "choice"))
                .contains("Old", "Used", "Kept", "Worked on")
                .doesNotContain("Loose", "Lost", "Radio", "Poster"); // Bob no longer has his
    }

    private static CustomerDetails renamed(CustomerDetails d) {
        return new CustomerDetails(
                d.firstName(),
                null,
                "Worked",
                null,
                d.emails(),
                d.phones(),
                List.of(),
                null,
                null,
                null,
                null,
                d.status(),
                null,
                null,
                null,
                d.tags(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                java.util.Map.of());
    }

    @Test
    void showsNothingToAnotherBusiness() {
        Import told = desk.take(MIA, SKIP);
        Desk other = Desk.open(imports, businesses);

        assertThatThrownBy(() -> other.call(() -> imports.get(told.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.undo(told.id())).isInstanceOf(NotFound.class);
        assertThat(other.call(() -> imports.all(null, 10)).items()).isEmpty();
        assertThat(other.call(() -> rows.of(told.id(), null, null, 10)).items()).isEmpty();
    }

    @Test
    void goesOnWhereItWasCutOff() {
        String people =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "P" + i + ",p" + i + "@example.com")
                        .collect(Collectors.joining("\n"));
        UUID id = desk.upload("First Name,Email\n" + people, SKIP);
        owner("update import_batch set state = 'running', dry_run = false where id = :id", id);
        // a row told already cannot be told again: the second batch of rows breaks off
        owner(
                "insert into import_row (business_id, import_id, row, verdict) select business_id, id, 3000, 'skip' from import_batch where id = :id",
                id);
        assertThatThrownBy(() -> desk.run(() -> run.proceed(id))).isNotNull();
        assertThat(desk.count("customer")).isEqualTo(2_000);

        owner("delete from import_row where import_id = :id and row = 3000", id);
        desk.run(() -> run.proceed(id));

        assertThat(Desk.counts(desk.ended(id))).isEqualTo("5000/0/0/0/0");
        assertThat(desk.column("first_name", "customer")).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(desk.count("import_row")).isEqualTo(5_000);
    }

    private static void owner(String statement, UUID id) {
        TestDatabase.ownerClient().sql(statement).param("id", id).update();
    }

    @Test
    void discardsAFileThatWasNotTakenIn() {
        UUID id = desk.upload(MIA, SKIP);
        desk.start(id, true);

        desk.run(() -> imports.discard(id));

        assertThatThrownBy(() -> desk.call(() -> imports.get(id))).isInstanceOf(NotFound.class);
        assertThat(desk.count("import_row")).isZero();
        Import taken = desk.take(MIA, SKIP);
        assertThatThrownBy(() -> desk.run(() -> imports.discard(taken.id())))
                .isInstanceOf(Refused.class);
    }
}
