package app.clientele.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a longer list.
 *
 * @param next where the next page begins, or nothing at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** Makes a page of rows read with a limit of one more than shown. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> shown = List.copyOf(rows.subList(0, limit));
        return new Page<>(shown, cursor.apply(shown.getLast()));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
