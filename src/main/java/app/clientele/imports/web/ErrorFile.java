package app.clientele.imports.web;

import app.clientele.imports.ImportRows.Row;
import app.clientele.site.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rows that were left out, as they stood in the file, each with its reason: to be put right and
 * sent again.
 */
final class ErrorFile implements AutoCloseable {
    private static final Pattern DASHES = Pattern.compile("-*");

    private final CsvWriter writer;
    private final int columns;

    ErrorFile(OutputStream out, List<String> headers, String reason) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF'); // spreadsheet programs guess another character set without it
        this.writer = CsvWriter.builder().quoteStrategy(SpreadsheetText.QUOTED).build(text);
        this.columns = headers.size();
        write(headers, reason);
    }

    void add(Row row, String reason) {
        write(row.cells(), reason);
    }

    /** The reason stands behind the last column; a row with too many cells keeps them beyond it. */
    private void write(List<String> cells, String reason) {
        List<String> line = new ArrayList<>(cells.stream().map(ErrorFile::harmless).toList());
        while (line.size() < columns) {
            line.add("");
        }
        line.add(columns, harmless(reason));
        writer.writeRecord(line);
    }

    /** Dashes stand for nothing in some programs' files, and are no formula. */
    private static String harmless(String cell) {
        return DASHES.matcher(cell).matches() ? cell : SpreadsheetText.harmless(cell);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
