package app.clientele.imports.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a row or with one of its cells.
 *
 * @param column header of the cell, null when it is the row
 * @param key of the message, with args
 */
public record Problem(Severity severity, @Nullable String column, String key, List<String> args) {
    /** An error leaves no customer to import; a warning leaves one value out and keeps its text. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Problem error(String reason, String... args) {
        return new Problem(Severity.ERROR, null, "imports.row." + reason, List.of(args));
    }

    static Problem warning(@Nullable String column, String reason, String... args) {
        return new Problem(Severity.WARNING, column, "imports.row." + reason, List.of(args));
    }
}
