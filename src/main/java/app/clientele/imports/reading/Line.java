package app.clientele.imports.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the file.
 *
 * @param row as a spreadsheet program numbers it, from 1
 * @param problem why its cells can't be trusted
 */
public record Line(int row, List<String> cells, @Nullable Problem problem) {
    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return problem == null;
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
