package app.clientele.imports;

import app.clientele.customers.batch.CustomerBatch;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Outcome;
import app.clientele.customers.batch.CustomerBatch.Verdict;
import app.clientele.customers.batch.SeenPeople;
import app.clientele.customers.batch.Turn;
import app.clientele.database.Sql;
import app.clientele.imports.ImportRows.Reason;
import app.clientele.imports.reading.Problem;
import app.clientele.imports.reading.ReadRow;
import app.clientele.shared.CardNumbers;
import app.clientele.shared.Invalid;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Writes a batch of rows and how far the import has come, together or not at all. */
@Component
class ImportProgress {
    /** The last row of what is no longer to be taken in: there is none after it. */
    private static final int STOPPED = Integer.MAX_VALUE;

    private final Sql sql;
    private final ImportBatches batches;
    private final CustomerBatch batch;
    private final Clock clock;

    ImportProgress(Sql sql, ImportBatches batches, CustomerBatch batch, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.batch = batch;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int lastRow(UUID id) {
        return sql.of(
                        "select last_row from import_batch where business_id = :business and id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** A trial that was cut off starts anew: nobody remembers whom its rows were about. */
    @Transactional
    public void startAnew(UUID id) {
        batches.start(id, true, clock.instant());
    }

    /**
     * Takes rows in, unless another run of the same import got here first.
     *
     * @return whether to go on: somebody may have stopped it
     */
    @Transactional
    public boolean take(
            UUID id,
            ImportRun.Chunk chunk,
            OnDuplicate onDuplicate,
            @Nullable SeenPeople trial,
            Turn turn) {
        int first = chunk.read().getFirst().row();
        int done = openLastRow(id, "");
        if (first <= done) {
            return done != STOPPED;
        }
        prepare();
        Map<Integer, Outcome> outcomes = new HashMap<>();
        batch.take(chunk.prepared(), onDuplicate, id, trial, turn)
                .forEach(o -> outcomes.put(o.row(), o));
        List<Told> told =
                chunk.read().stream()
                        .map(r -> told(r, outcomes.get(r.row()), trial != null))
                        .toList();
        write(id, told);
        int last = openLastRow(id, " for no key update");
        if (first <= last) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return last != STOPPED;
        }
        advance(id, chunk.read().getLast().row(), told);
        return true;
    }

    /**
     * The search index sorts new texts in with this memory. A first list makes tables of a few rows
     * large ones within plans that are kept: reading all of a table once was cheap by then.
     */
    private void prepare() {
        sql.of("set local work_mem = '64MB'").update();
        sql.of("set local enable_seqscan = off").update();
    }

    private int openLastRow(UUID id, String lock) {
        return sql.of(
                        "select last_row from import_batch where business_id = :business and id = :id and state = 'running'"
                                + lock)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(STOPPED);
    }

    /**
     * What is kept of one row.
     *
     * @param cells all of them with an error; of somebody whom a trial did not make, the name alone
     */
    private record Told(
            int row,
            Verdict verdict,
            @Nullable UUID customer,
            List<Reason> reasons,
            @Nullable List<String> cells) {}

    private static Told told(ReadRow read, @Nullable Outcome outcome, boolean trial) {
        List<Reason> reasons = new ArrayList<>();
        for (Problem problem : read.problems()) {
            reasons.add(
                    new Reason(
                            problem.column() == null ? "" : problem.column(),
                            problem.key(),
                            problem.args()));
        }
        if (outcome == null) {
            return new Told(read.row(), Verdict.ERROR, null, reasons, withoutCards(read.cells()));
        }
        if (outcome.reason() != null) {
            reasons.add(new Reason("", "imports.reason." + outcome.reason(), List.of()));
        }
        for (Invalid.Problem problem : outcome.problems()) {
            reasons.add(
                    new Reason(
                            problem.field(),
                            "invalid." + problem.code(),
                            problem.args().stream().map(String::valueOf).toList()));
        }
        boolean wrong = outcome.verdict() == Verdict.ERROR;
        return new Told(
                read.row(),
                outcome.verdict(),
                outcome.customer(),
                reasons,
                wrong
                        ? withoutCards(read.cells())
                        : trial && outcome.customer() == null ? name(read) : null);
    }

    /** They are kept until the file is put right; card numbers are never. */
    private static List<String> withoutCards(List<String> cells) {
        return cells.stream().map(c -> CardNumbers.in(c) ? CardNumbers.masked(c) : c).toList();
    }

    private static @Nullable List<String> name(ReadRow read) {
        return read.customer() == null ? null : List.of(read.customer().shownName());
    }

    private void write(UUID id, List<Told> told) {
        sql.of(
                        """
                        insert into import_row (business_id, import_id, row, verdict, customer_id, reasons, cells)
                        select :business, :import, r.row, r.verdict, r.customer_id, r.reasons::jsonb, r.cells::jsonb
                        from unnest(:rows, :verdicts, :customers, :reasons, :cells) r(row, verdict, customer_id, reasons, cells)
                        """)
                .param("import", id)
                .param("rows", told.stream().map(Told::row).toArray(Integer[]::new))
                .param(
                        "verdicts",
                        told.stream().map(t -> t.verdict().wireName()).toArray(String[]::new))
                .param("customers", told.stream().map(Told::customer).toArray(UUID[]::new))
                .param(
                        "reasons",
                        told.stream()
                                .map(t ->
                                        t.reasons().isEmpty()
                                                ? null
                                                : ImportJson.MAPPER.writeValueAsString(t.reasons()))
                                .toArray(String[]::new))
                .param(
                        "cells",
                        told.stream()
                                .map(t ->
                                        t.cells() == null
                                                ? null
                                                : ImportJson.MAPPER
                                                        .writeValueAsString(t.cells())
                                                        .replace("\\u0000", ""))
                                .toArray(String[]::new))
                .update();
    }

    private void advance(UUID id, int lastRow, List<Told> told) {
        Map<Verdict, Integer> counts = new HashMap<>();
        told.forEach(t -> counts.merge(t.verdict(), 1, Integer::sum));
        sql.of(
                        """
                        update import_batch set last_row = :last, created = created + :created, updated = updated + :updated,
                            unchanged = unchanged + :unchanged, skipped = skipped + :skipped, failed = failed + :failed
                        where business_id = :business and id = :id
                        """)
                .param("last", lastRow)
                .param("created", counts.getOrDefault(Verdict.CREATE, 0))
                .param("updated", counts.getOrDefault(Verdict.UPDATE, 0))
                .param("unchanged", counts.getOrDefault(Verdict.UNCHANGED, 0))
                .param("skipped", counts.getOrDefault(Verdict.SKIP, 0))
                .param("failed", counts.getOrDefault(Verdict.ERROR, 0))
                .param("id", id)
                .update();
    }

    /** Ends one kind of work, or any where none is named; work that turned into another goes on. */
    @Transactional
    public void finish(
            UUID id, Import.@Nullable State from, Import.State state, @Nullable String problem) {
        sql.of(
                        """
                        update import_batch set state = :state, problem = :problem, finished_at = :now
                        where business_id = :business and id = :id and state in ('running', 'undoing') and state = coalesce(:from, state)
                        """)
                .param("from", from == null ? null : from.wireName())
                .param("state", state.wireName())
                .param("problem", problem)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }
}
