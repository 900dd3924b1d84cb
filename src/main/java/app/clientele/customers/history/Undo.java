package app.clientele.customers.history;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what one has just done oneself: all that happened to a record in that one transaction.
 * Whoever could do it may undo it for a day; later, and for others' deeds, there is {@link
 * Restoration}.
 */
@Service
public class Undo {
    private final Sql sql;
    private final LoggedChanges log;
    private final Restoration restoration;

    Undo(Sql sql, LoggedChanges log, Restoration restoration) {
        this.sql = sql;
        this.log = log;
        this.restoration = restoration;
    }

    /**
     * What a deed led to.
     *
     * @param change names it for {@link #undo}; absent when nothing changed
     */
    public record Done<T extends @Nullable Object>(T result, @Nullable Long change) {}

    /** Does something to a record in one transaction, such that it can be undone. */
    @Open("the deed asks for its own permission")
    @Transactional
    public <T extends @Nullable Object> Done<T> doing(UUID customer, Supplier<T> deed) {
        T result = deed.get();
        return new Done<>(result, recorded(customer));
    }

    /** The latest change of the record in this transaction: all of them bear the time it began. */
    private @Nullable Long recorded(UUID customer) {
        return sql.of(
                        """
                        select id from change where business_id = :business and customer_id = :customer and at = now()
                            and actor = :actor order by id desc limit 1
                        """)
                .param("customer", customer)
                .param("actor", Caller.current().actor())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /**
     * Takes back one's own change and what was changed together with it.
     *
     * @return the customer it was about
     * @throws Refused when somebody has changed the same since
     */
    @Requires({
        Permission.PROFILE_EDIT,
        Permission.NOTE_EDIT,
        Permission.TAG_ASSIGN,
        Permission.FAMILY_EDIT,
        Permission.APPOINTMENT_EDIT,
        Permission.PRICE_EDIT
    })
    @Transactional
    public UUID undo(long change) {
        UUID customer = customerOf(change);
        takeBack(customer, change);
        return customer;
    }

    /** The same for whoever did it. */
    @Open("called by whatever writes, which asks for its own permission")
    public void takeBack(UUID customer, long change) {
        LoggedChange raw = log.get(customer, change);
        // of a visit each guest's part, in the order against that in which they were written
        Map<LoggedChange, UUID> all = new HashMap<>();
        log.together(customer, raw).forEach(each -> all.put(each, customer));
        for (UUID guest : log.guests(customer, raw)) {
            log.together(guest, raw).stream()
                    .filter(each -> each.entity().equals("appointment"))
                    .forEach(each -> all.put(each, guest));
        }
        all.entrySet().stream()
                .filter(e -> !HistoryFields.isSilent(e.getKey()))
                .sorted(Comparator.comparingLong(e -> -e.getKey().id()))
                .forEach(e -> {
                    check(e.getKey());
                    restoration.takeBack(e.getValue(), e.getKey(), null);
                });
    }

    private UUID customerOf(long change) {
        return sql.of(
                        """
                        select customer_id from change where business_id = :business and id = :change and actor = :actor
                            and customer_id is not null and at > now() - interval '1 day'
                        """)
                .param("change", change)
                .param("actor", Caller.current().actor())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("change"));
    }

    private void check(LoggedChange change) {
        boolean changedSince =
                sql.of(
                                """
                                select exists (select from change where business_id = :business and row_id = :row and id > :change
                                    and operation = 'update' and jsonb_exists_any(before, :columns))
                                """)
                        .param("row", change.rowId())
                        .param("change", change.id())
                        .param("columns", HistoryFields.told(change))
                        .query(Boolean.class)
                        .single();
        if (changedSince) {
            throw new Refused("changed_since");
        }
    }
}
