package app.clientele.imports.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * What one look through the whole file tells before anything is read from it.
 *
 * @param lastRow number of the last row with a customer; sums below it are left out
 * @param rows with something in them between header and last row
 * @param summaryRows left out at the end
 */
public record Survey(
        Header header,
        Mapping suggested,
        List<Column> columns,
        int lastRow,
        int rows,
        int summaryRows) {

    /**
     * A column for a person to judge.
     *
     * @param samples its first different values, shortened
     * @param filled rows with a value
     */
    public record Column(
            String header, List<String> samples, int filled, DateOrder.Evidence dates) {}

    /** Reads the whole file once; throws {@link UnreadableFile} when it is no list of customers. */
    public static Survey of(SheetFile file) {
        return new Surveyor().survey(file);
    }

    public Format format() {
        return suggested.format();
    }

    /**
     * In which order to read the dates, over all columns that hold dates; the usual order where the
     * file can't say.
     */
    public DateOrder.Verdict dates(Mapping mapping, DateOrder usual) {
        List<DateOrder.Evidence> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (mapping.target(i).kind() == Target.Kind.DATE) {
                found.add(columns.get(i).dates());
            }
        }
        return found.stream()
                .reduce(DateOrder.Evidence.NONE, DateOrder.Evidence::and)
                .verdict(usual);
    }
}
