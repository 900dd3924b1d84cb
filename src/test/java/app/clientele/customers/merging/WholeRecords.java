package app.clientele.customers.merging;

import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.customers.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything there is about some customers, in every table of the map. */
final class WholeRecords {
    /** They tell what happened. */
    private static final List<String> TELLING = List.of("change", "customer_merge");

    private WholeRecords() {}

    /** The rows by table, to the last byte but for versions and the time of the last change. */
    static Map<String, List<String>> of(UUID... ids) {
        Map<String, List<String>> all = new TreeMap<>();
        for (PersonalData module : Cast.beans(PersonalData.class)) {
            for (PersonalData.Table table : module.tables()) {
                if (table.customerColumn() != null && !TELLING.contains(table.name())) {
                    all.put(table.name(), rows(table.name(), table.customerColumn(), ids));
                }
            }
        }
        return all;
    }

    private static List<String> rows(String table, @Nullable String column, UUID... ids) {
        return TestDatabase.ownerClient()
                .sql(
                        "select (to_jsonb(t) - 'updated_at' - 'version')::text from %s t where %s = any(:ids) order by 1"
                                .formatted(table, column))
                .param("ids", ids)
                .query(String.class)
                .list();
    }
}
