package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
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

    /**
     * Which changes are wanted: of one field, by one person.
     *
     * @param field {@code customer.lastName}, or only the table
     */
    public record Filter(@Nullable String field, @Nullable UUID actor) {
        /** Every change. */
        public static final Filter ALL = new Filter(null, null);
    }

    /** Who changed something: a member of staff or a key. */
    public record Actor(UUID id, String name) {}

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
            JsonNode after,
            JsonNode names) {
        /** The names of the columns that changed. */
        Set<String> columns() {
            return new LinkedHashSet<>((before == null ? after : before).propertyNames());
        }
    }

    /** With the row as it stood afterwards, and the names of what changed from or to. */
    private static final String SELECT =
            """
            select c.id, c.at, c.actor, coalesce(s.name, k.name) actor_name, c.source, c.entity, c.row_id, c.operation, c.before,
                   r.after,
                   (select json_object_agg(n.id, n.name) from (
                        select ch.id, ch.name from choice ch where ch.business_id = :business and ch.id in (
                            (c.before ->> 'status_id')::uuid, (r.after ->> 'status_id')::uuid, (c.before ->> 'tag_id')::uuid,
                            (r.after ->> 'tag_id')::uuid, (c.before ->> 'referral_method_id')::uuid, (r.after ->> 'referral_method_id')::uuid)
                        union all
                        select p.id, coalesce(p.display_name, concat_ws(' ', p.first_name, p.last_name))
                        from customer p where p.business_id = :business and p.id in (
                            (c.before ->> 'referred_by_id')::uuid, (r.after ->> 'referred_by_id')::uuid)) n) names
            from change c
            cross join lateral (select row_after(c.entity, :business, c.row_id, c.id) after offset 0) r
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
                                         and c.customer_id = :customer and c.id < :from and c.entity <> 'customer_photo'
                                        and (:notes or c.entity <> 'note')
                                        and (c.operation <> 'update' or exists (
                                            select from jsonb_object_keys(c.before) told where told <> all(:silent)))
                                        and (:actor::uuid is null or c.actor = :actor)
                                        and (:entity::text is null or c.entity = :entity)
                                        and (:columns::text[] is null or jsonb_exists_any(c.before, :columns))
                                        order by c.id desc limit :limit
                                        """)
                        .param("customer", customer)
                        .param("silent", HistoryWords.silent())
                        .param("notes", Caller.current().may(Permission.NOTE_VIEW))
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
        String names = row.getString("names");
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
                json.readTree(row.getString("after")),
                names == null ? json.createObjectNode() : json.readTree(names));
    }

    /** Those who changed something of a record lately, by name. */
    @Requires(Permission.HISTORY_VIEW)
    @Transactional(readOnly = true)
    public List<Actor> actors(UUID customer) {
        return sql.of(
                        """
                        select a.actor id, coalesce(s.name, k.name) "name" from (
                            select distinct c.actor from (
                                select actor from change where business_id = :business and customer_id = :customer
                                order by id desc limit 1000) c) a
                        left join staff s on s.business_id = :business and s.id = a.actor
                        left join api_key k on k.business_id = :business and k.id = a.actor
                        where s.id is not null or k.id is not null
                        order by 2, 1
                        """)
                .param("customer", customer)
                .query(Actor.class)
                .list();
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

    /** What one change was made together with, in one transaction; the latest first. */
    List<Raw> together(UUID customer, Raw change) {
        return sql.of(
                        SELECT
                                + """
                                 and c.customer_id = :customer and c.id between :change - 1000 and :change + 1000
                                and c.at = (select at from change where business_id = :business and id = :change)
                                and c.actor = :actor and c.entity <> 'customer_photo'
                                order by c.id desc
                                """)
                .param("customer", customer)
                .param("change", change.id())
                .param("actor", change.actorId())
                .query(this::raw)
                .list();
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
