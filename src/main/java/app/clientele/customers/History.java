package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a record and to all that hangs on it, told from the change log. */
@Service
public class History {
    private final Sql sql;
    private final JsonMapper json;
    private final HistoryWords words;
    private final CustomerRows customers;

    History(Sql sql, JsonMapper json, HistoryWords words, CustomerRows customers) {
        this.sql = sql;
        this.json = json;
        this.words = words;
        this.customers = customers;
    }

    /**
     * One change.
     *
     * @param actor the name of the person or key that did it, absent when the application did
     * @param source the door it came through
     * @param entity the table
     * @param operation insert, update or delete
     */
    public record Change(
            long id,
            Instant at,
            @Nullable UUID actorId,
            @Nullable String actor,
            String source,
            String entity,
            UUID rowId,
            String operation,
            List<FieldChange> fields) {}

    /** One field's value before and after, in words people read. */
    public record FieldChange(String field, @Nullable String before, @Nullable String after) {}

    /** Which changes are wanted: of one field, by one person. */
    public record Filter(@Nullable String field, @Nullable UUID actor) {}

    /** A change as the log holds it, with the whole row before and after. */
    record Raw(
            long id,
            Instant at,
            @Nullable UUID actorId,
            @Nullable String actor,
            String source,
            String entity,
            UUID rowId,
            String operation,
            @Nullable JsonNode before,
            JsonNode after) {
        /** The names of the columns that changed. */
        Set<String> columns() {
            return new LinkedHashSet<>((before == null ? after : before).propertyNames());
        }
    }

    private static final String SELECT =
            """
            select c.id, c.at, c.actor, coalesce(s.name, k.name) actor_name, c.source, c.entity, c.row_id, c.operation, c.before,
                   row_after(c.entity, :business, c.row_id, c.id) after
            from change c
            left join staff s on s.business_id = :business and s.id = c.actor
            left join api_key k on k.business_id = :business and k.id = c.actor
            where c.business_id = :business\
            """;

    /** The changes of a record, newest first. */
    @Requires(Permission.HISTORY_VIEW)
    @Transactional(readOnly = true)
    public Page<Change> of(UUID customer, Filter filter, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<Raw> found =
                sql.of(
                                SELECT
                                        + """
                                         and c.customer_id = :customer and c.id < :from
                                        and (:actor::uuid is null or c.actor = :actor)
                                        and (:entity::text is null or c.entity = :entity)
                                        and (:columns::text[] is null or jsonb_exists_any(c.before, :columns))
                                        order by c.id desc limit :limit
                                        """)
                        .param("customer", customer)
                        .param("from", from == null ? Long.MAX_VALUE : number(from))
                        .param("actor", filter.actor())
                        .param("entity", HistoryWords.entityOf(filter.field()))
                        .param("columns", HistoryWords.columnsOf(filter.field()))
                        .param("limit", limit + 1)
                        .query(this::raw)
                        .list();
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, r -> Cursor.of(r.id())).map(words::tell);
    }

    private static long number(Cursor cursor) {
        try {
            return Long.parseLong(cursor.get(0));
        } catch (NumberFormatException e) {
            throw new app.clientele.shared.Invalid("cursor", "cursor");
        }
    }

    private Raw raw(ResultSet row, int number) throws SQLException {
        String before = row.getString("before");
        return new Raw(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("actor_name"),
                row.getString("source"),
                row.getString("entity"),
                row.getObject("row_id", UUID.class),
                row.getString("operation"),
                before == null ? null : json.readTree(before),
                json.readTree(row.getString("after")));
    }

    /** One change of a record, or of what hangs on it. */
    Raw get(UUID customer, long change) {
        return sql.of(SELECT + " and c.customer_id = :customer and c.id = :change")
                .param("customer", customer)
                .param("change", change)
                .query(this::raw)
                .optional()
                .orElseThrow(() -> new NotFound("change"));
    }

    /** The latest deletion of a row that hung on a record. */
    Raw deletion(UUID customer, String entity, UUID row) {
        return sql.of(
                        SELECT
                                + """
                                 and c.customer_id = :customer and c.entity = :entity and c.row_id = :row and c.operation = 'delete'
                                order by c.id desc limit 1
                                """)
                .param("customer", customer)
                .param("entity", entity)
                .param("row", row)
                .query(this::raw)
                .optional()
                .orElseThrow(() -> new NotFound("change"));
    }

    /** What others changed in a record since a version, for telling the one who comes too late. */
    List<Stale.Clash> since(UUID customer, int version, int now) {
        List<Raw> changes =
                sql.of(
                                SELECT
                                        + """
                                         and c.customer_id = :customer and c.row_id = :customer and c.entity = 'customer'
                                        and c.operation = 'update' and (c.before ->> 'version')::int between :from and :to
                                        order by c.id desc limit 100
                                        """)
                        .param("customer", customer)
                        .param("from", version)
                        .param("to", now)
                        .query(this::raw)
                        .list();
        return words.clashes(changes);
    }
}
