package app.clientele.ledger;

import static app.clientele.ledger.AccountKind.ACCOUNT_CREDIT;
import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.customers.CustomerRows;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Price;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Credit that customers have with the business: given, spent at checkout, taken back, expired. */
@Service
public class AccountCredit {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final LedgerRows rows;
    private final Ledger ledger;
    private final CreditAccounts accounts;
    private final Submissions submissions;
    private final CustomerRows customers;
    private final Businesses businesses;
    private final LedgerDays days;

    AccountCredit(
            LedgerRows rows,
            Ledger ledger,
            CreditAccounts accounts,
            Submissions submissions,
            CustomerRows customers,
            Businesses businesses,
            LedgerDays days) {
        this.rows = rows;
        this.ledger = ledger;
        this.accounts = accounts;
        this.submissions = submissions;
        this.customers = customers;
        this.businesses = businesses;
        this.days = days;
    }

    /**
     * What is given to a customer.
     *
     * @param expiresOn the last day on which it may be spent; it never expires when absent
     * @param submissionId of the form: sent twice, it is given once
     */
    public record Adding(
            @NotNull @Price @Nullable Money amount,
            @NotNull @Line(max = 200) @Nullable String reason,
            @Nullable LocalDate expiresOn,
            @Nullable UUID submissionId) {}

    /** Why it is taken back. */
    public record TakingBack(@NotNull @Line(max = 200) @Nullable String reason) {}

    /** What a customer may spend, in the currency of the business. */
    public record Balance(Money balance) {}

    /** What a customer may spend today. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Balance balance(UUID customer) {
        customers.require(customer);
        return new Balance(accounts.available(customer, unit()));
    }

    private CurrencyUnit unit() {
        return CurrencyUnit.of(businesses.current().currency());
    }

    /** What came and went, the latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<LedgerEntry> entries(UUID customer, @Nullable String cursor, int limit) {
        List<LedgerEntry> found =
                rows.entries(ACCOUNT_CREDIT, customer, Cursor.parse(cursor, 1), limit + 1);
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, e -> Cursor.of(e.id()));
    }

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public LedgerEntry get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("ledger_entry"));
    }

    private Optional<LedgerEntry> find(UUID id) {
        return rows.entry(ACCOUNT_CREDIT, id);
    }

    /** Gives a customer credit. */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public LedgerEntry add(UUID customer, Adding adding) {
        Validation.check(adding);
        check(adding);
        customers.hold(customer);
        UUID before = submissions.of(ACCOUNT_CREDIT, customer, adding.submissionId());
        if (before != null) {
            return get(before);
        }
        UUID id = Ids.next();
        accounts.add(
                id,
                customer,
                requireNonNull(adding.amount()),
                adding.expiresOn(),
                new Posting(null, adding.reason(), adding.submissionId()));
        return find(id).orElseThrow(() -> new NotFound("ledger_entry"));
    }

    private void check(Adding adding) {
        Money amount = requireNonNull(adding.amount());
        if (!amount.getCurrencyUnit().equals(unit())) {
            throw new Invalid("amount", "currency", unit().getCode());
        }
        if (amount.isZero()) {
            throw new Invalid("amount", "payment_nothing");
        }
        LocalDate until = adding.expiresOn();
        if (until != null && (until.isBefore(days.today()) || until.isAfter(LAST))) {
            throw new Invalid("expiresOn", "day_over");
        }
    }

    /**
     * Takes back what is left of what came in at once.
     *
     * @return the entry that took it
     * @throws Refused {@code value_spent} when nothing is left
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public LedgerEntry takeBack(UUID id, TakingBack taking) {
        Validation.check(taking);
        LedgerEntry added = find(id).orElseThrow(() -> new NotFound("ledger_entry"));
        if (added.remaining() == null) {
            throw new Refused("value_spent");
        }
        return find(ledger.takeBack(id, Posting.of(taking.reason()))).orElseThrow();
    }
}
