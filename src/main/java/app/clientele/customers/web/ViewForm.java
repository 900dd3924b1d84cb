package app.clientele.customers.web;

import app.clientele.customers.SavedViews.ViewDetails;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved view being made, when it has no id yet, or changed.
 *
 * @param version the one the form began with
 */
public record ViewForm(@Nullable UUID id, ViewDetails details, int version) {
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
