package app.clientele.imports.reading;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the cells of one row and remembers what was wrong with them. */
final class CsvCells extends CsvCallbackHandler<List<String>> {
    private static final char NUL = 0;
    private static final char REPLACEMENT = '\uFFFD';

    private static final int LONGEST_ROW_IN_CELLS = 20;

    private final Limits limits;
    private final String[] values;
    private int count;
    private int length;
    private long startingLine = 1;
    private @Nullable Problem problem;

    CsvCells(Limits limits) {
        this.limits = limits;
        this.values = new String[limits.maxColumns()];
    }

    /** Line the current row begins on, counted from where reading was last taken up. */
    long startingLine() {
        return startingLine;
    }

    @Nullable Problem problem() {
        return problem;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        startingLine = startingLineNumber;
        count = 0;
        length = 0;
        problem = null;
    }

    @Override
    protected void addField(char[] buf, int offset, int len, boolean quoted) {
        length += len + 1;
        if (length > LONGEST_ROW_IN_CELLS * limits.maxCellLength()) {
            throw new CsvParseException("row too long");
        }
        if (count == values.length) {
            problem = Problem.error("too_many_columns", Integer.toString(limits.maxColumns()));
            return;
        }
        if (len > limits.maxCellLength()) {
            problem = Problem.error("too_long", Integer.toString(limits.maxCellLength()));
        }
        values[count++] = checked(new String(buf, offset, Math.min(len, limits.maxCellLength())));
    }

    private String checked(String value) {
        if (value.indexOf(NUL) >= 0) {
            problem = Problem.error("nul");
        } else if (value.indexOf(REPLACEMENT) >= 0 && problem == null) {
            problem = Problem.warning(null, "broken_character");
        }
        return value;
    }

    @Override
    protected List<String> buildRecord() {
        return Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(values, count)));
    }

    @Override
    protected void setEmpty() {
        values[0] = "";
        count = 1;
    }

    @Override
    protected void setComment(char[] buf, int offset, int len) {
        throw new IllegalStateException("comments are off");
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }
}
