package app.clientele.imports.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Goes through a file once and counts. */
final class Surveyor {
    private static final int END = 10;

    private final List<ColumnTally> columns = new ArrayList<>();
    private final Deque<Line> end = new ArrayDeque<>();
    private int rows;
    private int lastRow;

    Survey survey(SheetFile file) {
        try (Stream<Line> lines = file.lines()) {
            return survey(lines.iterator());
        }
    }

    private Survey survey(Iterator<Line> lines) {
        List<Line> start = new ArrayList<>();
        while (start.size() < Header.ROWS_LOOKED_AT && lines.hasNext()) {
            start.add(lines.next());
        }
        Header header = header(start);
        header.names().forEach(name -> columns.add(new ColumnTally()));
        start.stream().filter(line -> line.row() > header.row()).forEach(this::count);
        lines.forEachRemaining(this::count);
        return result(header);
    }

    private static Header header(List<Line> start) {
        if (start.stream().allMatch(Line::isBlank)) {
            throw new UnreadableFile("empty");
        }
        Line broad = start.getLast();
        if (broad.problem() != null && start.stream().allMatch(Surveyor::isTooBroad)) {
            throw new UnreadableFile("too_many_columns", broad.problem().args().getFirst());
        }
        Header header = Header.in(start);
        String other = Format.otherList(header.names());
        if (other != null) {
            throw new UnreadableFile("list_of." + other);
        }
        return header;
    }

    private static boolean isTooBroad(Line line) {
        return line.problem() != null && line.problem().key().endsWith("too_many_columns");
    }

    private void count(Line line) {
        if (line.isBlank()) {
            return;
        }
        rows++;
        lastRow = line.row();
        end.addLast(line);
        if (end.size() > END) {
            end.removeFirst();
        }
        if (line.problem() == null) {
            tally(line);
        }
    }

    private void tally(Line line) {
        for (int i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
            columns.get(i).add(line.cells().get(i));
        }
    }

    private Survey result(Header header) {
        if (rows == 0) {
            throw new UnreadableFile("no_rows");
        }
        Mapping mapping = new Suggestion(header, columns).mapping();
        int sums = 0;
        while (end.size() > 1 && isSummary(end.getLast(), mapping)) {
            end.removeLast();
            sums++;
        }
        List<Survey.Column> seen = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            seen.add(columns.get(i).column(header.names().get(i)));
        }
        int last = end.isEmpty() ? lastRow : end.getLast().row();
        return new Survey(header, mapping, List.copyOf(seen), last, rows - sums, sums);
    }

    /** "Total", "Grand total: 12"; or figures alone, with nobody's name, mail or phone. */
    private static boolean isSummary(Line line, Mapping mapping) {
        if (line.problem() != null) {
            return false;
        }
        boolean somebody = false;
        boolean reachable = false;
        String first = "";
        for (int i = 0; i < line.cells().size(); i++) {
            String text = Texts.clean(line.cell(i));
            Target target = mapping.target(i);
            first = first.isEmpty() ? text : first;
            somebody |= target.identifies() && !Words.isEmptyName(text);
            reachable |=
                    (target == Target.EMAIL && text.contains("@"))
                            || target == Target.EXTERNAL_ID && !text.isEmpty();
        }
        // where no column is known to hold names, any text may be one
        boolean knowsNames = mapping.columns().stream().anyMatch(c -> c.target().names());
        return !reachable && ((knowsNames && !somebody) || Words.isSummary(first));
    }
}
