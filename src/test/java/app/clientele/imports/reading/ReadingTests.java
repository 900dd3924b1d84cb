package app.clientele.imports.reading;

import static app.clientele.imports.reading.TestFiles.fixture;
import static app.clientele.imports.reading.TestFiles.open;
import static app.clientele.imports.reading.TestFiles.read;
import static app.clientele.imports.reading.TestFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReadingTests {
    @TempDir Path folder;

    @Test
    void readsTheGoodRowsOfABadFile() {
        Map<Integer, String> verdicts = new HashMap<>();
        for (ReadRow row : read(fixture("faults.csv"))) {
            verdicts.put(
                    row.row(),
                    row.problems().isEmpty() ? "" : row.problems().getFirst().key().substring(12));
            assertThat(row.customer() == null)
                    .isEqualTo(
                            row.problems().stream()
                                    .anyMatch(p -> p.severity() == Problem.Severity.ERROR));
        }

        assertThat(verdicts)
                .containsOnly(
                        entry(4, ""),
                        entry(5, "broken_quotes"),
                        entry(6, ""),
                        entry(7, ""),
                        entry(8, "unreadable_date"),
                        entry(9, "nul"),
                        entry(10, "shifted"),
                        entry(11, ""),
                        entry(13, "too_long"),
                        entry(14, "rounded_phone"),
                        entry(15, "no_email"),
                        entry(16, "only_last_name"),
                        entry(17, ""),
                        entry(18, ""),
                        entry(19, ""),
                        entry(20, ""),
                        entry(21, ""));
    }

    @Test
    void hasWordsForEveryFieldAndFault() {
        assertThat(Target.values())
                .filteredOn(t -> !t.isOwn())
                .allMatch(t ->
                        TestFiles.MESSAGES.containsKey(
                                "imports.target." + t.name().toLowerCase(Locale.ROOT)));
        assertThat(read(fixture("faults.csv")))
                .flatExtracting(ReadRow::problems)
                .allMatch(p -> TestFiles.MESSAGES.containsKey(p.key()));
    }

    @Test
    void keepsTheTextOfWhatItCanNotRead() {
        ReadRow wrong = read(fixture("faults.csv")).get(4);

        assertThat(customer(wrong).extras())
                .containsExactly(entry("Birthday", "31/02/1990"), entry("Newsletter", "maybe"));
        assertThat(wrong.problems())
                .containsExactly(
                        Problem.warning("Birthday", "unreadable_date", "31/02/1990"),
                        Problem.warning("Newsletter", "not_yes_or_no", "maybe"));
    }

    @Test
    void takesNamesForNamesAndFormulasForTexts() {
        List<ReadRow> rows = read(fixture("faults.csv"));
        ReadCustomer nobody = customer(rows, 19);
        ReadCustomer formula = customer(rows, 20);

        assertThat(nobody.firstName()).isEqualTo("Null");
        assertThat(nobody.lastName()).isEqualTo("None");
        assertThat(nobody.notes()).isEmpty();
        assertThat(formula.firstName()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(formula.lastName()).isEqualTo("+Formula");
        assertThat(formula.phones().getFirst().number()).isEqualTo("0100 000 013");
    }

    private static ReadCustomer customer(List<ReadRow> rows, int number) {
        return customer(rows.stream().filter(r -> r.row() == number).findFirst().orElseThrow());
    }

    private static ReadCustomer customer(ReadRow row) {
        return Objects.requireNonNull(row.customer());
    }

    @Test
    void decidesTheOrderOfDatesOverTheWholeFile() {
        assertThat(dates("1/2/1990", "13/2/1990"))
                .isEqualTo(new DateOrder.Verdict(DateOrder.DAY_FIRST, false, false, "1/2/1990"));
        assertThat(dates("1/2/1990", "2/13/1990"))
                .isEqualTo(new DateOrder.Verdict(DateOrder.MONTH_FIRST, false, false, "1/2/1990"));
        assertThat(dates("1/2/1990", "3/4/1990"))
                .isEqualTo(new DateOrder.Verdict(DateOrder.MONTH_FIRST, true, false, "1/2/1990"));
        assertThat(dates("1990-02-01", "5/5/1990"))
                .isEqualTo(new DateOrder.Verdict(DateOrder.MONTH_FIRST, false, false, null));
        assertThat(dates("13/2/1990", "2/13/1990", "1/2/1990", "14/1/1990"))
                .isEqualTo(new DateOrder.Verdict(DateOrder.DAY_FIRST, true, true, "1/2/1990"));
    }

    private DateOrder.Verdict dates(String... dates) {
        Survey survey =
                Survey.of(open(text(folder, "Name,Birthday\nAnn," + String.join("\nAnn,", dates))));
        return survey.dates(survey.suggested(), DateOrder.MONTH_FIRST);
    }

    @Test
    void knowsHowPeopleUsuallyWriteDates() {
        assertThat(DateOrder.usualIn(Locale.US)).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(DateOrder.usualIn(Locale.UK)).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(DateOrder.usualIn(Locale.GERMANY)).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(DateOrder.usualIn(Locale.JAPAN)).isEqualTo(DateOrder.DAY_FIRST);
    }

    @Test
    void readsAFileWithoutHeaders() {
        ReadCustomer ann =
                customer(read(text(folder, "Ann,ann@example.com\nBob,bob@example.com\n")), 1);

        assertThat(ann.emails()).containsExactly("ann@example.com");
        assertThat(ann.extras()).containsExactly(entry("A", "Ann"));
    }

    @Test
    void neverTakesASilenceOrAMissingOptOutForConsent() {
        List<ReadRow> rows =
                read(
                        text(
                                folder,
                                "Name,Newsletter,SMS opt in,Opt out\nA,,yes,no\nB,yes,,yes\nC,x,,\n"));

        assertThat(rows)
                .extracting(r -> customer(r).marketingEmail())
                .containsExactly(null, false, null);
        assertThat(rows)
                .extracting(r -> customer(r).marketingSms())
                .containsExactly(true, false, null);
    }

    @Test
    void namesColumnsThatHaveNoneOrTheSame() {
        Survey survey = Survey.of(open(text(folder, "Name,Colour,Colour,\nAnn,red,blue,x\n")));

        assertThat(survey.header().names()).containsExactly("Name", "Colour", "Colour (2)", "D");
    }

    @Test
    void keepsAMappingAsJsonAndFindsItAgain() {
        Mapping mapping = Survey.of(open(fixture("square.csv"))).suggested().with(0, Target.TAGS);
        JsonMapper json = JsonMapper.shared();

        Mapping kept = json.readValue(json.writeValueAsString(mapping), Mapping.class);

        assertThat(kept).isEqualTo(mapping);
        assertThat(kept.columns().getFirst().target()).isEqualTo(Target.TAGS);
        assertThat(kept.fingerprint())
                .isEqualTo(Survey.of(open(fixture("square.csv"))).suggested().fingerprint());
        assertThat(mapping.with(1, Target.EXTERNAL_ID).claimedTwice())
                .containsExactly(Target.EXTERNAL_ID);
    }

    @Test
    void findsTheDayAFileWasMadeInItsName() {
        assertThat(Choices.dayIn("export-20260314-101500.csv"))
                .isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(Choices.dayIn("clients 2026-03-14.xlsx")).isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(Choices.dayIn("clients 20261399.csv")).isNull();
        assertThat(Choices.dayIn("clients.csv")).isNull();
    }

    @Test
    void dropsSumsOnlyAtTheEnd() {
        Survey survey =
                Survey.of(
                        open(
                                text(
                                        folder,
                                        "Name,Email,Paid\nTotal,total@example.com,1\nAnn,,2\nTotal,,3\nGrand total: 2,,\n")));

        assertThat(survey.rows()).isEqualTo(2);
        assertThat(survey.summaryRows()).isEqualTo(2);
        assertThat(survey.lastRow()).isEqualTo(3);
    }

    @Test
    void takesNobodyForASumWhereNoColumnHoldsNames() {
        Survey survey = Survey.of(open(text(folder, "Wie,Mail adres\nLotte,l@example.be\nJan,\n")));

        assertThat(survey.rows()).isEqualTo(2);
    }
}
