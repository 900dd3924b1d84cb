package app.clientele.site;

import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are short enough to be read whole. */
public final class Slices {
    private Slices() {}

    public static <T> Page<T> of(
            List<T> all, Function<T, UUID> id, @Nullable String cursor, @Nullable Integer limit) {
        Cursor from = Cursor.parse(cursor, 1);
        int start = from == null ? 0 : after(all.stream().map(id).toList(), from.id(0));
        return Page.of(
                all.subList(start, all.size()),
                Limits.of(limit),
                last -> Cursor.of(id.apply(last)));
    }

    private static int after(List<UUID> ids, UUID last) {
        int at = ids.indexOf(last);
        if (at < 0) {
            throw new Invalid("cursor", "cursor");
        }
        return at + 1;
    }
}
