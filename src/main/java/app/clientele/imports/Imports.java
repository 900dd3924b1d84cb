package app.clientele.imports;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerBatch.OnDuplicate;
import app.clientele.database.Sql;
import app.clientele.imports.reading.DateOrder;
import app.clientele.imports.reading.Limits;
import app.clientele.imports.reading.Mapping;
import app.clientele.imports.reading.SheetFile;
import app.clientele.imports.reading.Survey;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Customer lists from other products: uploaded, looked at, tried without effect, taken in, undone.
 */
@Service
public class Imports {
    private final Sql sql;
    private final ImportFiles files;
    private final Businesses businesses;
    private final TransactionTemplate transactions;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Imports(
            Sql sql,
            ImportFiles files,
            Businesses businesses,
            TransactionTemplate transactions,
            SchedulerClient scheduler,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.businesses = businesses;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** How to take a list in; what is absent is chosen from the file. */
    public record Options(
            @Nullable OnDuplicate onDuplicate,
            @Nullable Mapping mapping,
            @Nullable DateOrder dateOrder) {
        public static final Options USUAL = new Options(null, null, null);
    }

    /** A file with what one look through it told. */
    public record Look(Import planned, Survey survey, DateOrder.Verdict dates) {}

    private static final String SELECT =
            """
            select i.*, coalesce(s.name, k.name) creator from import_batch i
            left join staff s on s.business_id = :business and s.id = i.created_by
            left join api_key k on k.business_id = :business and k.id = i.created_by
            where i.business_id = :business\
            """;

    /**
     * Keeps an uploaded file and proposes how to read it. Nothing is taken in yet.
     *
     * @throws app.clientele.imports.reading.UnreadableFile when it is no list of customers
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    public Import upload(InputStream content, String fileName, Options options) {
        UUID id = Ids.next();
        files.save(id, content);
        try {
            Survey survey = Survey.of(open(id));
            Mapping mapping = mapping(survey, options.mapping());
            DateOrder order =
                    options.dateOrder() == null
                            ? survey.dates(mapping, usual()).order()
                            : options.dateOrder();
            return requireNonNull(
                    transactions.execute(t -> {
                        insert(id, fileName, survey, mapping, order, options);
                        return get(id);
                    }));
        } catch (RuntimeException e) {
            files.delete(id);
            throw e;
        }
    }

    private SheetFile open(UUID id) {
        try {
            return SheetFile.open(files.path(id), Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mapping mapping(Survey survey, @Nullable Mapping chosen) {
        if (chosen == null) {
            return saved(survey.suggested().fingerprint(), survey.suggested());
        }
        if (!chosen.fingerprint().equals(survey.suggested().fingerprint())) {
            throw new Invalid("mapping", "mapping_of_other_file");
        }
        return chosen;
    }

    private Mapping saved(String fingerprint, Mapping otherwise) {
        String found =
                transactions.execute(t ->
                        sql.of(
                                        "select mapping from import_mapping where business_id = :business and fingerprint = :fingerprint")
                                .param("fingerprint", fingerprint)
                                .query(String.class)
                                .optional()
                                .orElse(""));
        return found == null || found.isEmpty()
                ? otherwise
                : ImportJson.MAPPER.readValue(found, Mapping.class);
    }

    private DateOrder usual() {
        Business business = businesses.current();
        return DateOrder.usualIn(Locale.of(business.language(), business.country()));
    }

    private void insert(
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
                .param("order", order.name().toLowerCase(Locale.ROOT))
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

    /**
     * The import with a fresh look through its file, for the page where columns find their places.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    public Look look(UUID id) {
        Import planned = requireNonNull(transactions.execute(t -> get(id)));
        Survey survey = Survey.of(open(id));
        return new Look(planned, survey, survey.dates(planned.mapping(), planned.dateOrder()));
    }

    /**
     * Says where the columns go, and how to read dates and duplicates; remembered for files with
     * the same headers.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public void plan(UUID id, Mapping mapping, DateOrder order, OnDuplicate onDuplicate) {
        Import present = lock(id);
        if (!present.isPlannable()) {
            throw new Refused("import_underway");
        }
        if (!mapping.fingerprint().equals(present.mapping().fingerprint())) {
            throw new Invalid("mapping", "mapping_of_other_file");
        }
        String written = ImportJson.MAPPER.writeValueAsString(mapping);
        sql.of(
                        """
                        update import_batch set mapping = :mapping::jsonb, date_order = :order, on_duplicate = :onDuplicate, state = 'ready'
                        where business_id = :business and id = :id
                        """)
                .param("mapping", written)
                .param("order", order.name().toLowerCase(Locale.ROOT))
                .param("onDuplicate", onDuplicate.wireName())
                .param("id", id)
                .update();
        sql.of(
                        """
                        insert into import_mapping (business_id, id, fingerprint, mapping) values (:business, :id, :fingerprint, :mapping::jsonb)
                        on conflict (business_id, fingerprint) do update set mapping = excluded.mapping, updated_at = now()
                        """)
                .param("id", Ids.next())
                .param("fingerprint", mapping.fingerprint())
                .param("mapping", written)
                .update();
    }

    /**
     * Sets the work going, for real or as a trial; it goes on in the background, through restarts.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public void start(UUID id, boolean dryRun) {
        Import present = lock(id);
        if (!present.isPlannable()) {
            throw new Refused("import_underway");
        }
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
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        schedule(id);
    }

    private void schedule(UUID id) {
        Caller caller = Caller.current();
        ImportJobs.Work work = new ImportJobs.Work(caller.business(), caller.actor(), id);
        scheduler.scheduleIfNotExists(
                ImportJobs.TASK.instance(id + "/" + Ids.next()).data(work).build(),
                clock.instant());
    }

    /**
     * Takes a finished import back: customers it made go unless somebody worked on them, values it
     * changed return.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public void undo(UUID id) {
        Import present = lock(id);
        if (!present.isUndoable()) {
            throw new Refused("import_not_undoable");
        }
        sql.of(
                        "update import_batch set state = 'undoing' where business_id = :business and id = :id")
                .param("id", id)
                .update();
        schedule(id);
    }

    /** Gives up a file that was not taken in: it is full of personal data, and of no use. */
    @Requires(Permission.CUSTOMER_IMPORT)
    public void discard(UUID id) {
        transactions.executeWithoutResult(t -> {
            if (!lock(id).isPlannable()) {
                throw new Refused("import_underway");
            }
            for (String table : List.of("import_row where import_id", "import_batch where id")) {
                sql.of("delete from " + table + " = :id and business_id = :business")
                        .param("id", id)
                        .update();
            }
        });
        files.delete(id);
    }

    private Import lock(UUID id) {
        sql.of("select id from import_batch where business_id = :business and id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        return get(id);
    }

    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(readOnly = true)
    public Import get(UUID id) {
        return sql.of(SELECT + " and i.id = :id")
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new NotFound("import"));
    }

    /** Imports, the latest first. */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(readOnly = true)
    public Page<Import> all(@Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<Import> found =
                sql.of(
                                SELECT
                                        + " and (:from::uuid is null or i.id < :from::uuid) order by i.id desc limit :limit")
                        .param("from", from == null ? null : from.get(0))
                        .param("limit", limit + 1)
                        .query(this::read)
                        .list();
        return Page.of(found, limit, i -> Cursor.of(i.id()));
    }

    private Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("format"),
                ImportJson.MAPPER.readValue(row.getString("mapping"), Mapping.class),
                DateOrder.valueOf(row.getString("date_order").toUpperCase(Locale.ROOT)),
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
