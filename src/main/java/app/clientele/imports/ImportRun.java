package app.clientele.imports;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.StaffPreferences;
import app.clientele.customers.batch.CustomerBatch;
import app.clientele.customers.batch.CustomerBatch.Incoming;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Prepared;
import app.clientele.customers.batch.SeenPeople;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.imports.reading.Choices;
import app.clientele.imports.reading.Limits;
import app.clientele.imports.reading.ReadRow;
import app.clientele.imports.reading.Reading;
import app.clientele.imports.reading.SheetFile;
import app.clientele.imports.reading.Survey;
import app.clientele.imports.reading.UnreadableFile;
import app.clientele.shared.Caller;
import app.clientele.site.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a file in, some rows at a time. Each batch of rows and the note of how far it went are one
 * transaction, so a run that was cut off goes on exactly where it stopped. One thread reads and
 * checks while another writes.
 */
@Component
class ImportRun {
    /** As many as are forgotten again before the collector of garbage counts them among the old. */
    private static final int ROWS_AT_ONCE = 1_000;

    private static final int AHEAD = 2;

    /** Written at the same time; the second keeps the database busy while the first is not. */
    private static final int LANES = 2;

    private final Imports imports;
    private final ImportProgress progress;
    private final ImportFiles files;
    private final CustomerBatch batch;
    private final Businesses businesses;
    private final CustomFields customFields;
    private final StaffPreferences preferences;
    private final Texts texts;
    private final Clock clock;

    ImportRun(
            Imports imports,
            ImportProgress progress,
            ImportFiles files,
            CustomerBatch batch,
            Businesses businesses,
            CustomFields customFields,
            StaffPreferences preferences,
            Texts texts,
            Clock clock) {
        this.imports = imports;
        this.progress = progress;
        this.files = files;
        this.batch = batch;
        this.businesses = businesses;
        this.customFields = customFields;
        this.preferences = preferences;
        this.texts = texts;
        this.clock = clock;
    }

    /** Rows read and checked; those that could not be read stand beside. */
    record Chunk(List<ReadRow> read, List<Prepared> prepared, Set<String> marks) {
        static final Chunk END = new Chunk(List.of(), List.of(), Set.of());
    }

    /** Runs, or goes on with, an import until its file ends. */
    void proceed(UUID id) {
        Import running = imports.get(id);
        try (SeenPeople trial = running.dryRun() ? trial(id) : null) {
            OnDuplicate onDuplicate =
                    OnDuplicate.valueOf(running.onDuplicate().toUpperCase(Locale.ROOT));
            write(running, onDuplicate, trial);
            progress.finish(id, Import.State.RUNNING, Import.State.DONE, null);
        } catch (UnreadableFile e) {
            progress.finish(id, Import.State.RUNNING, Import.State.FAILED, e.key());
        }
        tidy(id);
    }

    /** A trial's rows, and those that change people who are known, are one after the other. */
    private void write(Import running, OnDuplicate onDuplicate, @Nullable SeenPeople trial) {
        int lanes = trial == null && onDuplicate == OnDuplicate.SKIP ? LANES : 1;
        UUID id = running.id();
        try (ImportLanes writers =
                new ImportLanes(
                        lanes,
                        (chunk, turn) -> progress.take(id, chunk, onDuplicate, trial, turn))) {
            readAhead(running, writers);
            writers.finish();
        }
    }

    /** A list that was taken in is of no use any more; one that broke off may be gone on with. */
    void tidy(UUID id) {
        Import ended = imports.get(id);
        if (!ended.dryRun() && !ended.isResumable()) {
            files.delete(id);
        }
    }

    private SeenPeople trial(UUID id) {
        if (progress.lastRow(id) > 0) {
            progress.startAnew(id);
        }
        return batch.trial(files.path(id).resolveSibling(id + ".seen"));
    }

    interface Sink {
        /** Answers whether more is wanted. */
        boolean take(Chunk chunk);
    }

    /** Reads in a thread of its own; what fails there fails here. */
    private void readAhead(Import running, Sink sink) {
        BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(AHEAD);
        Caller caller = Caller.current();
        Throwable[] failure = new Throwable[1];
        Thread reader =
                Thread.ofPlatform()
                        .name("import-" + running.id())
                        .start(() -> {
                            try {
                                caller.run(() -> read(running, chunk -> put(queue, chunk)));
                            } catch (Throwable e) {
                                failure[0] = e;
                            }
                            put(queue, Chunk.END);
                        });
        try {
            for (Chunk chunk = take(queue); chunk != Chunk.END; chunk = take(queue)) {
                if (!sink.take(chunk)) {
                    return;
                }
            }
        } finally {
            reader.interrupt();
        }
        rethrow(failure[0]);
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private static Chunk take(BlockingQueue<Chunk> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while importing", e);
        }
    }

    private static boolean put(BlockingQueue<Chunk> queue, Chunk chunk) {
        try {
            queue.put(chunk);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void read(Import running, Sink sink) {
        int done = progress.lastRow(running.id());
        RowTranslator translator = translator(running);
        List<CustomField> fields = customFields.all(true);
        try (Stream<ReadRow> rows = rows(running)) {
            List<ReadRow> read = new ArrayList<>(ROWS_AT_ONCE);
            for (ReadRow row : (Iterable<ReadRow>) rows::iterator) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                if (row.row() > done && read.add(row) && read.size() == ROWS_AT_ONCE) {
                    sink.take(chunk(read, translator, fields));
                    read = new ArrayList<>(ROWS_AT_ONCE);
                }
            }
            if (!read.isEmpty()) {
                sink.take(chunk(read, translator, fields));
            }
        }
    }

    private Chunk chunk(List<ReadRow> read, RowTranslator translator, List<CustomField> fields) {
        List<Prepared> prepared = new ArrayList<>(read.size());
        for (ReadRow row : read) {
            if (row.customer() != null) {
                Incoming incoming = translator.translate(row.row(), row.customer());
                prepared.add(batch.prepare(incoming, fields));
            }
        }
        Set<String> marks = prepared.stream().flatMap(Prepared::marks).collect(Collectors.toSet());
        return new Chunk(read, prepared, marks);
    }

    private RowTranslator translator(Import running) {
        String source = running.format().isEmpty() ? running.fileName() : running.format();
        return new RowTranslator(
                businesses.current(), new NamedTeam(preferences.team()), texts, source);
    }

    private Stream<ReadRow> rows(Import running) {
        try {
            SheetFile file = SheetFile.open(files.path(running.id()), Limits.STANDARD);
            Business business = businesses.current();
            LocalDate today = LocalDate.now(clock.withZone(business.zone()));
            Choices choices =
                    new Choices(running.dateOrder(), today, Choices.dayIn(running.fileName()));
            return new Reading(file, Survey.of(file), running.mapping(), choices).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
