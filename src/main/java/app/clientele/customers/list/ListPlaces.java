package app.clientele.customers.list;

import app.clientele.customers.list.CustomerSort.Place;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who is on a page of the list. Limits stand in the statements, so that plans are kept. */
@Component
class ListPlaces {
    private final Sql sql;

    ListPlaces(Sql sql) {
        this.sql = sql;
    }

    /** A customer and the values that give their place in the order. */
    record Found(UUID id, List<String> keys) {}

    /**
     * The first in an order, visited one by one until enough fit.
     *
     * @param conditions those of the filter, each time anew
     */
    List<Found> walk(
            CustomerSort sort,
            @Nullable Place place,
            Supplier<ListConditions> conditions,
            int most) {
        if (sort.field() != null) {
            return new CustomWalk(sql, sort.field(), sort, place).walk(conditions, most);
        }
        ListConditions all = conditions.get();
        sort.goOn(place, all);
        boolean backward = place != null && place.backward();
        return sql.of(
                        "select c.id, %s from customer c where %s order by %s limit %s"
                                .formatted(sort.selected(), all, sort.orderBy(backward), most))
                .params(all.params())
                .query((row, number) -> found(row, sort))
                .list();
    }

    /** The first in an order, out of all that fit; nothing when more than so many fit. */
    @Nullable List<Found> gather(
            CustomerSort sort,
            boolean backward,
            ListConditions conditions,
            int most,
            int gathered) {
        List<Found> found = new ArrayList<>();
        boolean[] all = {true};
        sql.of(
                        """
                        with gathered as materialized (select c.id, %s from %s where %s limit %s)
                        select p.*, (select count(*) from gathered) < %4$s all_there from gathered p order by %s limit %s
                        """
                                .formatted(
                                        sort.selected(),
                                        sort.from(),
                                        conditions,
                                        gathered,
                                        sort.orderBySelected(backward),
                                        most))
                .params(conditions.params())
                .query(row -> {
                    all[0] = row.getBoolean("all_there");
                    found.add(found(row, sort));
                });
        return all[0] ? found : null;
    }

    /** Where a customer stands in an order; nothing when there is no such customer. */
    List<String> keys(CustomerSort sort, UUID customer) {
        return sql.of(
                        "select c.id, %s from %s where c.business_id = :business and c.id = :id"
                                .formatted(sort.selected(), sort.from()))
                .param("id", customer)
                .query((row, number) -> found(row, sort).keys())
                .optional()
                .orElse(List.of());
    }

    /** Those of these customers that fit, in the order given. */
    List<UUID> pick(List<UUID> ids, ListConditions conditions, int most) {
        conditions.add("c.id = o.id", Map.of("found", ids.toArray(UUID[]::new)));
        return sql.of(
                        """
                        select c.id from unnest(:found) with ordinality o(id, place), customer c where %s
                        order by o.place limit %s
                        """
                                .formatted(conditions, most))
                .params(conditions.params())
                .query(UUID.class)
                .list();
    }

    /** How many fit, counting no further than so many. */
    long count(ListConditions conditions, int most) {
        return sql.of(
                        "select count(*) from (select from customer c where %s limit %s) x"
                                .formatted(conditions, most))
                .params(conditions.params())
                .query(Long.class)
                .single();
    }

    /** Those that fit and come after an id, in the order of their ids. */
    List<UUID> byId(ListConditions conditions, @Nullable UUID after, int most) {
        if (after != null) {
            conditions.add("c.id > :after", Map.of("after", after));
        }
        return sql.of(
                        "select c.id from customer c where %s order by c.id limit %s"
                                .formatted(conditions, most))
                .params(conditions.params())
                .query(UUID.class)
                .list();
    }

    static Found found(ResultSet row, CustomerSort sort) throws SQLException {
        List<String> keys = new ArrayList<>(sort.size());
        for (int i = 0; i < sort.size(); i++) {
            keys.add(row.getString("k" + i));
        }
        return new Found(row.getObject("id", UUID.class), keys);
    }
}
