package app.clientele.imports.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the file and what was read from it.
 *
 * @param row its number as a spreadsheet program shows it
 * @param cells as they stand in the file, for the file of errors
 * @param customer null when the row can't be used; then one of the problems is an error
 */
public record ReadRow(
        int row, List<String> cells, @Nullable ReadCustomer customer, List<Problem> problems) {}
