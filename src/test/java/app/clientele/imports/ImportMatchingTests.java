package app.clientele.imports;

import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.FILL_BLANKS;
import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.OVERWRITE;
import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.business.Businesses;
import app.clientele.customers.Locks;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows about people known already: who they are, and what becomes of them. */
@ClienteleTest
class ImportMatchingTests {
    @Autowired private Imports imports;
    @Autowired private ImportRows rows;
    @Autowired private ImportRun run;
    @Autowired private Businesses businesses;
    @Autowired private Locks locks;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(imports, businesses);
    }

    private String take(String list, OnDuplicate rule) {
        return Desk.counts(desk.take(list, rule));
    }

    @Test
    void theSameIdOfAnotherProductIsSomebodyElse() {
        String head = "Client id,First name,Last name,Email\n";
        take(head + "1,Anna,Berg,anna@example.com\n2,Bo,Lind,bo@example.com\n", SKIP);

        assertThat(take(head + "1,Anna,Lind,al@example.com\n2,Cem,Oz,cem@example.com\n", OVERWRITE))
                .isEqualTo("2/0/0/0/0");
        assertThat(take(head + "1,Anna,Berg,new@example.com\n2,Bob,Lind,bo@example.com\n", SKIP))
                .isEqualTo("0/0/0/2/0");
    }

    @Test
    void aWholeNameIsTheSameWhereverItParts() {
        take(
                "First name,Last name,Birthday\nAnna Maria,Berg,1990-03-14\nO'Neil,,1991-03-15\n",
                SKIP);
        String list =
                """
                First name,Middle name,Last name,Birthday
                Anna,Maria,Berg,1990-03-14
                Anna,,Maria-Berg,1990-03-14
                anna maria bérg,,,1990-03-14
                Oneil,,,1991-03-15
                Anna,,Maria Berg,1991-03-14
                Maria,,Anna Berg,1990-03-14
                """;
        assertThat(take(list, SKIP)).isEqualTo("2/0/0/4/0");
    }

    @Test
    void aTrialKnowsManyOfOneName() {
        String people =
                IntStream.range(0, 40)
                        .mapToObj(i -> "Anna,Berg,1950-03-%02d\n".formatted(1 + i % 28))
                        .collect(Collectors.joining("", "First name,Last name,Birthday\n", ""));
        Import trial = desk.start(desk.upload(people, SKIP), true);
        assertThat(Desk.counts(trial)).isEqualTo("28/0/0/12/0");
        assertThat(take(people, SKIP)).isEqualTo("28/0/0/12/0");
    }

    @Test
    void twoIdsAreOnePersonAcrossProductsAndTwoWithinAFile() {
        String head = "Client id,First name,Last name,Email\n";
        String two = "7,Anna,Berg,anna@example.com\n8,Anna,Berg,anna@example.com\n";
        assertThat(take(head + two, SKIP)).isEqualTo("2/0/0/0/0");
        assertThat(take(head + two, OVERWRITE)).isEqualTo("0/0/2/0/0");

        assertThat(take(head + "70,Anna,Berg,anna@example.com\n", SKIP)).isEqualTo("0/0/0/1/0");
        assertThat(take(head + "71,Anna,Lind,anna@example.com\n", SKIP)).isEqualTo("1/0/0/0/0");
    }

    @Test
    void notesOfThoseKnownAreAddedOnce() {
        String head = "First name,Email,Note,Shoe size\n";
        take("First name,Email\nMia,mia@example.com\n", SKIP);
        String list = head + "Mia,mia@example.com,Likes tea,38\n";

        Import trial = desk.start(desk.upload(list, FILL_BLANKS), true);
        assertThat(Desk.counts(trial)).isEqualTo("0/1/0/0/0");
        assertThat(take(list, FILL_BLANKS)).isEqualTo("0/1/0/0/0");
        assertThat(take(list, FILL_BLANKS)).isEqualTo("0/0/1/0/0");
        assertThat(take(list, OVERWRITE)).isEqualTo("0/0/1/0/0");

        assertThat(desk.column("body", "(select * from note order by position) n"))
                .hasSize(2)
                .satisfies(n -> assertThat(n.getFirst()).isEqualTo("Likes tea"))
                .satisfies(n -> assertThat(n.getLast()).contains("Shoe size: 38"));
    }

    @Test
    void aLockHoldsAgainstAnImportOfThoseWhoMayNotLock() {
        take("First name,Last name,Email\nMia,Old,mia@example.com\n", SKIP);
        UUID mia = UUID.fromString(desk.column("id", "customer").getFirst());
        desk.run(() -> locks.lock(mia, new Locks.LockDetails("Ours")));
        Caller importer =
                new Caller(
                        desk.business(),
                        null,
                        Caller.Door.API,
                        null,
                        Set.of(Permission.CUSTOMER_IMPORT));
        String list = "First name,Last name,Email,Note\nMia,New,mia@example.com,Likes tea\n";
        UUID id = desk.upload(list, OVERWRITE);
        importer.run(() -> imports.start(id, false));

        assertThat(Desk.counts(desk.ended(id))).isEqualTo("0/1/0/0/0");
        assertThat(desk.column("last_name", "customer")).containsExactly("Old");
        assertThat(desk.column("body", "note")).containsExactly("Likes tea");
        assertThat(desk.call(() -> rows.of(id, null, null, 9)).items().getFirst().reasons())
                .extracting(ImportRows.Reason::key)
                .containsExactly("imports.reason.locked_notes");

        UUID again = desk.upload(list, OVERWRITE);
        importer.run(() -> imports.start(again, false));
        assertThat(Desk.counts(desk.ended(again))).isEqualTo("0/0/0/1/0");
        assertThat(take(list, OVERWRITE)).isEqualTo("0/1/0/0/0");
        assertThat(desk.column("last_name", "customer")).containsExactly("New");
    }

    @Test
    void aRowThatWouldMakeARecordTooLongIsNotTakenAndStopsNobodyElse() {
        take("First name,Email,Tags\nMia,mia@example.com," + tags("a", 30) + "\n", SKIP);
        String list =
                "First name,Email,Tags\nMia,mia@example.com,"
                        + tags("b", 30)
                        + "\nBob,bob@example.com,b1\n";

        Import trial = desk.start(desk.upload(list, FILL_BLANKS), true);

        assertThat(Desk.counts(trial)).isEqualTo("1/0/0/0/1");
        assertThat(take(list, FILL_BLANKS)).isEqualTo("1/0/0/0/1");
        assertThat(
                        desk.column(
                                "reasons::text",
                                "(select * from import_row where verdict = 'error') r"))
                .hasSize(2)
                .allMatch(r -> r.contains("invalid.too_many"));
    }

    private static String tags(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).collect(Collectors.joining(";"));
    }

    /** Rows of one person after the other, in one batch and far apart, known and new. */
    @ParameterizedTest
    @EnumSource(OnDuplicate.class)
    void aTrialTellsWhatTheRunDoes(OnDuplicate rule) {
        take("First name,Last name,Email\nMia,Old,mia@example.com\n", SKIP);
        String others =
                IntStream.range(0, 2_100)
                        .mapToObj(i -> "P" + i + ",Q,p" + i + "@example.com,,,")
                        .collect(Collectors.joining("\n"));
        String people =
                """
                Ann,Lee,ann@example.com,,,
                Ann,Lee,ann@example.com,+46 70 123 45 60,Vip,
                Ann,Lee,,+46 70 123 45 60,vip,
                Mia,New,mia@example.com,+46 70 123 45 61,,Tea
                Mia,New,,+46 70 123 45 61,,Tea
                Mia,New,,+46 70 123 45 61,,Coffee
                Cem,Oz,,,,
                Cem,Oz,,,,
                """;
        String list =
                "First name,Last name,Email,Phone,Tags,Note\n" + people + others + "\n" + people;
        UUID id = desk.upload(list, rule);

        desk.start(id, true);
        List<String> tried = verdicts(id);
        desk.start(id, false);

        assertThat(verdicts(id)).isEqualTo(tried);
        assertThat(tried.subList(0, 8))
                .isEqualTo(
                        rule == SKIP
                                ? List.of(
                                        "create", "skip", "create", "skip", "create", "skip",
                                        "create", "create")
                                : List.of(
                                        "create",
                                        "update",
                                        "unchanged",
                                        "update",
                                        "unchanged",
                                        "update",
                                        "create",
                                        "create"));
    }

    private List<String> verdicts(UUID id) {
        return desk.column(
                "verdict",
                "(select * from import_row where import_id = '" + id + "' order by row) r");
    }

    @Test
    void aTrialThatWasCutOffBeginsAnew() {
        String list = "First name,Email\nMia,mia@example.com\nMia,mia@example.com\n";
        UUID id = desk.upload(list, SKIP);
        desk.start(id, true);
        TestDatabase.ownerClient()
                .sql(
                        "update import_batch set state = 'running', last_row = 2, created = 1, skipped = 0 where id = :id")
                .param("id", id)
                .update();
        TestDatabase.ownerClient()
                .sql("delete from import_row where import_id = :id and row = 3")
                .param("id", id)
                .update();

        desk.run(() -> run.proceed(id));

        assertThat(Desk.counts(desk.ended(id))).isEqualTo("1/0/0/1/0");
    }

    @Test
    void aLongNoteGoesOnInFurtherOnes() {
        String line = "word ".repeat(100).strip();
        String text = (line + "\n").repeat(50).strip();
        take("First name,Note\nMia,\"" + text + "\"\n", SKIP);

        List<String> notes = desk.column("body", "(select * from note order by position) n");
        assertThat(notes).hasSize(3).allMatch(n -> n.length() <= 9_000);
        assertThat(String.join("\n", notes)).isEqualTo(text);
    }

    @Test
    void languagesMayHaveTheirNames() {
        take(
                """
                First name,Language
                Ann,English
                Bob,Nederlands
                Cem,pt-br
                Dan,DE
                Eva,Klingonisch
                """,
                SKIP);

        assertThat(
                        desk.column(
                                "coalesce(language, '-')",
                                "(select * from customer order by first_name) c"))
                .containsExactly("en", "nl", "pt-BR", "de", "-");
        assertThat(desk.column("body", "note").getFirst()).contains("Language: Klingonisch");
    }
}
