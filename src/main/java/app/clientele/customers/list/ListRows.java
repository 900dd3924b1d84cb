package app.clientele.customers.list;

import app.clientele.customers.Customer.TagBadge;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.Masking;
import app.clientele.customers.Photos;
import app.clientele.customers.notes.AlertRows;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of the list: all that they show, in one statement. */
@Component
class ListRows {
    private static final String SELECT =
            """
            select c.id, c.number, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name, c.photo_id,
                   s.name status, s.colour status_colour,
                   (select json_agg(json_build_object('id', t.id, 'name', t.name, 'colour', t.colour) order by t.position, t.name)
                    from customer_tag ct join choice t on t.business_id = :business and t.id = ct.tag_id
                    where ct.business_id = :business and ct.customer_id = c.id) tags,
                   jsonb_path_query_first(c.emails, '$[*] ? (@.primary == true).address') #>> '{}' email,
                   jsonb_path_query_first(c.phones, '$[*] ? (@.primary == true).number') #>> '{}' phone,
                   c.birth_year, c.birth_month, c.birth_day, c.customer_since, c.language, c.tax_company, b.name branch,
                   (select string_agg(f.name, ', ' order by p.rank)
                    from staff_preference p join staff f on f.business_id = :business and f.id = p.staff_id
                    where p.business_id = :business and p.customer_id = c.id and p.rank is not null) staff,
                   c.created_at, c.updated_at,
                   c.deactivated_at, c.custom, c.locked_at is not null locked, x.level alert_level, x.text alert_text
            from customer c
            left join choice s on s.business_id = :business and s.id = c.status_id
            left join branch b on b.business_id = :business and b.id = c.preferred_branch_id
            left join lateral (select x.level, left(x.text, 120) text from %s x where x.active
                               order by x.level, x.source, x.created_at desc limit 1) x on true
            where c.business_id = :business and c.id = any(:ids)
            """;

    private final Sql sql;
    private final JsonMapper json;

    ListRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** These customers in this order; those gone meanwhile are left out. */
    List<CustomerRow> of(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, CustomerRow> rows = new HashMap<>();
        sql.of(SELECT.formatted(AlertRows.all()))
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    CustomerRow customer = customer(row);
                    rows.put(customer.id(), customer);
                });
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static CustomerRow.@Nullable Warning warning(ResultSet row) throws SQLException {
        String level = row.getString("alert_level");
        return level == null ? null : new CustomerRow.Warning(level, row.getString("alert_text"));
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
                photo == null ? null : Photos.url(id, photo),
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
                row.getString("tax_company"),
                row.getString("branch"),
                row.getString("staff"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                deactivated == null ? null : deactivated.toInstant(),
                row.getBoolean("locked"),
                warning(row),
                json.readValue(
                        row.getString("custom"), new TypeReference<Map<String, Object>>() {}));
    }
}
