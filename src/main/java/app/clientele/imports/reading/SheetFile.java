package app.clientele.imports.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A file of rows and columns, whatever it is written in; may be read any number of times. */
public sealed interface SheetFile permits CsvFile, XlsxFile {

    /** Looks at the content, never at the name. */
    static SheetFile open(Path path, Limits limits) throws IOException {
        return switch (FileKind.of(path)) {
            case TEXT -> CsvFile.of(path, limits);
            case ZIP -> XlsxFile.of(path, limits);
            case EMPTY -> throw new UnreadableFile("empty");
            case OLD_EXCEL -> throw new UnreadableFile("old_excel");
            case ENCRYPTED -> throw new UnreadableFile("encrypted");
            case PDF -> throw new UnreadableFile("pdf");
            case MARKUP -> throw new UnreadableFile("markup");
            case BINARY -> throw new UnreadableFile("binary");
        };
    }

    /**
     * All rows in order, blank ones included; close the stream. Throws {@link UnreadableFile} on
     * the way.
     */
    Stream<Line> lines();

    /** Whether a row longer than the header means that its cells have shifted. */
    boolean longRowsAreShifted();
}
