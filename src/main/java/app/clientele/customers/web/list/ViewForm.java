package app.clientele.customers.web.list;

import app.clientele.customers.list.SavedViews.ViewDetails;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved view being made, when it has no id yet, or changed.
 *
 * @param version the one the form began with
 * @param shows what the list is narrowed by, in words
 */
public record ViewForm(@Nullable UUID id, ViewDetails details, int version, List<String> shows) {
    public String action() {
        return "/customers/views" + (id == null ? "" : "/" + id);
    }

    public boolean shared() {
        return Boolean.TRUE.equals(details.shared());
    }

    public boolean pinned() {
        return !Boolean.FALSE.equals(details.pinned());
    }
}
