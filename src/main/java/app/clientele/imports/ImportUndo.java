package app.clientele.imports;

import app.clientele.customers.batch.ImportedCustomers;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.util.List;
import java.util.Objects;
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
    private final ImportFiles files;
    private final TransactionTemplate transactions;

    ImportUndo(
            Sql sql,
            ImportedCustomers customers,
            ImportProgress progress,
            ImportFiles files,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.customers = customers;
        this.progress = progress;
        this.files = files;
        this.transactions = transactions;
    }

    void proceed(UUID id) {
        // under a cause of its own: what the undo does must not be taken for what the import did
        Caller.current().through(Caller.Door.IMPORT, Ids.next()).run(() -> takeBack(id));
        progress.finish(id, Import.State.UNDOING, Import.State.UNDONE, null);
        files.delete(id);
    }

    private void takeBack(UUID id) {
        while (Boolean.TRUE.equals(transactions.execute(t -> removeSome(id)))) {
            // there are more
        }
        for (List<UUID> some = changed(id); !some.isEmpty(); some = changed(id)) {
            some.forEach(c -> transactions.executeWithoutResult(t -> restore(id, c)));
        }
        transactions.executeWithoutResult(t -> customers.undoChoices(id));
    }

    private boolean removeSome(UUID id) {
        ImportedCustomers.Undone undone = customers.undoCreated(id, AT_ONCE);
        count(id, undone.removed(), undone.kept());
        return undone.more();
    }

    /** Some of the customers it changed, whose turn has not come yet. */
    private List<UUID> changed(UUID id) {
        return Objects.requireNonNull(
                transactions.execute(t ->
                        sql.of(
                                        """
                                        select distinct customer_id from (
                                            select customer_id from import_row where business_id = :business and import_id = :import
                                                and verdict = 'update' and not undone and customer_id is not null order by row limit :most) r
                                        """)
                                .param("import", id)
                                .param("most", AT_ONCE)
                                .query(UUID.class)
                                .list()));
    }

    /** All rows about one customer, and the note that it was done: one transaction. */
    private void restore(UUID id, UUID customer) {
        sql.of(
                        """
                        update import_row set undone = true
                        where business_id = :business and import_id = :import and customer_id = :customer
                        """)
                .param("import", id)
                .param("customer", customer)
                .update();
        if (!customers.undoChanged(id, customer)) {
            count(id, 0, 1);
        }
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
