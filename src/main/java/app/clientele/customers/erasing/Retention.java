package app.clientele.customers.erasing;

import app.clientele.customers.CustomerRows;
import app.clientele.shared.Cursor;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets people not seen for as many years as the business says: they are listed some days before,
 * to be kept or left, and then wait to be erased like anybody who asked.
 */
@Service
public class Retention {
    private final RetentionRows rows;
    private final CustomerRows customers;

    Retention(RetentionRows rows, CustomerRows customers) {
        this.rows = rows;
        this.customers = customers;
    }

    /** Somebody the rule will erase. */
    public record Notice(UUID customerId, long number, String name, LocalDate dueOn) {}

    /** Those the rule will erase unless kept, the next first. */
    @Requires(Permission.CUSTOMER_ERASE)
    @Transactional(readOnly = true)
    public Page<Notice> flagged(@Nullable String cursor, int limit) {
        List<Notice> found = rows.all(Cursor.parse(cursor, 2), limit + 1);
        return Page.of(found, limit, n -> Cursor.of(n.dueOn().toEpochDay(), n.customerId()));
    }

    /** Keeps somebody whom the rule would erase; it asks again in a year. */
    @Requires(Permission.CUSTOMER_ERASE)
    @Transactional
    public void keep(UUID customer) {
        customers.hold(customer);
        rows.keep(customer);
    }
}
