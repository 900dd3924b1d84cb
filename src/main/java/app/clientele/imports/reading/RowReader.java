package app.clientele.imports.reading;

import java.util.List;

/** Turns the cells of a row into a customer. */
final class RowReader {
    private final List<String> headers;
    private final Mapping mapping;
    private final Choices choices;
    private final Dates dates;
    private final boolean longRowsAreShifted;

    RowReader(Header header, Mapping mapping, Choices choices, boolean longRowsAreShifted) {
        this.headers = header.names();
        this.mapping = mapping;
        this.choices = choices;
        this.dates = new Dates(choices.dates(), choices.today());
        this.longRowsAreShifted = longRowsAreShifted;
    }

    ReadRow read(Line line) {
        Problem fault = line.problem();
        if (fault != null && fault.severity() == Problem.Severity.ERROR) {
            return new ReadRow(line.row(), line.cells(), null, List.of(fault));
        }
        int width = width(line);
        if (longRowsAreShifted && width > headers.size()) {
            Problem shifted =
                    Problem.error(
                            "shifted", Integer.toString(width), Integer.toString(headers.size()));
            return new ReadRow(line.row(), line.cells(), null, List.of(shifted));
        }
        Draft draft = new Draft(mapping.format(), dates, choices.exported());
        if (fault != null) {
            draft.problems().add(fault);
        }
        for (int i = 0; i < width; i++) {
            read(draft, i, Texts.clean(line.cells().get(i)));
        }
        ReadCustomer customer = draft.customer();
        return new ReadRow(line.row(), line.cells(), customer, List.copyOf(draft.problems()));
    }

    private void read(Draft draft, int column, String text) {
        Target target = mapping.target(column);
        boolean name = target.kind() == Target.Kind.NAME;
        if (target == Target.IGNORE || (name ? Words.isEmptyName(text) : Words.isEmpty(text))) {
            return;
        }
        String header = column < headers.size() ? headers.get(column) : Header.letters(column);
        String field = mapping.field(column);
        if (field == null) {
            draft.put(target, header, text);
        } else {
            draft.own(field, target, header, text);
        }
    }

    private static int width(Line line) {
        int width = line.cells().size();
        while (width > 0 && line.cells().get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
