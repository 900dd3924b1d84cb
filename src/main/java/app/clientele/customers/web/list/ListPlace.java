package app.clientele.customers.web.list;

import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's place in a list, with the way to the neighbours. */
public record ListPlace(ListQuery query, int at, long count, CustomerList.Neighbours neighbours) {
    public boolean isBeyondCount() {
        return count > CustomerList.COUNTED;
    }

    public @Nullable String previous() {
        return path(neighbours.previous(), at - 1);
    }

    public @Nullable String next() {
        return path(neighbours.next(), at + 1);
    }

    private @Nullable String path(@Nullable UUID id, int place) {
        String list = URLEncoder.encode(query.toString(), StandardCharsets.UTF_8);
        return id == null
                ? null
                : "/customers/" + id + "?list=" + list + "&at=" + Math.max(1, place);
    }
}
