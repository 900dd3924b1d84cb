package app.clientele.households;

import app.clientele.database.Sql;
import app.clientele.shared.Open;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says to whom else a message about somebody's appointments really goes. */
@Service
public class Copied {
    private final Sql sql;
    private final RelationshipRows rows;

    Copied(Sql sql, RelationshipRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * Somebody who gets a copy.
     *
     * @param customer who they are, if a customer
     * @param language the tag of the language they want, if known
     */
    public record Recipient(@Nullable UUID customer, String address, @Nullable String language) {}

    /**
     * Each address once, without the customer's own. Relatives whose link lets them, customers that
     * were chosen, and plain addresses; not who has yet to agree or has declined, and not who is
     * locked, out of use or erased.
     */
    @Open("asked by whatever writes to the customer, which asks for its own permission")
    @Transactional(readOnly = true)
    public List<Recipient> of(UUID customer) {
        Set<UUID> let = new HashSet<>();
        Set<UUID> not = new HashSet<>();
        for (Relationship link : rows.of(customer)) {
            boolean agreed = link.agreement() == Agreement.AGREED;
            if (link.holding().copies()) {
                let.add(link.relative().id());
            } else if (!agreed) {
                not.add(link.relative().id());
            }
        }
        Map<String, Recipient> each = new LinkedHashMap<>();
        found(customer, let, not)
                .forEach(r -> each.putIfAbsent(r.address().toLowerCase(Locale.ROOT), r));
        return List.copyOf(each.values());
    }

    private List<Recipient> found(UUID customer, Set<UUID> let, Set<UUID> not) {
        return sql.of(
                        """
                        with chosen as (
                            select to_id, address from message_copy where business_id = :business and customer_id = :customer),
                        found as (
                            select c.id customer, (select e ->> 'address' from jsonb_array_elements(c.emails) e
                                    order by (e ->> 'primary')::boolean desc limit 1) address, c.language
                            from customer c where c.business_id = :business and c.locked_at is null and c.deactivated_at is null
                                and (c.id = any(:let) or c.id in (select to_id from chosen) and c.id <> all(:not))
                            union all
                            select null, address, null from chosen where address is not null)
                        select * from found f where f.address is not null and not exists (
                            select from customer o cross join lateral jsonb_array_elements(o.emails) e
                            where o.business_id = :business and o.id = :customer and lower(e ->> 'address') = lower(f.address))
                        order by f.customer nulls last, f.address
                        """)
                .param("customer", customer)
                .param("let", let.toArray(UUID[]::new))
                .param("not", not.toArray(UUID[]::new))
                .query(Recipient.class)
                .list();
    }
}
