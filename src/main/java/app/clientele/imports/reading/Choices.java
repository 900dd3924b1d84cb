package app.clientele.imports.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a file can't say themselves.
 *
 * @param today of the business
 * @param exported day the file was made, when known
 */
public record Choices(DateOrder dates, LocalDate today, @Nullable LocalDate exported) {
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(20\\d{2})[-_.]?([01]\\d)[-_.]?([0-3]\\d)(?!\\d)");

    /** The day in names such as {@code export-20260314-101500.csv}, null without one. */
    public static @Nullable LocalDate dayIn(String fileName) {
        Matcher found = DATE.matcher(fileName);
        try {
            return found.find()
                    ? LocalDate.of(number(found, 1), number(found, 2), number(found, 3))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
