package app.clientele.site;

import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.util.regex.Pattern;

/** Keeps texts in files of values from being run by the spreadsheet program that opens them. */
public final class SpreadsheetText {
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@].*|[\\t\\r\\n].*");
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\\t|]");

    /**
     * Puts quotes around what a program would take apart that expects another separator than ours:
     * what follows it could be a formula.
     */
    public static final QuoteStrategy QUOTED =
            new QuoteStrategy() {
                @Override
                public boolean quoteValue(int line, int field, String value) {
                    return OTHER_SEPARATOR.matcher(value).find();
                }
            };

    private SpreadsheetText() {}

    /** With an apostrophe before what begins like a formula; our import takes it off. */
    public static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
