package app.clientele.imports;

import app.clientele.customers.ImportedCustomers;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an import back, some customers at a time; may be cut off and gone on with. */
@Component
class ImportUndo {
    private static final int AT_ONCE = 1_000;

    private final Sql sql;
    private final ImportedCustomers customers;
    private final ImportProgress progress;
    private final TransactionTemplate transactions;

    ImportUndo(
            Sql sql,
            ImportedCustomers customers,
            ImportProgress progress,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.customers = customers;
        this.progress = progress;
        this.transactions = transactions;
    }

    void proceed(UUID id) {
        // under a cause of its own: what the undo does must not be taken for what the import did
        Caller.current().through(Caller.Door.IMPORT, Ids.next()).run(() -> takeBack(id));
        progress.finish(id, Import.State.UNDONE, null);
    }

    private void takeBack(UUID id) {
        boolean more = true;
        while (more) {
            more =
                    Boolean.TRUE.equals(
                            transactions.execute(t -> removeSome(id) || restoreSome(id)));
        }
        transactions.executeWithoutResult(t -> customers.undoChoices(id));
    }

    private boolean removeSome(UUID id) {
        ImportedCustomers.Undone undone = customers.undoCreated(id, AT_ONCE);
        count(id, undone.removed(), undone.kept());
        return undone.more();
    }

    private boolean restoreSome(UUID id) {
        List<UUID> changed =
                sql.of(
                                """
                                update import_row r set undone = true
                                where r.business_id = :business and r.import_id = :import and r.row in (
                                    select row from import_row where business_id = :business and import_id = :import
                                        and verdict = 'update' and not undone order by row limit :most)
                                returning r.customer_id
                                """)
                        .param("import", id)
                        .param("most", AT_ONCE / 10)
                        .query(UUID.class)
                        .list();
        count(id, 0, customers.undoChanged(id, changed));
        return !changed.isEmpty();
    }

    private void count(UUID id, int removed, int kept) {
        sql.of(
                        """
                        update import_batch set removed = removed + :removed, kept = kept + :kept
                        where business_id = :business and id = :id
                        """)
                .param("removed", removed)
                .param("kept", kept)
                .param("id", id)
                .update();
    }
}
