package app.clientele.customers.erasing;

import app.clientele.customers.erasing.Erasure.Why;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is on record about erasures. */
@Component
public class ErasureRows {
    private static final String SELECT =
            """
            select e.*, a.name by_name, u.name undone_by_name,
                   coalesce(c.display_name, nullif(concat_ws(' ', c.first_name, c.last_name), '')) name
            from customer_erasure e
            left join customer c on c.business_id = :business and c.id = e.customer_id
            left join actor a on a.business_id = :business and a.id = e.created_by
            left join actor u on u.business_id = :business and u.id = e.undone_by
            where e.business_id = :business\
            """;

    private final Sql sql;
    private final JsonMapper json;

    ErasureRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    UUID insert(UUID customer, Why why, @Nullable String reason, int graceDays) {
        UUID id = Ids.next();
        sql.of(
                        """
                        insert into customer_erasure (business_id, id, customer_id, number, why, reason, created_by, due_at)
                        select :business, :id, c.id, c.number, :why, :reason, :caller, now() + make_interval(days => :days)
                        from customer c where c.business_id = :business and c.id = :customer
                        """)
                .param("id", id)
                .param("why", why.wireName())
                .param("reason", reason)
                .param("days", graceDays)
                .param("customer", customer)
                .update();
        return id;
    }

    /** Marks the record, or lets it be again; with it goes what it was likely the same as. */
    void mark(UUID customer) {
        sql.of(
                        """
                        update customer c set version = version + 1, updated_at = now(), erase_at = (
                            select e.due_at from customer_erasure e where e.business_id = :business and e.customer_id = c.id
                                and e.undone_at is null and e.done_at is null)
                        where c.business_id = :business and c.id = :customer
                        """)
                .param("customer", customer)
                .update();
        sql.of(
                        "delete from customer_pair where business_id = :business and (customer_id = :customer or other_id = :customer)")
                .param("customer", customer)
                .update();
    }

    Erasure get(UUID id) {
        return sql.of(SELECT + " and e.id = :id").param("id", id).query(this::erasure).single();
    }

    /** The one that waits for a record. */
    Optional<Erasure> waiting(UUID customer) {
        return sql.of(
                        SELECT
                                + " and e.customer_id = :customer and e.undone_at is null and e.done_at is null")
                .param("customer", customer)
                .query(this::erasure)
                .optional();
    }

    /** The one that was done of a record, or of the one it had been merged into. */
    public Optional<Erasure> done(UUID customer) {
        return sql.of(
                        SELECT
                                + """
                                 and e.done_at is not null and (e.customer_id = :customer or e.customer_id in (
                                    select a.customer_id from customer_alias a where a.business_id = :business and a.id = :customer))
                                """)
                .param("customer", customer)
                .query(this::erasure)
                .optional();
    }

    List<UUID> due() {
        return sql.of(
                        """
                        select id from customer_erasure where business_id = :business and undone_at is null and done_at is null
                            and due_at <= now() order by due_at limit 100
                        """)
                .query(UUID.class)
                .list();
    }

    /**
     * Whether it is still to be done; it is nobody else's from here on until this transaction ends.
     */
    boolean isDue(UUID id) {
        return sql.of(
                        """
                        select id from customer_erasure where business_id = :business and id = :id and undone_at is null
                            and done_at is null and due_at <= now() for update
                        """)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Waiting ones, the next due first; done ones, the latest first. */
    List<Erasure> all(boolean done, @Nullable Cursor from, int limit) {
        return sql.of(
                        SELECT
                                + (done
                                        ? """
                                         and e.done_at is not null and (:from::uuid is null or e.id < :from)
                                        order by e.id desc limit :limit
                                        """
                                        : """
                                         and e.done_at is null and e.undone_at is null and (:from::uuid is null or e.id > :from)
                                        order by e.id limit :limit
                                        """))
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(this::erasure)
                .list();
    }

    void undone(UUID id) {
        sql.of(
                        """
                        update customer_erasure set undone_at = now(), undone_by = :caller, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .update();
    }

    /** Something came in the way: it is tried again in an hour. */
    void postpone(UUID id, UUID customer) {
        sql.of(
                        """
                        update customer_erasure set due_at = now() + interval '1 hour', updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .update();
        mark(customer);
    }

    void done(UUID id, Map<String, Long> erased, Map<String, Long> kept) {
        sql.of(
                        """
                        update customer_erasure set done_at = now(), updated_at = now(), reason = null,
                            erased = :erased::jsonb, kept = :kept::jsonb
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("erased", json.writeValueAsString(erased))
                .param("kept", json.writeValueAsString(kept))
                .update();
    }

    private Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getLong("number"),
                row.getString("name"),
                Why.valueOf(row.getString("why").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("by_name"),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("undone_at")),
                row.getString("undone_by_name"),
                instant(row.getTimestamp("done_at")),
                counts(row.getString("erased")),
                counts(row.getString("kept")));
    }

    private Map<String, Long> counts(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
