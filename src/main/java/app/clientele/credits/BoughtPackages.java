package app.clientele.credits;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages that customers have: ended, and handed on to somebody else. */
@Service
public class BoughtPackages {
    private final Sql sql;
    private final CreditRows rows;
    private final CustomerRows customers;

    BoughtPackages(Sql sql, CreditRows rows, CustomerRows customers) {
        this.sql = sql;
        this.rows = rows;
        this.customers = customers;
    }

    /** Why one ends before its time. */
    public record Ending(@NotNull @Line(max = 200) @Nullable String reason) {}

    /** Who is to have one, and why. */
    public record Transfer(
            @NotNull @Nullable UUID customerId,
            @NotNull @Line(max = 200) @Nullable String reason) {}

    /** The latest first; those of which nothing is left only when asked for. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<BoughtPackage> of(UUID customer, boolean all, @Nullable String cursor, int limit) {
        List<BoughtPackage> found =
                rows.boughtBy(customer, all, Cursor.parse(cursor, 1), limit + 1);
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, b -> Cursor.of(b.id()));
    }

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public BoughtPackage get(UUID id) {
        return rows.bought(id).orElseThrow(() -> new NotFound("bought_package"));
    }

    /**
     * Ends one: what is left of it is taken back. What was paid is refunded on its invoice.
     *
     * @throws Refused {@code package_over} when nothing is left
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public BoughtPackage end(UUID id, Ending ending) {
        Validation.check(ending);
        hold(id);
        refuseOver(get(id));
        sql.of(
                        """
                        select revoke_visits(c, :reason) from visit_credit c
                        where c.business_id = :business and c.bought_package_id = :id order by c.id
                        """)
                .param("id", id)
                .param("reason", ending.reason())
                .query((row, number) -> "")
                .list();
        sql.of(
                        """
                        update bought_package set ended_at = now(), ended_by = :caller, end_reason = :reason, version = version + 1,
                            updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("reason", ending.reason())
                .update();
        return get(id);
    }

    private void hold(UUID id) {
        if (sql.of(
                        "select id from bought_package where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("bought_package");
        }
    }

    private static void refuseOver(BoughtPackage present) {
        if (present.state() != BoughtPackage.State.ACTIVE) {
            throw new Refused("package_over");
        }
    }

    /**
     * Hands one on with what is left of it; what was used stays with who used it.
     *
     * @throws Refused {@code package_over} when nothing is left
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public BoughtPackage transfer(UUID id, Transfer transfer) {
        Validation.check(transfer);
        UUID to = requireNonNull(transfer.customerId());
        BoughtPackage present = get(id);
        if (customers.find(to).isEmpty()) {
            throw new Invalid("customerId", "customer_unknown");
        }
        if (to.equals(present.customerId())) {
            throw new Invalid("customerId", "package_theirs");
        }
        Stream.of(to, present.customerId()).sorted().forEach(customers::hold);
        hold(id);
        refuseOver(get(id));
        move(id, to, requireNonNull(transfer.reason()));
        return get(id);
    }

    private void move(UUID id, UUID to, String reason) {
        sql.of(
                        """
                        update ledger_account set customer_id = :to
                        where business_id = :business and id in (
                            select c.id from visit_credit c where c.business_id = :business and c.bought_package_id = :id)
                        """)
                .param("id", id)
                .param("to", to)
                .update();
        sql.of(
                        """
                        update visit_credit set customer_id = :to, version = version + 1, updated_at = now()
                        where business_id = :business and bought_package_id = :id
                        """)
                .param("id", id)
                .param("to", to)
                .update();
        sql.of(
                        """
                        update bought_package set customer_id = :to, move_reason = :reason, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("to", to)
                .param("reason", reason)
                .update();
    }
}
