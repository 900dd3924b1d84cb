package app.clientele.imports.reading;

import static app.clientele.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTests {
    private static final String[] PIECES = {
        "a", "Ann", " ", ",", ";", "\t", "|", "\"", "\"\"", "'", "\n", "\r\n", "é", "ß", "Ж", "山",
        "ع", "😀", "=", "+1", "0", "x\u0301"
    };

    @TempDir Path folder;

    record Table(List<List<String>> rows, char separator, boolean quoted, boolean marked) {}

    @Test
    void readsWhatAnyWriterOfCsvWrote() {
        forAll(300, RoundTripTests::table, this::survivesCsv);
    }

    @Test
    void readsWhatAWriterOfWorkbooksWrote() {
        forAll(60, RoundTripTests::table, this::survivesXlsx);
    }

    private static Table table(RandomGenerator random) {
        int columns = random.nextInt(2, 8);
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            header.add("Column" + i);
        }
        rows.add(header);
        for (int i = random.nextInt(30, 60); i > 0; i--) {
            List<String> row = new ArrayList<>(List.of("x"));
            while (row.size() < columns) {
                row.add(cell(random));
            }
            rows.add(row);
        }
        char separator = ",;\t|".charAt(random.nextInt(4));
        return new Table(rows, separator, random.nextBoolean(), random.nextBoolean());
    }

    private static String cell(RandomGenerator random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    private void survivesCsv(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = writer(table).build(text)) {
            table.rows().forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path file =
                table.marked()
                        ? TestFiles.text(folder, "\uFEFF" + text, StandardCharsets.UTF_16LE)
                        : TestFiles.text(folder, text.toString());

        assertThat(TestFiles.cells(file)).isEqualTo(table.rows());
    }

    private static CsvWriter.CsvWriterBuilder writer(Table table) {
        return CsvWriter.builder()
                .fieldSeparator(table.separator())
                .quoteStrategy(table.quoted() ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED);
    }

    private void survivesXlsx(Table table) {
        Path file =
                Workbooks.write(
                        folder.resolve("list.xlsx"),
                        book -> {
                            Worksheet sheet = book.newWorksheet("List");
                            for (int i = 0; i < table.rows().size(); i++) {
                                Workbooks.row(sheet, i, table.rows().get(i).toArray());
                            }
                        });

        List<List<String>> read = TestFiles.cells(file);

        assertThat(read).hasSameSizeAs(table.rows());
        for (int i = 0; i < read.size(); i++) {
            assertThat(padded(read.get(i), table.rows().get(i).size()))
                    .isEqualTo(unified(table.rows().get(i)));
        }
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> all = new ArrayList<>(unified(row));
        while (all.size() < width) {
            all.add("");
        }
        return all;
    }

    /**
     * A parser of XML makes every end of line a line feed; blanks alone at the end of a row are no
     * cells.
     */
    private static List<String> unified(List<String> row) {
        List<String> cells =
                new ArrayList<>(row.stream().map(c -> c.replace("\r\n", "\n")).toList());
        for (int i = cells.size() - 1; i >= 0 && cells.get(i).isBlank(); i--) {
            cells.set(i, "");
        }
        return cells;
    }
}
