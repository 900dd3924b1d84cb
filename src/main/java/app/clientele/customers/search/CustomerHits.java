package app.clientele.customers.search;

import app.clientele.customers.Masking;
import app.clientele.customers.Photos;
import app.clientele.customers.search.CustomerSearch.Hit;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what a line about somebody found shows. */
@Component
public class CustomerHits {
    private final Sql sql;

    CustomerHits(Sql sql) {
        this.sql = sql;
    }

    /** These customers as lines of a list, in this order; without those who will be erased. */
    public List<Hit> of(List<UUID> ids, int limit, boolean deactivatedToo) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.of(
                        """
                        select c.id, c.number, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name,
                               jsonb_path_query_first(c.emails, '$[*] ? (@.primary == true).address') #>> '{}' email,
                               jsonb_path_query_first(c.phones, '$[*] ? (@.primary == true).number') #>> '{}' phone,
                               c.photo_id, s.name status, c.deactivated_at is not null deactivated,
                               c.locked_at is not null locked
                        from customer c
                        left join choice s on s.business_id = :business and s.id = c.status_id
                        where c.business_id = :business and c.id = any(:ids) and c.erase_at is null %s
                        order by array_position(:ids, c.id) limit %s
                        """
                                .formatted(
                                        deactivatedToo ? "" : "and c.deactivated_at is null",
                                        limit))
                .param("ids", ids.toArray(UUID[]::new))
                .query(CustomerHits::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        boolean masked = Masking.applies();
        UUID id = row.getObject("id", UUID.class);
        UUID photo = row.getObject("photo_id", UUID.class);
        String email = row.getString("email");
        String phone = row.getString("phone");
        return new Hit(
                id,
                row.getLong("number"),
                row.getString("name"),
                masked ? Masking.email(email) : email,
                masked ? Masking.number(phone) : phone,
                photo == null ? null : Photos.url(id, photo),
                row.getString("status"),
                row.getBoolean("deactivated"),
                row.getBoolean("locked"));
    }
}
