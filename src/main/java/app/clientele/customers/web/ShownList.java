package app.clientele.customers.web;

import app.clientele.customers.CustomerList;
import app.clientele.customers.CustomerRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the list with the addresses of its neighbours. */
public record ShownList(
        List<CustomerRow> rows,
        long count,
        @Nullable String query,
        @Nullable String previous,
        @Nullable String next) {
    /** Whether there are more than anybody counts. */
    public boolean isBeyondCount() {
        return count > CustomerList.COUNTED;
    }
}
