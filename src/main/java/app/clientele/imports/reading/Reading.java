package app.clientele.imports.reading;

import java.util.List;
import java.util.stream.Stream;

/** Reads the customers of a file, one row at a time, in order. */
public final class Reading {
    private final SheetFile file;
    private final Survey survey;
    private final RowReader reader;

    /**
     * @param survey of the same file
     */
    public Reading(SheetFile file, Survey survey, Mapping mapping, Choices choices) {
        this.file = file;
        this.survey = survey;
        this.reader = new RowReader(survey.header(), mapping, choices, file.longRowsAreShifted());
    }

    /** Blank rows are left out; close the stream. */
    public Stream<ReadRow> rows() {
        List<String> header = survey.header().names();
        return file.lines()
                .dropWhile(line -> line.row() <= survey.header().row())
                .takeWhile(line -> line.row() <= survey.lastRow())
                .filter(line -> !line.isBlank() && !line.cells().equals(header))
                .map(reader::read);
    }
}
