package app.clientele.customers;

import app.clientele.customers.CustomerDetails.BarredStaff;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The lists of preferred and barred staff as columns keep them. */
@Component
public class StaffLists {
    private static final String NOBODY = "[]";

    private final JsonMapper json;
    private final ObjectReader preferred;
    private final ObjectReader barred;

    StaffLists(JsonMapper json) {
        this.json = json;
        this.preferred = json.readerForListOf(Preferred.class);
        this.barred = json.readerForListOf(BarredStaff.class);
    }

    /** An entry of the column {@code preferred_staff}. */
    record Preferred(UUID staffId) {}

    public String preferred(CustomerDetails details) {
        return details.preferredStaffIds().isEmpty()
                ? NOBODY
                : json.writeValueAsString(
                        details.preferredStaffIds().stream().map(Preferred::new).toList());
    }

    public String barred(CustomerDetails details) {
        return details.barredStaff().isEmpty()
                ? NOBODY
                : json.writeValueAsString(details.barredStaff());
    }

    List<UUID> preferred(String column) {
        return column.equals(NOBODY)
                ? List.of()
                : preferred.<List<Preferred>>readValue(column).stream()
                        .map(Preferred::staffId)
                        .toList();
    }

    List<BarredStaff> barred(String column) {
        return column.equals(NOBODY) ? List.of() : barred.readValue(column);
    }

    /** Everybody that details name, preferred or barred. */
    static List<UUID> all(@Nullable CustomerDetails details) {
        return details == null
                ? List.of()
                : Stream.concat(
                                details.preferredStaffIds().stream(),
                                details.barredStaff().stream()
                                        .map(BarredStaff::staffId)
                                        .filter(java.util.Objects::nonNull))
                        .toList();
    }
}
