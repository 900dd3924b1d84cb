package app.clientele.imports;

import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.database.Sql;
import app.clientele.imports.Imports.Options;
import app.clientele.imports.reading.DateOrder;
import app.clientele.imports.reading.Mapping;
import app.clientele.imports.reading.Survey;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports as rows: what was uploaded, how it is read, how far it came. */
@Component
class ImportBatches {
    private static final String SELECT =
            """
            select i.*, a.name creator from import_batch i
            left join actor a on a.business_id = :business and a.id = i.created_by
            where i.business_id = :business\
            """;

    private final Sql sql;

    ImportBatches(Sql sql) {
        this.sql = sql;
    }

    /**
     * @throws NotFound when there is no such import in this business
     */
    Import get(UUID id) {
        return sql.of(SELECT + " and i.id = :id")
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new NotFound("import"));
    }

    /** Those after a place, the latest first. */
    List<Import> after(@Nullable Cursor from, int most) {
        return sql.of(
                        SELECT
                                + " and (:from::uuid is null or i.id < :from::uuid) order by i.id desc limit :limit")
                .param("from", from == null ? null : from.id(0))
                .param("limit", most)
                .query(this::read)
                .list();
    }

    /** Reads it and keeps others from starting it meanwhile. */
    Import lock(UUID id) {
        sql.of("select id from import_batch where business_id = :business and id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        return get(id);
    }

    void insert(
            UUID id,
            String fileName,
            Survey survey,
            Mapping mapping,
            DateOrder order,
            Options options) {
        sql.of(
                        """
                        insert into import_batch (business_id, id, file_name, format, fingerprint, mapping, date_order, on_duplicate, dry_run,
                            state, total_rows, created_by, created_via)
                        values (:business, :id, :file, :format, :fingerprint, :mapping::jsonb, :order, :onDuplicate, true, 'ready', :rows, :by, :via)
                        """)
                .param("id", id)
                .param("file", safeName(fileName))
                .param("format", survey.format().product())
                .param("fingerprint", mapping.fingerprint())
                .param("mapping", ImportJson.MAPPER.writeValueAsString(mapping))
                .param("order", order.wireName())
                .param(
                        "onDuplicate",
                        (options.onDuplicate() == null ? OnDuplicate.SKIP : options.onDuplicate())
                                .wireName())
                .param("rows", survey.rows())
                .param("by", Caller.current().actor())
                .param("via", Caller.current().door().wireName())
                .update();
    }

    /** Only ever shown, never used as a path. */
    private static String safeName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{Cntrl}", "").strip();
        return plain.isEmpty() ? "list" : plain.substring(0, Math.min(plain.length(), 200));
    }

    void plan(UUID id, Mapping mapping, DateOrder order, OnDuplicate onDuplicate) {
        sql.of(
                        """
                        update import_batch set mapping = :mapping::jsonb, date_order = :order, on_duplicate = :onDuplicate, state = 'ready'
                        where business_id = :business and id = :id
                        """)
                .param("mapping", ImportJson.MAPPER.writeValueAsString(mapping))
                .param("order", order.wireName())
                .param("onDuplicate", onDuplicate.wireName())
                .param("id", id)
                .update();
    }

    /** Forgets what a trial before found. */
    void start(UUID id, boolean dryRun, Instant now) {
        sql.of("delete from import_row where business_id = :business and import_id = :id")
                .param("id", id)
                .update();
        sql.of(
                        """
                        update import_batch set state = 'running', dry_run = :dryRun, problem = null, last_row = 0, created = 0, updated = 0,
                            unchanged = 0, skipped = 0, failed = 0, started_at = :now, finished_at = null
                        where business_id = :business and id = :id
                        """)
                .param("dryRun", dryRun)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** For one that broke off: what it has done stands. */
    void goOn(UUID id) {
        sql.of(
                        """
                        update import_batch set state = 'running', problem = null, finished_at = null
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .update();
    }

    void undo(UUID id) {
        sql.of(
                        "update import_batch set state = 'undoing' where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        for (String table : List.of("import_row where import_id", "import_batch where id")) {
            sql.of("delete from " + table + " = :id and business_id = :business")
                    .param("id", id)
                    .update();
        }
    }

    private Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("format"),
                ImportJson.MAPPER.readValue(row.getString("mapping"), Mapping.class),
                DateOrder.of(row.getString("date_order")).orElseThrow(),
                row.getString("on_duplicate"),
                row.getBoolean("dry_run"),
                Import.State.of(row.getString("state")),
                row.getString("problem"),
                row.getInt("total_rows"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("skipped"),
                row.getInt("failed"),
                row.getInt("removed"),
                row.getInt("kept"),
                row.getString("creator"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
