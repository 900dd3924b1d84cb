package app.clientele.points;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.ledger.AccountKind;
import app.clientele.ledger.Ledger;
import app.clientele.ledger.LedgerDays;
import app.clientele.ledger.Posting;
import app.clientele.ledger.Submissions;
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

/** The points that customers have. */
@Service
public class Points {
    private static final String UNIT = "count";

    private final PointRows rows;
    private final PointSettings settings;
    private final Ledger ledger;
    private final LedgerDays days;
    private final Submissions submissions;
    private final CustomerRows customers;

    Points(
            PointRows rows,
            PointSettings settings,
            Ledger ledger,
            LedgerDays days,
            Submissions submissions,
            CustomerRows customers) {
        this.rows = rows;
        this.settings = settings;
        this.ledger = ledger;
        this.days = days;
        this.submissions = submissions;
        this.customers = customers;
    }

    /** What a customer may use today. */
    public record PointBalance(long points) {}

    /**
     * Points given or taken by hand.
     *
     * @param points how many more they have then; less than nothing takes some
     * @param submissionId of the form: sent twice, it is done once
     */
    public record PointChange(
            @NotNull @Min(-1_000_000) @Max(1_000_000) @Nullable Integer points,
            @NotNull @Line(max = 200) @Nullable String reason,
            @Nullable UUID submissionId) {}

    /** What a customer may use today. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public PointBalance balance(UUID customer) {
        customers.require(customer);
        return new PointBalance(available(customer));
    }

    long available(UUID customer) {
        List<UUID> accounts = accounts(customer);
        return accounts.isEmpty() ? 0 : ledger.available(accounts);
    }

    private List<UUID> accounts(UUID customer) {
        return ledger.accounts(AccountKind.POINTS, customer, UNIT);
    }

    /** What came and went, the latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<PointEntry> entries(UUID customer, @Nullable String cursor, int limit) {
        var deeds = new PointDeeds(rows, customer, Cursor.parse(cursor, 1));
        List<PointEntry> found = deeds.read(limit);
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return new Page<>(found, deeds.next());
    }

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public PointEntry get(UUID id) {
        return rows.entry(id).orElseThrow(() -> new NotFound("point_entry"));
    }

    /**
     * Gives or takes points by hand.
     *
     * @return the entry, or the first of those that took some
     * @throws Refused {@code points_too_few} when they have not so many
     */
    @Requires(Permission.VALUE_EDIT)
    @Transactional
    public PointEntry change(UUID customer, PointChange change) {
        Validation.check(change);
        int points = requireNonNull(change.points());
        if (points == 0) {
            throw new Invalid("points", "points_none");
        }
        customers.hold(customer); // of two who are first, one opens the account
        UUID before = submissions.of(AccountKind.POINTS, customer, change.submissionId());
        if (before != null) {
            return get(before);
        }
        Posting posting = new Posting(null, change.reason(), change.submissionId());
        return get(points > 0 ? give(customer, points, posting) : take(customer, -points, posting));
    }

    private UUID give(UUID customer, int points, Posting posting) {
        UUID account =
                accounts(customer).stream()
                        .findFirst()
                        .orElseGet(() -> ledger.open(AccountKind.POINTS, customer, UNIT));
        Integer months = settings.current().lastsMonths();
        LocalDate until = months == null ? null : days.today().plusMonths(months);
        UUID id = Ids.next();
        ledger.add(id, account, points, until, posting);
        return id;
    }

    private UUID take(UUID customer, int points, Posting posting) {
        return ledger.spend(accounts(customer), points, posting, "points_too_few");
    }
}
