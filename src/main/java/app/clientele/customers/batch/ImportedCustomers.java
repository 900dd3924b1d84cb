package app.clientele.customers.batch;

import app.clientele.customers.choices.ChoiceRows;
import app.clientele.customers.history.HistoryFields;
import app.clientele.customers.history.Restoration;
import app.clientele.customers.merging.MergedRows;
import app.clientele.database.Sql;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what an import did to the customers, as far as nobody has worked on it since. */
@Service
public class ImportedCustomers {
    private final Sql sql;
    private final Restoration restoration;
    private final ChoiceRows choices;
    private final MergedRows hanging;
    private final TransactionTemplate apart;

    ImportedCustomers(
            Sql sql,
            Restoration restoration,
            ChoiceRows choices,
            MergedRows hanging,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.restoration = restoration;
        this.choices = choices;
        this.hanging = hanging;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * How far one step came; a customer is kept when somebody else changed it, or anything on it,
     * since.
     */
    public record Undone(int removed, int kept, boolean more) {}

    /** Takes away some of the customers an import made, in the running transaction. */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(propagation = Propagation.MANDATORY)
    public Undone undoCreated(UUID importId, int most) {
        List<UUID> made =
                sql.of(
                                "select id from customer where business_id = :business and import_id = :import and erase_at is null order by id limit :most for update")
                        .param("import", importId)
                        .param("most", most)
                        .query(UUID.class)
                        .list();
        return made.isEmpty() ? new Undone(0, 0, false) : undoCreated(importId, made);
    }

    private Undone undoCreated(UUID importId, List<UUID> made) {
        List<UUID> touched =
                sql.of(
                                """
                                select distinct c.customer_id from change c
                                where c.business_id = :business and c.customer_id = any(:made) and c.cause is distinct from :import
                                """)
                        .param("made", made.toArray(UUID[]::new))
                        .param("import", importId)
                        .query(UUID.class)
                        .list();
        List<UUID> free = made.stream().filter(id -> !touched.contains(id)).toList();
        List<UUID> removed = free.stream().filter(id -> !isReferrer(id)).toList();
        delete(removed);
        // those that stay are no longer the import's: the next step must not meet them again
        sql.of(
                        "update customer set import_id = null where business_id = :business and import_id = :import and id = any(:made)")
                .param("import", importId)
                .param("made", made.toArray(UUID[]::new))
                .update();
        return new Undone(removed.size(), made.size() - removed.size(), true);
    }

    private boolean isReferrer(UUID id) {
        return sql.of(
                        "select exists (select from customer where business_id = :business and referred_by_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void delete(List<UUID> ids) {
        hanging.delete(ids);
        sql.of("delete from customer where business_id = :business and id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /**
     * Gives a customer who was there before the former values back, field by field where they can't
     * all return: one that can't stops none of the others.
     *
     * @return whether all did; what somebody worked on since stays, as does what the rules no
     *     longer take, or a lock keeps
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undoChanged(UUID importId, UUID customer) {
        List<Touch> changes = changes(importId, customer);
        boolean whole = true;
        if (changes.stream().noneMatch(Touch::madeTheCustomer)) {
            for (Touch change : changes) {
                whole &= putBack(customer, change);
            }
        }
        return whole;
    }

    /**
     * One change of the import.
     *
     * @param columns it changed that people read about
     * @param later those that somebody else changed after it
     */
    private record Touch(
            long id, String entity, String operation, Set<String> columns, Set<String> later) {
        /** They are counted, and may be gone, with those the import made. */
        boolean madeTheCustomer() {
            return entity.equals("customer") && operation.equals("insert");
        }

        boolean isLatest() {
            return operation.equals("update")
                    ? Collections.disjoint(columns, later)
                    : later.isEmpty();
        }

        /** The fields that may return alone. */
        List<String> fields() {
            return columns.stream()
                    .filter(c -> !later.contains(c))
                    .map(HistoryFields::of)
                    .distinct()
                    .toList();
        }
    }

    private List<Touch> changes(UUID importId, UUID customer) {
        return sql.of(
                        """
                        select c.id, c.entity, c.operation,
                            array(select k from jsonb_object_keys(c.before) k where k <> all(:silent)) columns,
                            array(select k from change l cross join jsonb_object_keys(l.before) k
                                where l.business_id = :business and l.row_id = c.row_id and l.id > c.id
                                    and l.cause is distinct from :import and k <> all(:silent)) later
                        from change c
                        where c.business_id = :business and c.customer_id = :customer and c.cause = :import
                        order by c.id desc limit 1000
                        """)
                .param("import", importId)
                .param("customer", customer)
                .param("silent", HistoryFields.silent())
                .query((row, number) ->
                        new Touch(
                                row.getLong("id"),
                                row.getString("entity"),
                                row.getString("operation"),
                                texts(row.getArray("columns")),
                                texts(row.getArray("later"))))
                .list();
    }

    private static Set<String> texts(Array array) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) array.getArray()));
    }

    private boolean putBack(UUID customer, Touch change) {
        if (change.isLatest() && attempt(customer, change.id(), null)) {
            return true;
        }
        change.fields().forEach(field -> attempt(customer, change.id(), field));
        return false;
    }

    /** Behind a savepoint: what is refused has left nothing behind, and spoils nothing else. */
    private boolean attempt(UUID customer, long change, @Nullable String field) {
        try {
            apart.executeWithoutResult(t -> restoration.putBack(customer, change, field));
            return true;
        } catch (Refused | Invalid | NotFound | NotAllowed e) {
            return false;
        }
    }

    /**
     * Takes away the tags, statuses and referral methods an import added to the business's lists,
     * once its customers are gone; what anybody uses stays.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoChoices(UUID importId) {
        choices.deleteUnused(importId);
    }
}
