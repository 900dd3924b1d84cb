package app.clientele.customers.history;

import app.clientele.customers.PersonalData;
import app.clientele.customers.PersonalData.Table;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the change log of a record, of itself and of all that hangs on it. */
@Component
public class LoggedChanges {
    private final Sql sql;
    private final JsonMapper json;
    private final List<Table> tables;

    LoggedChanges(Sql sql, JsonMapper json, List<PersonalData> data) {
        this.sql = sql;
        this.json = json;
        this.tables = data.stream().flatMap(module -> module.tables().stream()).toList();
    }

    /** With the row as it stood afterwards, and the names of what changed from or to. */
    private static final String TOLD =
            """
            select c.id, c.at, c.actor, w.name actor_name, c.source, c.entity, c.row_id, c.operation, c.before,
                   r.after,
                   (select json_object_agg(n.id, n.name) from (
                        select ch.id, ch.name from choice ch where ch.business_id = :business and ch.id in (
                            (c.before ->> 'status_id')::uuid, (r.after ->> 'status_id')::uuid, (c.before ->> 'tag_id')::uuid,
                            (r.after ->> 'tag_id')::uuid, (c.before ->> 'referral_method_id')::uuid, (r.after ->> 'referral_method_id')::uuid)
                        union all
                        select p.id, coalesce(p.display_name, concat_ws(' ', p.first_name, p.last_name))
                        from customer p where p.business_id = :business and p.id in (
                            (c.before ->> 'referred_by_id')::uuid, (r.after ->> 'referred_by_id')::uuid, (r.after ->> 'booked_by_id')::uuid,
                            (r.after ->> 'relative_id')::uuid, (r.after ->> 'to_id')::uuid)
                        union all
                        select b.id, b.name from branch b where b.business_id = :business and b.id in (
                            (c.before ->> 'preferred_branch_id')::uuid, (r.after ->> 'preferred_branch_id')::uuid,
                            (c.before ->> 'branch_id')::uuid, (r.after ->> 'branch_id')::uuid)
                        union all
                        select s.id, s.name from service s where s.business_id = :business and s.id in (
                            (c.before ->> 'service_id')::uuid, (r.after ->> 'service_id')::uuid)
                        union all
                        select f.id, f.name from (
                            select (e ->> 'staffId')::uuid id from jsonb_array_elements(
                                coalesce(c.before -> 'preferred_staff', '[]') || coalesce(c.before -> 'barred_staff', '[]')
                                || coalesce(r.after -> 'preferred_staff', '[]') || coalesce(r.after -> 'barred_staff', '[]')) e
                            union values ((c.before ->> 'staff_id')::uuid), ((r.after ->> 'staff_id')::uuid)) told
                        cross join lateral (
                            select f.id, f.name from staff f where f.business_id = :business and f.id = told.id offset 0) f
                        union all
                        (select (r.after ->> 'alert_id')::uuid, t.text from (
                            select a.text from alert a where a.business_id = :business and a.id = (r.after ->> 'alert_id')::uuid
                            union all
                            select o.body from note o where o.business_id = :business and o.id = (r.after ->> 'alert_id')::uuid and :notes
                            union all
                            select coalesce(l.before ->> 'text', l.before ->> 'body') from change l
                            where l.business_id = :business and l.customer_id = c.customer_id and l.row_id = (r.after ->> 'alert_id')::uuid
                                and (l.entity = 'alert' or l.entity = 'note' and :notes)) t
                        where c.entity = 'alert_acknowledgement' and md5(t.text) = r.after ->> 'text_hash' limit 1)) n) names
            from %s c
            cross join lateral (select row_after(c.entity, :business, c.row_id, c.id) after offset 0) r
            left join actor w on w.business_id = :business and w.id = c.actor
            where c.business_id = :business
            """;

    /**
     * Under the ids a record has and once had: the latest under each, so that none is read to its
     * beginning. Nothing of one that was erased, which nobody sees.
     */
    private static final String LATEST =
            """
            (select x.* from unnest(array(
                select o.id from customer r cross join lateral (select r.id union all
                    select a.id from customer_alias a where a.business_id = :business and a.customer_id = r.id) o
                where r.business_id = :business and r.id = :customer)) own(id)
            cross join lateral (
                select c.* from change c where c.business_id = :business and c.customer_id = own.id
                    and c.id < :from and c.entity <> 'customer_photo'
                    and c.entity <> all(:hidden)
                    and (c.operation <> 'update' or exists (
                        select from jsonb_object_keys(c.before) told where told <> all(:silent)))
                    and (:actor::uuid is null or c.actor = :actor)
                    and (:entity::text is null or c.entity = :entity)
                    and (:columns::text[] is null or jsonb_exists_any(c.before, :columns))
                order by c.id desc limit :limit) x
            order by x.id desc limit :limit)\
            """;

    private StatementSpec select(UUID customer, String rest) {
        return bind(customer, TOLD.formatted("change") + "and c.customer_id = :customer " + rest);
    }

    private StatementSpec bind(UUID customer, String statement) {
        return sql.of(statement)
                .param("customer", customer)
                .param("notes", Caller.current().may(Permission.NOTE_VIEW))
                .param("hidden", hidden());
    }

    /** Tables the caller may not read of. */
    private String[] hidden() {
        return tables.stream()
                .filter(table -> !Caller.current().may(table.seen()))
                .map(Table::name)
                .toArray(String[]::new);
    }

    /** Those people read of, newest first: without what they may not see or care about. */
    public List<LoggedChange> of(
            UUID customer, History.Filter filter, @Nullable Cursor from, int limit) {
        return bind(customer, TOLD.formatted(LATEST) + "order by c.id desc")
                .param("silent", HistoryFields.silent())
                .param("from", from == null ? Long.MAX_VALUE : from.number(0))
                .param("actor", filter.actor())
                .param("entity", HistoryFields.entityOf(filter.field()))
                .param("columns", HistoryFields.columnsOf(filter.field()))
                .param("limit", limit)
                .query(this::change)
                .list();
    }

    /** One change of a record, or of what hangs on it or on one that was merged into it. */
    LoggedChange get(UUID customer, long change) {
        return bind(
                        customer,
                        TOLD.formatted("change")
                                + """
                                and exists (select from customer k where k.business_id = :business and k.id = :customer)
                                and c.id = :change and (c.customer_id = :customer or c.customer_id in (
                                    select a.id from customer_alias a where a.business_id = :business and a.customer_id = :customer))
                                """)
                .param("change", change)
                .query(this::change)
                .optional()
                .orElseThrow(() -> new NotFound("change"));
    }

    /**
     * What one change was made together with, in one transaction; the latest first. Fees follow
     * their appointment by themselves.
     */
    List<LoggedChange> together(UUID customer, LoggedChange change) {
        return select(
                        customer,
                        """
                        and c.id between :change - 1000 and :change + 1000
                        and c.at = (select at from change where business_id = :business and id = :change)
                        and c.actor = :actor and c.entity not in ('customer_photo', 'fee')
                        order by c.id desc
                        """)
                .param("change", change.id())
                .param("actor", change.actorId())
                .query(this::change)
                .list();
    }

    /** Other customers whose appointments were written in the transaction of a change. */
    List<UUID> guests(UUID customer, LoggedChange change) {
        return sql.of(
                        """
                        select distinct c.customer_id from change c
                        where c.business_id = :business and c.id between :change - 1000 and :change + 1000
                        and c.at = (select at from change where business_id = :business and id = :change)
                        and c.actor = :actor and c.entity = 'appointment' and c.customer_id <> :customer
                        """)
                .param("customer", customer)
                .param("change", change.id())
                .param("actor", change.actorId())
                .query(UUID.class)
                .list();
    }

    /** The latest deletion of a row that hung on a record. */
    LoggedChange deletion(UUID customer, String entity, UUID row) {
        return select(
                        customer,
                        """
                        and c.entity = :entity and c.row_id = :row and c.operation = 'delete'
                        order by c.id desc limit 1
                        """)
                .param("entity", entity)
                .param("row", row)
                .query(this::change)
                .optional()
                .orElseThrow(() -> new NotFound("change"));
    }

    /** Those of the record itself, newest first, that took it from one version to another. */
    List<LoggedChange> since(UUID customer, int version, int now) {
        return select(
                        customer,
                        """
                        and c.row_id = :customer and c.entity = 'customer'
                        and c.operation = 'update' and (c.before ->> 'version')::int between :from and :to
                        order by c.id desc limit 100
                        """)
                .param("from", version)
                .param("to", now)
                .query(this::change)
                .list();
    }

    /** The last change of one of the record's own fields since it had a version. */
    Optional<LoggedChange> latest(UUID customer, String field, int version) {
        return select(
                        customer,
                        """
                        and c.row_id = :customer and c.entity = 'customer' and c.operation = 'update'
                        and (c.before ->> 'version')::int >= :from and jsonb_exists_any(c.before, :columns)
                        order by c.id desc limit 1
                        """)
                .param("from", version)
                .param("columns", HistoryFields.columnsOf("customer." + field))
                .query(this::change)
                .optional();
    }

    private LoggedChange change(ResultSet row, int number) throws SQLException {
        String before = row.getString("before");
        String names = row.getString("names");
        return new LoggedChange(
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
}
