package app.clientele.customers.merging;

import app.clientele.customers.Customer;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is on record about merges. */
@Component
class MergeRows {
    private static final String SELECT =
            """
            select m.*, a.name by_name, u.name undone_by_name
            from customer_merge m
            left join actor a on a.business_id = :business and a.id = m.created_by
            left join actor u on u.business_id = :business and u.id = m.undone_by
            where m.business_id = :business\
            """;

    private final Sql sql;
    private final JsonMapper json;

    MergeRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * What a merge did to the record that stayed.
     *
     * @param version the one it had afterwards
     * @param before the columns that changed, as they were
     * @param merged the record right afterwards
     * @param now the record as it stands
     */
    record Deed(Merge merge, int version, JsonNode before, JsonNode merged, JsonNode now) {
        Deed at(JsonNode other) {
            return new Deed(merge, version, before, merged, other);
        }
    }

    void begin(UUID id, UUID into, Customer going, int version) {
        sql.of(
                        """
                        insert into customer_merge (business_id, id, customer_id, from_id, from_name, from_number, moved, version, created_by)
                        values (:business, :id, :into, :from, :name, :number, 0, :version, :caller)
                        """)
                .param("id", id)
                .param("into", into)
                .param("from", going.id())
                .param("name", going.shownName())
                .param("number", going.number())
                .param("version", version)
                .update();
    }

    void finish(UUID id, int moved) {
        sql.of(
                        "update customer_merge set moved = :moved where business_id = :business and id = :id")
                .param("id", id)
                .param("moved", moved)
                .update();
    }

    void undone(UUID id) {
        sql.of(
                        """
                        update customer_merge set undone_at = now(), undone_by = :caller, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .update();
    }

    /** Keeps others from undoing it at the same time. */
    void lock(UUID id) {
        sql.of(
                        "select id from customer_merge where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Merge get(UUID id) {
        return sql.of(SELECT + " and m.id = :id")
                .param("id", id)
                .query(MergeRows::merge)
                .optional()
                .orElseThrow(() -> new NotFound("merge"));
    }

    Optional<Merges.Lead> leadsTo(UUID former) {
        return sql.of(
                        """
                        select a.customer_id customer, m.from_name name, m.from_number number from customer_alias a
                        join customer_merge m on m.business_id = :business and m.id = a.merge_id
                        where a.business_id = :business and a.id = :former
                        """)
                .param("former", former)
                .query(Merges.Lead.class)
                .optional();
    }

    List<Merge> all(@Nullable UUID customer, @Nullable Cursor from, int limit) {
        return sql.of(
                        SELECT
                                + """
                                 and (:customer::uuid is null or m.customer_id = :customer)
                                and (:from::uuid is null or m.id < :from) order by m.id desc limit :limit
                                """)
                .param("customer", customer)
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(MergeRows::merge)
                .list();
    }

    /** Those of one deed that still stand, the last first. */
    List<Merge> together(UUID id) {
        return sql.of(
                        SELECT
                                + """
                                 and m.undone_at is null and (m.customer_id, m.created_at) = (
                                    select o.customer_id, o.created_at from customer_merge o
                                    where o.business_id = :business and o.id = :id)
                                order by m.version desc
                                """)
                .param("id", id)
                .query(MergeRows::merge)
                .list();
    }

    /**
     * The merge that has to be undone before this one: the latest that the record that stayed took
     * part in since.
     */
    Optional<Merge> later(UUID id) {
        return sql.of(
                        SELECT
                                + """
                                 and m.id = (
                                    select l.id from customer_merge e cross join lateral (
                                        select o.id, o.version from customer_merge o where o.business_id = :business
                                            and o.customer_id = e.customer_id and o.version > e.version and o.undone_at is null
                                        union all
                                        select o.id, o.version from customer_alias a
                                        join customer_merge o on o.business_id = :business and o.id = a.merge_id
                                        where a.business_id = :business and a.id = e.customer_id) l
                                    where e.business_id = :business and e.id = :id order by l.version desc limit 1)
                                """)
                .param("id", id)
                .query(MergeRows::merge)
                .optional();
    }

    private static Merge merge(ResultSet row, int number) throws SQLException {
        Timestamp undone = row.getTimestamp("undone_at");
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getObject("from_id", UUID.class),
                row.getString("from_name"),
                row.getLong("from_number"),
                row.getInt("moved"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("by_name"),
                undone == null ? null : undone.toInstant(),
                row.getString("undone_by_name"));
    }

    /** Nothing when the record that stayed has itself gone into another. */
    @Nullable Deed deed(Merge merge) {
        return sql.of(
                        """
                        select m.version, to_jsonb(k)::text now, (coalesce(c.before, '{}') - 'version')::text "before",
                               case when c.id is null then to_jsonb(k) else row_after('customer', :business, k.id, c.id) end::text merged
                        from customer_merge m
                        join customer k on k.business_id = :business and k.id = m.customer_id
                        left join change c on c.business_id = :business and c.cause = m.id and c.row_id = k.id
                            and c.entity = 'customer' and c.operation = 'update'
                        where m.business_id = :business and m.id = :id
                        """)
                .param("id", merge.id())
                .query((row, number) ->
                        new Deed(
                                merge,
                                row.getInt("version"),
                                json.readTree(row.getString("before")),
                                json.readTree(row.getString("merged")),
                                json.readTree(row.getString("now"))))
                .optional()
                .orElse(null);
    }
}
