package app.clientele.imports.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet of a workbook, as text. */
final class XlsxLines implements Iterator<Line> {
    private final Iterator<Row> rows;
    private final Limits limits;
    private int last;

    XlsxLines(Iterator<Row> rows, Limits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    @Override
    public boolean hasNext() {
        return XlsxFile.guarded(rows::hasNext);
    }

    @Override
    public Line next() {
        Row row = XlsxFile.guarded(rows::next);
        last = Math.max(last + 1, row.getRowNum());
        if (last > limits.maxRows()) {
            throw new UnreadableFile("too_many_rows", limits.maxRows());
        }
        return XlsxFile.guarded(() -> line(row));
    }

    private Line line(Row row) {
        int width = width(row);
        List<String> cells = new ArrayList<>(Math.min(width, limits.maxColumns()));
        Problem problem =
                width <= limits.maxColumns()
                        ? null
                        : Problem.error("too_many_columns", Integer.toString(limits.maxColumns()));
        for (int i = 0; i < Math.min(width, limits.maxColumns()); i++) {
            String text = XlsxCells.text(row.getCell(i));
            if (text.length() > limits.maxCellLength()) {
                problem = Problem.error("too_long", Integer.toString(limits.maxCellLength()));
                text = text.substring(0, limits.maxCellLength());
            }
            cells.add(text);
        }
        return new Line(last, cells, problem);
    }

    /** Formatted but empty cells often run to the sheet's last column; they are no width. */
    private static int width(Row row) {
        int width = row.getCellCount();
        while (width > 0 && isEmpty(row.getCell(width - 1))) {
            width--;
        }
        return width;
    }

    private static boolean isEmpty(@Nullable Cell cell) {
        return cell == null || cell.getText().isBlank();
    }
}
