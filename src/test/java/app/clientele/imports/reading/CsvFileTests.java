package app.clientele.imports.reading;

import static app.clientele.imports.reading.TestFiles.cells;
import static app.clientele.imports.reading.TestFiles.lines;
import static app.clientele.imports.reading.TestFiles.text;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFileTests {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir Path folder;

    static Stream<Arguments> spectrum() {
        return Stream.of(
                given("comma in quotes", "first,last\nJohn,\"Doe, Jr\"\n", "John", "Doe, Jr"),
                given("nothing between separators", "a,b,c\n1,\"\",\"\"\n", "1", "", ""),
                given("nothing and returns", "a,b,c\r\n1,,\r\n", "1", "", ""),
                given("quotes inside", "a,b\n1,\"ha \"\"ha\"\" ha\"\n", "1", "ha \"ha\" ha"),
                given(
                        "json",
                        "k,v\n1,\"{\"\"type\"\": \"\"Point\"\"}\"\n",
                        "1",
                        "{\"type\": \"Point\"}"),
                given("line feed inside", "a,b\n1,\"two\nlines\"\n", "1", "two\nlines"),
                given("return inside", "a,b\r\n1,\"two\r\nlines\"\r\n", "1", "two\r\nlines"),
                given("quotes and line feeds", "a,b\n1,\"x \"\"\ny\"\"\"\n", "1", "x \"\ny\""),
                given("plain", "a,b,c\n1,2,3\n", "1", "2", "3"),
                given("no end of line at the end", "a,b\n1,2", "1", "2"),
                given("returns alone", "a,b\r1,2\r", "1", "2"),
                given("quote inside an open cell", "a,b\n5\" heel,2\n", "5\" heel", "2"),
                given("UTF-8", "a,b\nʤ,ᴀ\n", "ʤ", "ᴀ"),
                given("semicolons", "a;b\n1,5;2\n", "1,5", "2"),
                given("tabs", "a\tb\n1,5\t2;3\n", "1,5", "2;3"),
                given("bars", "a|b\n1|2\n", "1", "2"),
                given("declared separator", "sep=;\na;b\n1;2\n", "1", "2"));
    }

    private static Arguments given(String what, String text, String... cells) {
        return Arguments.of(what, text, List.of(cells));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spectrum")
    void reads(String what, String text, List<String> second) {
        assertThat(cells(text(folder, text)).get(1)).isEqualTo(second);
    }

    @Test
    void findsOutTheCharacterSet() {
        String text = "Vorname;Name\nJürgen;Müßig €\n";

        assertThat(cells(text(folder, text, WINDOWS)).get(1)).containsExactly("Jürgen", "Müßig €");
        assertThat(cells(text(folder, text)).get(1)).containsExactly("Jürgen", "Müßig €");
        assertThat(cells(text(folder, "\uFEFF" + text)).getFirst())
                .containsExactly("Vorname", "Name");
        assertThat(cells(text(folder, text, UTF_16)).get(1)).containsExactly("Jürgen", "Müßig €");
        assertThat(cells(text(folder, "\uFEFF" + text, UTF_16LE)).getFirst())
                .containsExactly("Vorname", "Name");
    }

    @Test
    void findsTheFirstAccentInTheLastRow() {
        String text = "a,b\n" + "1,2\n".repeat(100_000) + "é,ü\n";

        assertThat(cells(text(folder, text, WINDOWS)).getLast()).containsExactly("é", "ü");
        assertThat(cells(text(folder, text)).getLast()).containsExactly("é", "ü");
    }

    @Test
    void keepsGoodCharactersWhenOneIsBroken() {
        byte[] bytes =
                ("a,b\n" + "Ελένη,Ζωή\n".repeat(20) + "x?,y\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xE9;

        List<Line> lines = lines(TestFiles.bytes(folder, bytes));

        assertThat(lines.get(1).cells()).containsExactly("Ελένη", "Ζωή");
        assertThat(lines.getLast().problem()).isEqualTo(Problem.warning(null, "broken_character"));
    }

    @Test
    void givesUpOnlyTheLineWithABrokenQuote() {
        List<Line> lines =
                lines(
                        text(
                                folder,
                                "a,b\n1,\"open\n2,two\n3,\"three\"x\n\"4\",\"four\nlines\"\n5,\"never closed\n6,six\n"));

        assertThat(lines).extracting(Line::row).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(lines)
                .filteredOn(l -> l.problem() == null)
                .extracting(l -> l.cells().getFirst())
                .containsExactly("a", "2", "4", "6");
        assertThat(lines.get(1).cells()).containsExactly("1,\"open");
    }

    @Test
    void goesOnAfterABrokenQuoteFarFromTheEnd() {
        StringBuilder text = new StringBuilder("a,b\r\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i % 20_000 == 9_999 ? "\"x" : "x").append(i).append(",y\r\n");
        }

        List<Line> lines = lines(text(folder, text.toString()));

        assertThat(lines.size()).isEqualTo(100_001);
        assertThat(lines)
                .filteredOn(l -> l.problem() != null)
                .hasSize(5)
                .first()
                .extracting(l -> l.cells().getFirst())
                .isEqualTo("\"x9999,y");
        assertThat(lines.get(10_001).cells()).containsExactly("x10000", "y");
    }

    @Test
    void saysWhatIsTooMuch() {
        String tooWide = "x,".repeat(250);
        String tooLong = "y".repeat(100_001);
        String endless = "z".repeat(3_000_000);

        List<Line> lines =
                lines(
                        text(
                                folder,
                                "a,b\n"
                                        + tooWide
                                        + "\n1,"
                                        + tooLong
                                        + "\n2,"
                                        + endless
                                        + "\n3,nu\0l\n4,ok\n"));

        assertThat(lines)
                .extracting(l -> l.problem() == null ? "" : l.problem().key())
                .containsExactly(
                        "",
                        "imports.row.too_many_columns",
                        "imports.row.too_long",
                        "imports.row.too_long",
                        "imports.row.nul",
                        "");
        assertThat(lines.getLast().cells()).containsExactly("4", "ok");
    }

    @Test
    void stopsAtTooManyRows() {
        Limits few = new Limits(10, 200, 100_000, 1 << 20, 1 << 20, 10, 200);
        CsvFile file = new CsvFile(text(folder, "a,b\n".repeat(11)), WINDOWS, ',', false, few);

        assertThatThrownBy(() -> drain(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("too_many_rows");
    }

    @Test
    void countsBlankRows() {
        assertThat(lines(text(folder, "a,b\n\n\n1,2\n")))
                .extracting(Line::row)
                .containsExactly(1, 2, 3, 4);
    }

    private static void drain(SheetFile file) {
        try (Stream<Line> lines = file.lines()) {
            new ArrayList<>(lines.toList());
        }
    }
}
