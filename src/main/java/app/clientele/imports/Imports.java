package app.clientele.imports;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.database.Jobs;
import app.clientele.imports.reading.DateOrder;
import app.clientele.imports.reading.Limits;
import app.clientele.imports.reading.Mapping;
import app.clientele.imports.reading.SheetFile;
import app.clientele.imports.reading.Survey;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
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
    private final ImportBatches batches;
    private final SavedMappings mappings;
    private final ImportFiles files;
    private final Businesses businesses;
    private final CustomFields customFields;
    private final TransactionTemplate transactions;
    private final Jobs jobs;
    private final Clock clock;

    Imports(
            ImportBatches batches,
            SavedMappings mappings,
            ImportFiles files,
            Businesses businesses,
            CustomFields customFields,
            TransactionTemplate transactions,
            Jobs jobs,
            Clock clock) {
        this.batches = batches;
        this.mappings = mappings;
        this.files = files;
        this.businesses = businesses;
        this.customFields = customFields;
        this.transactions = transactions;
        this.jobs = jobs;
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
                        batches.insert(id, fileName, survey, mapping, order, options);
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
            return requireNonNull(transactions.execute(t -> remembered(survey.suggested())));
        }
        if (!chosen.fingerprint().equals(survey.suggested().fingerprint())) {
            throw new Invalid("mapping", "mapping_of_other_file");
        }
        return chosen;
    }

    private Mapping remembered(Mapping suggested) {
        List<CustomField> fields = customFields.all(false);
        Mapping saved = mappings.saved(suggested);
        return saved.equals(suggested)
                ? OwnColumns.suggested(suggested, fields)
                : OwnColumns.present(saved, fields);
    }

    private DateOrder usual() {
        Business business = businesses.current();
        return DateOrder.usualIn(Locale.of(business.language(), business.country()));
    }

    /**
     * The import with a fresh look through its file, for the page where columns find their places.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    public Look look(UUID id) {
        Import planned = requireNonNull(transactions.execute(t -> get(id)));
        files.use(id);
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
        Import present = batches.lock(id);
        if (!present.isPlannable()) {
            throw new Refused("import_underway");
        }
        if (!mapping.fingerprint().equals(present.mapping().fingerprint())) {
            throw new Invalid("mapping", "mapping_of_other_file");
        }
        batches.plan(id, mapping, order, onDuplicate);
        mappings.save(mapping);
    }

    /**
     * Sets the work going, for real or as a trial; it goes on in the background, through restarts.
     * What broke off goes on where it stopped.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public void start(UUID id, boolean dryRun) {
        Import present = batches.lock(id);
        boolean goesOn = !dryRun && present.isResumable();
        if (!present.isPlannable() && !goesOn) {
            throw new Refused("import_underway");
        }
        files.use(id);
        if (goesOn) {
            batches.goOn(id);
        } else {
            batches.start(id, dryRun, clock.instant());
        }
        schedule(id);
    }

    private void schedule(UUID id) {
        ImportJobs.Work work = ImportJobs.Work.of(Caller.current(), id);
        jobs.begin(ImportJobs.TASK.instance(id + "/" + Ids.next()).data(work).build());
    }

    /**
     * Takes an import back, as far as it went: customers it made go unless somebody worked on them,
     * values it changed return. One that is under way is stopped.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public void undo(UUID id) {
        Import present = batches.lock(id);
        if (!present.isUndoable() && !present.isStoppable()) {
            throw new Refused("import_not_undoable");
        }
        batches.undo(id);
        if (!present.isStoppable()) {
            schedule(id); // else the work under way, or the next try at it, turns round by itself
        }
    }

    /**
     * Gives up a file: one that was not taken in goes at once, being full of personal data and of
     * no use; what was taken in of one that broke off is taken back first.
     *
     * @return whether it is gone already
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    public boolean discard(UUID id) {
        boolean gone =
                requireNonNull(
                        transactions.execute(t -> {
                            Import present = batches.lock(id);
                            if (present.isPlannable()) {
                                batches.delete(id);
                            } else if (present.isResumable()) {
                                batches.undo(id);
                                schedule(id);
                            } else {
                                throw new Refused("import_underway");
                            }
                            return present.isPlannable();
                        }));
        if (gone) {
            files.delete(id);
        }
        return gone;
    }

    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(readOnly = true)
    public Import get(UUID id) {
        return batches.get(id);
    }

    /** Imports, the latest first. */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(readOnly = true)
    public Page<Import> all(@Nullable String cursor, int limit) {
        List<Import> found = batches.after(Cursor.parse(cursor, 1), limit + 1);
        return Page.of(found, limit, i -> Cursor.of(i.id()));
    }
}
