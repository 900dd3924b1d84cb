package app.clientele.calendar.rules;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.customers.Locks;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How single customers may book by themselves; whoever stands at the desk may book for anybody. */
@Service
public class OnlineBookings {
    private final Sql sql;
    private final RuleRows rows;
    private final Locks locks;
    private final Clashes clashes;

    OnlineBookings(Sql sql, RuleRows rows, Locks locks, Clashes clashes) {
        this.sql = sql;
        this.rows = rows;
        this.locks = locks;
        this.clashes = clashes;
    }

    /**
     * What may be said of a customer.
     *
     * @param branchId where it holds; everywhere when absent
     */
    public record OnlineBookingDetails(
            @NotNull @Nullable OnlineRule rule,
            @Nullable UUID branchId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Line(max = 300) @Nullable String reason,
            boolean silent) {}

    /** What was said of a customer, and what their missed appointments bring about. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public OnlineBooking of(UUID customer) {
        return read(customer);
    }

    private OnlineBooking read(UUID customer) {
        return OnlineBooking.read(rows.ask(customer, OnlineBooking.GLANCE));
    }

    /**
     * Says how a customer may book.
     *
     * @param version what was seen of it, 0 for nothing; absent where any will do
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void set(UUID customer, OnlineBookingDetails details, @Nullable Integer version) {
        check(details);
        locks.check(customer);
        UUID present = seen(customer, version);
        bind(
                        present == null
                                ? """
                                insert into online_booking (business_id, id, customer_id, rule, branch_id, valid_from, valid_to, reason, silent,
                                    created_by, created_via)
                                values (:business, :id, :customer, :rule, :branch, :from, :to, :reason, :silent, :caller, :via)
                                """
                                : """
                                update online_booking set rule = :rule, branch_id = :branch, valid_from = :from, valid_to = :to,
                                    reason = :reason, silent = :silent, created_by = :caller, created_via = :via,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and customer_id = :customer
                                """,
                        details)
                .param("id", present == null ? Ids.next() : present)
                .param("customer", customer)
                .update();
    }

    private void check(OnlineBookingDetails details) {
        Validation.check(details);
        LocalDate from = details.from();
        if (from != null && details.to() != null && details.to().isBefore(from)) {
            throw new Invalid("to", "before_start");
        }
        if (details.branchId() != null) {
            rows.mustKnow("branch", "branchId", details.branchId());
        }
    }

    /** The row there is, which the lock on the record keeps as it is. */
    private @Nullable UUID seen(UUID customer, @Nullable Integer version) {
        int present = read(customer).version();
        UUID id =
                sql.of(
                                "select id from online_booking where business_id = :business and customer_id = :customer")
                        .param("customer", customer)
                        .query(UUID.class)
                        .optional()
                        .orElse(null);
        if (version != null && version != present) {
            throw clashes.since("online_booking", id == null ? customer : id, version, present);
        }
        return id;
    }

    private StatementSpec bind(String statement, OnlineBookingDetails details) {
        return sql.of(statement)
                .param("rule", requireNonNull(details.rule()).wireName())
                .param("branch", details.branchId())
                .param("from", details.from())
                .param("to", details.to())
                .param("reason", details.reason())
                .param("silent", details.silent() && details.rule() == OnlineRule.BLOCK)
                .param("via", Caller.current().door().wireName());
    }

    /** From then on what holds for all holds for them; said of nobody, it stays so. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void clear(UUID customer) {
        locks.check(customer);
        sql.of(
                        "delete from online_booking where business_id = :business and customer_id = :customer")
                .param("customer", customer)
                .update();
    }
}
