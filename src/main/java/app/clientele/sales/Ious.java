package app.clientele.sales;

import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers promised to pay later: offered at their next checkout, paid or forgiven. */
@Service
public class Ious {
    private final Sql sql;
    private final SaleRows rows;
    private final CustomerRows customers;

    Ious(Sql sql, SaleRows rows, CustomerRows customers) {
        this.sql = sql;
        this.rows = rows;
        this.customers = customers;
    }

    /** Which ones to list. */
    public record Search(@Nullable UUID customer, Iou.@Nullable State state) {}

    /** Why one is forgiven. */
    public record Forgiving(@NotNull @Line(max = 200) @Nullable String reason) {}

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Iou get(UUID id) {
        return rows.iou(id).orElseThrow(() -> new NotFound("iou"));
    }

    /** The latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Iou> list(Search search, @Nullable String cursor, int limit) {
        Page<Iou> found =
                Page.of(
                        rows.ious(search, Cursor.parse(cursor, 1), limit + 1),
                        limit,
                        u -> Cursor.of(u.id()));
        if (found.items().isEmpty() && search.customer() != null) {
            customers.require(search.customer());
        }
        return found;
    }

    /** Those of a customer that are still to be paid, the oldest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<Iou> outstanding(UUID customer) {
        return rows.outstanding(customer);
    }

    /**
     * Forgives what is still owed; what was bought stays bought.
     *
     * @throws Refused {@code iou_settled} when nothing is owed any more
     */
    @Requires(Permission.SALE_VOID)
    @Transactional
    public Iou forgive(UUID id, Forgiving forgiving) {
        Validation.check(forgiving);
        Iou known = get(id);
        Invoice invoice = rows.held(known.invoiceId()).orElseThrow(() -> new NotFound("invoice"));
        if (invoice.onItsWay().isPositive()) {
            throw new Refused("payment_on_its_way");
        }
        int changed =
                sql.of(
                                """
                                update iou set state = 'void', settled_at = now(), void_reason = :reason, version = version + 1,
                                    updated_at = now()
                                where business_id = :business and id = :id and state = 'outstanding'
                                """)
                        .param("reason", forgiving.reason())
                        .param("id", id)
                        .update();
        if (changed == 0) {
            throw new Refused("iou_settled");
        }
        sql.of(
                        """
                        update invoice set written_off_minor = written_off_minor + :owed, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("owed", invoice.owed().getAmountMinorLong())
                .param("id", invoice.id())
                .update();
        return get(id);
    }
}
