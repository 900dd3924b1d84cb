package app.clientele.credits;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.ledger.AccountKind;
import app.clientele.ledger.LastDays;
import app.clientele.ledger.Ledger;
import app.clientele.ledger.LedgerDays;
import app.clientele.ledger.Posting;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits that customers have: given by hand, taken back, with another last day. */
@Service
public class VisitCredits {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Sql sql;
    private final CreditRows rows;
    private final Ledger ledger;
    private final LastDays lastDays;
    private final LedgerDays days;
    private final CreditSettings settings;
    private final PackageRows packages;
    private final CustomerRows customers;

    VisitCredits(
            Sql sql,
            CreditRows rows,
            Ledger ledger,
            LastDays lastDays,
            LedgerDays days,
            CreditSettings settings,
            PackageRows packages,
            CustomerRows customers) {
        this.sql = sql;
        this.rows = rows;
        this.ledger = ledger;
        this.lastDays = lastDays;
        this.days = days;
        this.settings = settings;
        this.packages = packages;
        this.customers = customers;
    }

    /**
     * What is given to somebody.
     *
     * @param expiresOn the last day on which it may be used; none when absent
     * @param reason why, as it stands beside it
     * @param submissionId of the form: sent twice, it is given once
     */
    public record Giving(
            @NotNull @Nullable UUID serviceId,
            @NotNull @Min(1) @Max(999) @Nullable Integer visits,
            @Nullable LocalDate expiresOn,
            @NotNull @Line(max = 100) @Nullable String reason,
            @Nullable UUID submissionId) {}

    /** Why what is left is taken back. */
    public record Revoking(@NotNull @Line(max = 200) @Nullable String reason) {}

    /**
     * Until when it may be used.
     *
     * @param expiresOn the last day; none when absent
     */
    public record Expiring(
            @Nullable LocalDate expiresOn, @NotNull @Line(max = 200) @Nullable String reason) {}

    /** The latest first; what can be used no more only when asked for. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<VisitCredit> of(UUID customer, boolean all, @Nullable String cursor, int limit) {
        return page(customer, rows.of(customer, all, Cursor.parse(cursor, 1), limit + 1), limit);
    }

    /** Those that came with no package. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<VisitCredit> loose(UUID customer, boolean all, @Nullable String cursor, int limit) {
        return page(customer, rows.loose(customer, all, Cursor.parse(cursor, 1), limit + 1), limit);
    }

    private Page<VisitCredit> page(UUID customer, List<VisitCredit> found, int limit) {
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, c -> Cursor.of(c.id()));
    }

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public VisitCredit get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("visit_credit"));
    }

    /** Gives somebody visits. */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public VisitCredit give(UUID customer, Giving giving) {
        Validation.check(giving);
        checkDay(giving.expiresOn());
        if (!packages.isService(requireNonNull(giving.serviceId()))) {
            throw new Invalid("serviceId", "choice");
        }
        customers.hold(customer);
        VisitCredit before = sentBefore(customer, giving.submissionId());
        return before == null ? given(customer, giving) : before;
    }

    /** Under the customer's lock, so that of two sent at once the later sees the first. */
    private @Nullable VisitCredit sentBefore(UUID customer, @Nullable UUID submission) {
        VisitCredit before =
                submission == null
                        ? null
                        : sql.of(
                                        "select id from visit_credit where business_id = :business and submission_id = :submission")
                                .param("submission", submission)
                                .query(UUID.class)
                                .optional()
                                .map(this::get)
                                .orElse(null);
        if (before != null && !before.customerId().equals(customer)) {
            throw new Invalid("submissionId", "taken");
        }
        return before;
    }

    private VisitCredit given(UUID customer, Giving giving) {
        int visits = requireNonNull(giving.visits());
        UUID id = ledger.open(AccountKind.VISITS, customer, "count");
        sql.of(
                        """
                        insert into visit_credit (business_id, id, customer_id, service_id, origin, reason, visits, from_on, submission_id,
                            created_by, created_via)
                        values (:business, :id, :customer, :service, 'hand', :reason, :visits, :from, :submission, :caller, :via)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("service", giving.serviceId())
                .param("reason", giving.reason())
                .param("visits", visits)
                .param("from", days.today())
                .param("submission", giving.submissionId())
                .param("via", Caller.current().door().wireName())
                .update();
        ledger.add(Ids.next(), id, visits, giving.expiresOn(), Posting.of(giving.reason()));
        return get(id);
    }

    private void checkDay(@Nullable LocalDate until) {
        if (until != null && (until.isBefore(days.today()) || until.isAfter(LAST))) {
            throw new Invalid("expiresOn", "day_over");
        }
    }

    /**
     * Takes back what is left of it.
     *
     * @throws Refused {@code credit_gone} when nothing is left
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public VisitCredit revoke(UUID id, Revoking revoking) {
        Validation.check(revoking);
        if (get(id).left() == 0) {
            throw new Refused("credit_gone");
        }
        ledger.takeBackAll(id, Posting.of(revoking.reason()));
        touch(id);
        return get(id);
    }

    /**
     * Gives it another last day, and brings back what has expired.
     *
     * @throws Refused {@code credits_fixed} when the business does not let anybody
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public VisitCredit expire(UUID id, Expiring expiring) {
        Validation.check(expiring);
        checkDay(expiring.expiresOn());
        get(id);
        if (!settings.current().editable()) {
            throw new Refused("credits_fixed");
        }
        Posting posting = Posting.of(expiring.reason());
        lastDays.extend(id, expiring.expiresOn(), posting);
        lastDays.revive(id, expiring.expiresOn(), posting);
        touch(id);
        return get(id);
    }

    private void touch(UUID id) {
        sql.of(
                        "update visit_credit set version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }
}
