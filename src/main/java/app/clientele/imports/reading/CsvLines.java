package app.clientele.imports.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV text. The library gives up at the first quote that is wrong; here that costs only
 * the line the row began on, and reading goes on with the next.
 */
final class CsvLines implements Iterator<Line>, AutoCloseable {
    private final CsvReader.CsvReaderBuilder settings;
    private final CsvCells cells;
    private final Tape tape;
    private final Limits limits;
    private CloseableIterator<List<String>> records;
    private int row;
    private @Nullable Line next;

    CsvLines(Reader text, char separator, Limits limits) {
        this.limits = limits;
        this.cells = new CsvCells(limits);
        this.tape = new Tape(text, cells::startingLine);
        this.settings =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(2 * limits.maxCellLength() + (1 << 16));
        this.records = settings.build(cells, tape).iterator();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Line next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Line line = next;
        next = null;
        return line;
    }

    private @Nullable Line read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            List<String> values = records.next();
            return new Line(nextRow(), values, cells.problem());
        } catch (CsvParseException e) {
            return broken();
        }
    }

    private Line broken() {
        try {
            String text = tape.skipLine();
            records = settings.build(cells, tape).iterator();
            Problem problem =
                    tape.skipped() > limits.maxCellLength()
                            ? Problem.error("too_long", Integer.toString(limits.maxCellLength()))
                            : Problem.error("broken_quotes");
            return new Line(nextRow(), List.of(text), problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int nextRow() {
        if (++row > limits.maxRows()) {
            throw new UnreadableFile("too_many_rows", limits.maxRows());
        }
        return row;
    }

    @Override
    public void close() {
        try {
            tape.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
