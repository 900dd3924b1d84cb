package app.clientele.imports;

import app.clientele.customers.ErasedPerson;
import app.clientele.customers.PersonalData;
import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.imports.reading.Limits;
import app.clientele.imports.reading.Line;
import app.clientele.imports.reading.SheetFile;
import app.clientele.imports.reading.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rows of imported files, and files that lie here until they are taken in. */
@Component
class ImportPersonalData implements PersonalData {
    private final Sql sql;
    private final ImportBatches batches;
    private final ImportFiles files;

    ImportPersonalData(Sql sql, ImportBatches batches, ImportFiles files) {
        this.sql = sql;
        this.batches = batches;
        this.files = files;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                        "import_row",
                        "customer_id",
                        OnMerge.LEAVE,
                        Map.of(
                                "verdict",
                                OnErase.KEEP,
                                "reasons",
                                OnErase.BLANK,
                                "cells",
                                OnErase.BLANK)));
    }

    /** Rows that were not taken in name nobody by id, nor does a file that only waits to be. */
    @Override
    public void erase(ErasedPerson person) {
        sql.of(
                        """
                        update import_row set cells = null, reasons = null where business_id = :business and cells is not null
                            and (lower(cells::text) like any(:patterns) or regexp_replace(cells::text, '[^0-9"]', '', 'g') like any(:phones))
                        """)
                .param("patterns", person.patterns())
                .param("phones", person.phonePatterns())
                .update();
        waiting().stream().filter(id -> names(files.path(id), person)).forEach(this::giveUp);
    }

    private List<UUID> waiting() {
        return sql
                .of(
                        "select id from import_batch where business_id = :business and dry_run and state in ('ready', 'done', 'failed')")
                .query(UUID.class)
                .list()
                .stream()
                .filter(id -> Files.exists(files.path(id)))
                .toList();
    }

    /** One that can't be read to its end may name anybody. */
    private static boolean names(Path file, ErasedPerson person) {
        try (Stream<Line> lines = SheetFile.open(file, Limits.STANDARD).lines()) {
            return lines.anyMatch(line -> person.isIn(line.cells()));
        } catch (UnreadableFile e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void giveUp(UUID id) {
        if (batches.lock(id).isPlannable()) {
            batches.delete(id);
            AfterCommit.run(() -> files.delete(id));
        }
    }
}
