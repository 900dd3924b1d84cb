package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what an import did to the customers, as far as nobody has worked on it since. */
@Service
public class ImportedCustomers {
    private final Sql sql;
    private final Restoration restoration;
    private final Locks locks;
    private final ChoiceRows choices;
    private final MergedRows hanging;

    ImportedCustomers(
            Sql sql, Restoration restoration, Locks locks, ChoiceRows choices, MergedRows hanging) {
        this.sql = sql;
        this.restoration = restoration;
        this.locks = locks;
        this.choices = choices;
        this.hanging = hanging;
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
     * Gives customers that were there before their former values back.
     *
     * @return how many of them stay changed, at least in part, since somebody worked on the same
     *     fields after the import, or locked the record
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(propagation = Propagation.MANDATORY)
    public int undoChanged(UUID importId, List<UUID> customers) {
        return (int) customers.stream().filter(c -> !takeBack(importId, c)).count();
    }

    private record Touch(long id, boolean later) {}

    private boolean takeBack(UUID importId, UUID customer) {
        if (locks.isClosed(customer)) {
            return false;
        }
        boolean whole = true;
        for (Touch change : changes(importId, customer)) {
            whole &= !change.later() && putBack(customer, change.id());
        }
        return whole;
    }

    private List<Touch> changes(UUID importId, UUID customer) {
        return sql.of(
                        """
                        select c.id, exists (select from change l where l.business_id = :business and l.row_id = c.row_id
                            and l.id > c.id and l.cause is distinct from :import and (c.before is null or l.before is null or jsonb_exists_any(
                                l.before - 'version', array(select jsonb_object_keys(c.before))))) later
                        from change c
                        where c.business_id = :business and c.customer_id = :customer and c.cause = :import
                        order by c.id desc limit 1000
                        """)
                .param("import", importId)
                .param("customer", customer)
                .query(Touch.class)
                .list();
    }

    private boolean putBack(UUID customer, long change) {
        try {
            restoration.putBack(customer, change, null);
            return true;
        } catch (Refused e) {
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
