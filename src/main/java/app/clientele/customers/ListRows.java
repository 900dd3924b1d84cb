package app.clientele.customers;

import app.clientele.customers.Customer.TagBadge;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines of the list: which ones and all they show, in one statement. */
@Component
class ListRows {
    private static final String COLUMNS =
            """
             c.id, c.number, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name, c.photo_id,
            s.name status, s.colour status_colour,
            (select json_agg(json_build_object('id', t.id, 'name', t.name, 'colour', t.colour) order by t.position, t.name)
             from customer_tag ct join choice t on t.business_id = :business and t.id = ct.tag_id
             where ct.business_id = :business and ct.customer_id = c.id) tags,
            jsonb_path_query_first(c.emails, '$[*] ? (@.primary == true).address') #>> '{}' email,
            jsonb_path_query_first(c.phones, '$[*] ? (@.primary == true).number') #>> '{}' phone,
            c.birth_year, c.birth_month, c.birth_day, c.customer_since, c.language, c.created_at, c.updated_at, c.deactivated_at
            from (values (1)) always left join found p on true
            left join customer c on c.business_id = :business and c.id = p.id
            left join choice s on s.business_id = :business and s.id = c.status_id
            order by
            """;

    private final Sql sql;
    private final JsonMapper json;

    ListRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A line and its place in the order. */
    record Found(CustomerRow row, List<String> keys) {}

    /** The first rows in an order, visited one by one until enough fit. */
    List<Found> walk(CustomerSort sort, boolean backward, ListConditions conditions, int most) {
        String found =
                "with found as (select c.id, %s from customer c where %s order by %s limit %d) select 0 gathered, "
                        .formatted(sort.selected(), conditions, sort.orderBy(backward), most);
        return read(found, sort, backward, conditions).found();
    }

    /** The first rows in an order, out of all that fit; nothing when more than so many fit. */
    @Nullable List<Found> gather(
            CustomerSort sort,
            boolean backward,
            ListConditions conditions,
            int most,
            int gathered) {
        String found =
                """
                with gathered as materialized (select c.id, %s from customer c where %s limit %d),
                found as (select p.* from gathered p where (select count(*) from gathered) < %3$d order by %s limit %d)
                select (select count(*) from gathered) gathered,
                """
                        .formatted(
                                sort.selected(),
                                conditions,
                                gathered,
                                sort.orderBySelected(backward),
                                most);
        Read read = read(found, sort, backward, conditions);
        return read.gathered() < gathered ? read.found() : null;
    }

    /** Those of these customers that fit, in the order given. */
    List<Found> pick(List<UUID> ids, ListConditions conditions, int most) {
        conditions.add("c.id = o.id", Map.of("found", ids.toArray(UUID[]::new)));
        String found =
                """
                with found as (select c.id, %s from unnest(:found) with ordinality o(id, place), customer c where %s
                               order by o.place limit %d)
                select 0 gathered,
                """
                        .formatted(CustomerSort.RELEVANCE.selected(), conditions, most);
        return read(found, CustomerSort.RELEVANCE, false, conditions).found();
    }

    private record Read(long gathered, List<Found> found) {}

    private Read read(
            String found, CustomerSort sort, boolean backward, ListConditions conditions) {
        List<Found> rows = new ArrayList<>();
        long[] gathered = {0};
        sql.of(found + sort.selectedAgain() + COLUMNS + sort.orderBySelected(backward))
                .params(conditions.params())
                .query(row -> {
                    gathered[0] = row.getLong("gathered");
                    if (row.getObject("id") != null) {
                        rows.add(found(row, sort.size()));
                    }
                });
        return new Read(gathered[0], rows);
    }

    private Found found(ResultSet row, int keys) throws SQLException {
        List<String> values = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            values.add(row.getString("k" + i));
        }
        return new Found(customer(row), values);
    }

    private CustomerRow customer(ResultSet row) throws SQLException {
        boolean masked = Masking.applies();
        UUID id = row.getObject("id", UUID.class);
        UUID photo = row.getObject("photo_id", UUID.class);
        String status = row.getString("status");
        String tags = row.getString("tags");
        String email = row.getString("email");
        String phone = row.getString("phone");
        Timestamp deactivated = row.getTimestamp("deactivated_at");
        return new CustomerRow(
                id,
                row.getLong("number"),
                row.getString("name"),
                photo == null ? null : CustomerRows.photoUrl(id, photo),
                status == null
                        ? null
                        : new CustomerRow.Status(status, row.getString("status_colour")),
                tags == null
                        ? List.of()
                        : json.readValue(tags, new TypeReference<List<TagBadge>>() {}),
                masked ? Masking.number(phone) : phone,
                masked ? Masking.email(email) : email,
                CustomerRows.birthday(row),
                row.getObject("customer_since", LocalDate.class),
                row.getString("language"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                deactivated == null ? null : deactivated.toInstant());
    }
}
