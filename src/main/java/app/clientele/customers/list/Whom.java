package app.clientele.customers.list;

import app.clientele.shared.Invalid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom something is about: these customers, or all whom a list's query finds.
 *
 * @param query what the address of the list carries; absent for those named
 */
public record Whom(List<UUID> ids, @Nullable String query) {
    private static final int MOST = 10_000;

    /** These and no others. */
    public static Whom these(List<UUID> ids) {
        List<UUID> some = ids.stream().distinct().toList();
        if (some.isEmpty()) {
            throw new Invalid("customerIds", "choose_one");
        }
        if (some.size() > MOST) {
            throw new Invalid("customerIds", "too_many", MOST);
        }
        return new Whom(some, null);
    }

    /** All in this list: everybody in use when it asks for nothing. */
    public static Whom found(String query) {
        return new Whom(List.of(), ListQuery.parse(query).toString());
    }

    public boolean isAll() {
        return query != null;
    }

    public ListQuery list() {
        return ListQuery.parse(query == null ? "" : query);
    }
}
