package app.clientele.imports.reading;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook; its first visible sheet with anything in it. */
record XlsxFile(Path path, int sheet, Limits limits) implements SheetFile {
    private static final int ROWS_LOOKED_AT = 100;

    static XlsxFile of(Path path, Limits limits) throws IOException {
        WorkbookGuard.check(path, limits);
        ReadableWorkbook book = workbook(path);
        try (book) {
            List<Sheet> sheets =
                    book.getSheets()
                            .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                            .toList();
            for (Sheet sheet : sheets) {
                if (!isEmpty(book, sheet, limits)) {
                    return new XlsxFile(path, sheet.getIndex(), limits);
                }
            }
        }
        throw new UnreadableFile("empty");
    }

    @Override
    public Stream<Line> lines() {
        try {
            ReadableWorkbook book = workbook(path);
            Sheet chosen = book.getSheet(sheet).orElseThrow(() -> new UnreadableFile("damaged"));
            return lines(book, chosen, limits).onClose(() -> close(book));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean longRowsAreShifted() {
        return false;
    }

    /**
     * The reader can't do cell formats without a list of styles, which small exporters leave out.
     */
    private static ReadableWorkbook workbook(Path path) throws IOException {
        try {
            return opened(path, true);
        } catch (UnreadableFile e) {
            return opened(path, false);
        }
    }

    private static ReadableWorkbook opened(Path path, boolean formats) throws IOException {
        return guarded(() -> {
            try {
                return new ReadableWorkbook(path.toFile(), new ReadingOptions(formats, true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean isEmpty(ReadableWorkbook book, Sheet sheet, Limits limits)
            throws IOException {
        try (Stream<Line> lines = lines(book, sheet, limits)) {
            return lines.limit(ROWS_LOOKED_AT).allMatch(Line::isBlank);
        }
    }

    private static Stream<Line> lines(ReadableWorkbook book, Sheet sheet, Limits limits)
            throws IOException {
        Stream<Row> rows =
                guarded(() -> {
                    try {
                        return sheet.openStream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return CsvFile.stream(new XlsxLines(rows.iterator(), limits)).onClose(rows::close);
    }

    /**
     * A damaged part shows itself as almost any exception of the parsers below; all say the same to
     * the person.
     */
    static <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableFile e) {
            throw e;
        } catch (ExcelReaderException
                | UncheckedStreamException
                | UncheckedIOException
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException
                | java.util.NoSuchElementException
                | java.time.DateTimeException
                | ArithmeticException e) {
            throw new UnreadableFile(e, "damaged");
        }
    }

    private static void close(ReadableWorkbook book) {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
