package app.clientele.customers.list;

import app.clientele.customers.list.CustomerSort.Place;
import app.clientele.customers.list.ListPlaces.Found;
import app.clientele.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks through customers in the order of a custom field: along the index of its values, then
 * through those that have none. Backward, the other way round.
 */
final class CustomWalk {
    private static final String VALUES =
            """
            select c.id, %s k0, v.value k1, c.id k2 from custom_value v
            join customer c on c.business_id = :business and c.id = v.customer_id
            where v.business_id = :business and v.field = '%s' and %s order by v.value %s, v.customer_id %4$s limit %s
            """;

    private static final String REST =
            """
            select c.id, %s k0, '' k1, c.id k2 from customer c
            where not exists (select from custom_value v
                where v.business_id = :business and v.customer_id = c.id and v.field = '%s') and %s order by c.id %s limit %s
            """;

    private final Sql sql;
    private final String field;
    private final CustomerSort sort;
    private final @Nullable Place place;
    private final boolean backward;

    CustomWalk(Sql sql, String field, CustomerSort sort, @Nullable Place place) {
        this.sql = sql;
        this.field = field;
        this.sort = sort;
        this.place = place;
        this.backward = place != null && place.backward();
    }

    List<Found> walk(Supplier<ListConditions> conditions, int most) {
        boolean inRest = place != null && !place.values().getFirst().equals(mark(true));
        List<Found> found = new ArrayList<>(part(inRest, inRest, conditions.get(), most));
        if (inRest == backward && found.size() < most) {
            found.addAll(part(!inRest, inRest, conditions.get(), most - found.size()));
        }
        return found;
    }

    /** How the order marks those that have a value, or have none. */
    private int mark(boolean said) {
        return said == sort.descending() ? 1 : 0;
    }

    private List<Found> part(boolean rest, boolean inRest, ListConditions conditions, int most) {
        boolean down = sort.descending() != backward;
        if (place != null && rest == inRest) {
            String sign = down ? "<" : ">";
            conditions.add(
                    (rest ? "c.id %s :k2" : "(v.value, v.customer_id) %s (:k1, :k2)")
                            .formatted(sign),
                    Map.of("k1", place.values().get(1), "k2", place.values().getLast()));
        }
        return sql.of(
                        (rest ? REST : VALUES)
                                .formatted(
                                        mark(!rest), field, conditions, down ? "desc" : "", most))
                .params(conditions.params())
                .query((row, number) -> ListPlaces.found(row, sort))
                .list();
    }
}
