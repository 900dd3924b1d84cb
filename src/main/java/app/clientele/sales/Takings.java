package app.clientele.sales;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays what is handed over on what is owed, and writes it down. */
@Component
class Takings {
    private final Sql sql;
    private final List<Tender> tenders;
    private final Issuing issuing;
    private final Clock clock;

    Takings(Sql sql, List<Tender> tenders, Issuing issuing, Clock clock) {
        this.sql = sql;
        this.tenders = tenders.stream().sorted(Comparator.comparing(Tender::order)).toList();
        this.issuing = issuing;
        this.clock = clock;
    }

    /** An invoice that is held, and what is owed of it. */
    record Target(UUID invoice, @Nullable UUID customer, UUID branch, Money owed) {
        Target less(Money paid) {
            return new Target(invoice, customer, branch, owed.minus(paid));
        }
    }

    List<Tender> all() {
        return tenders;
    }

    Optional<Tender> named(@Nullable String code) {
        return tenders.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /**
     * Takes it, the first target first.
     *
     * @return what is left to pay of the last
     */
    Money take(List<Target> targets, Checkout checkout, CurrencyUnit unit) {
        check(checkout, unit, owed(targets, unit));
        Deque<Target> open = new ArrayDeque<>(targets);
        for (Taking taking : checkout.taken()) {
            lay(taking, open, checkout.submissionId());
        }
        return open.size() > 1 ? owed(new ArrayList<>(open), unit) : open.getLast().owed();
    }

    static Money owed(List<Target> targets, CurrencyUnit unit) {
        return targets.stream()
                .map(Target::owed)
                .reduce(Money.zero(unit), (one, other) -> one.plus(other));
    }

    private void lay(Taking taking, Deque<Target> open, @Nullable UUID submission) {
        Money rest = requireNonNull(taking.amount());
        Money change =
                taking.given() == null
                        ? Money.zero(rest.getCurrencyUnit())
                        : taking.given().minus(rest);
        while (rest.isPositive()) {
            Target target = open.getFirst();
            Money part = rest.isGreaterThan(target.owed()) ? target.owed() : rest;
            rest = rest.minus(part);
            if (part.isPositive()) {
                boolean given = rest.isZero() && taking.given() != null;
                write(taking, target, part, given ? part.plus(change) : null, submission);
            }
            open.removeFirst();
            Target left = target.less(part);
            if (left.owed().isPositive() || open.isEmpty()) {
                open.addFirst(left);
            }
        }
    }

    private void check(Checkout checkout, CurrencyUnit unit, Money owed) {
        List<Problem> problems = new ArrayList<>();
        Money sum = Money.zero(unit);
        for (int i = 0; i < checkout.taken().size(); i++) {
            Taking taking = checkout.taken().get(i);
            String field = "payments[" + i + "].";
            Money amount = requireNonNull(taking.amount());
            checkTender(field, taking, problems);
            if (!amount.getCurrencyUnit().equals(unit)) {
                problems.add(new Problem(field + "amount", "currency", unit.getCode()));
                continue;
            }
            if (amount.isZero()) {
                problems.add(new Problem(field + "amount", "payment_nothing"));
            }
            checkGiven(field, taking, amount, problems);
            sum = sum.plus(amount);
        }
        if (problems.isEmpty() && sum.isGreaterThan(owed)) {
            problems.add(new Problem("payments", "more_than_owed", owed.toString()));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private void checkTender(String field, Taking taking, List<Problem> problems) {
        Tender tender = named(taking.tender()).orElse(null);
        if (tender == null) {
            problems.add(new Problem(field + "tender", "choice"));
            return;
        }
        if (tender.named() != (taking.tenderId() != null)
                || taking.tenderId() != null && !isOwn(taking.tenderId())) {
            problems.add(new Problem(field + "tenderId", "choice"));
        }
        if (taking.given() != null && !tender.givesChange()) {
            problems.add(new Problem(field + "given", "no_change"));
        }
    }

    private boolean isOwn(UUID id) {
        return sql.of(
                        "select exists (select from own_tender where business_id = :business and id = :id and archived_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static void checkGiven(
            String field, Taking taking, Money amount, List<Problem> problems) {
        Money given = taking.given();
        if (given != null && !given.getCurrencyUnit().equals(amount.getCurrencyUnit())) {
            problems.add(
                    new Problem(field + "given", "currency", amount.getCurrencyUnit().getCode()));
        } else if (given != null && given.isLessThan(amount)) {
            problems.add(new Problem(field + "given", "given_too_little"));
        }
    }

    private void write(
            Taking taking,
            Target target,
            Money amount,
            @Nullable Money given,
            @Nullable UUID submission) {
        UUID id = Ids.next();
        Tender tender = named(taking.tender()).orElseThrow();
        PaymentState state =
                tender.take(
                        new Tender.Charge(id, amount, target.customer(), taking.reference(), null));
        sql.of(
                        """
                        insert into payment (business_id, id, invoice_id, customer_id, branch_id, kind, tender, own_tender_id, state,
                            amount_minor, given_minor, currency, reference, submission_id, taken_at, taken_on, created_by, created_via)
                        values (:business, :id, :invoice, :customer, :branch, 'payment', :tender, :own, :state, :amount, :given,
                            :currency, :reference, :submission, :at, :on, :caller, :via)
                        """)
                .param("id", id)
                .param("invoice", target.invoice())
                .param("customer", target.customer())
                .param("branch", target.branch())
                .param("tender", taking.tender())
                .param("own", taking.tenderId())
                .param("state", state.wireName())
                .param("amount", amount.getAmountMinorLong())
                .param("given", Amounts.minor(given))
                .param("currency", Amounts.currency(amount))
                .param("reference", tender.noted(taking.reference()))
                .param("submission", submission)
                .param("at", clock.instant().atOffset(UTC))
                .param("on", issuing.today(target.branch()))
                .param("via", Caller.current().door().wireName())
                .update();
    }

    /** Gives some of a payment back the way it came. */
    PaymentState giveBack(Payment payment, Money amount, @Nullable String reason) {
        UUID id = Ids.next();
        Tender tender = named(payment.tender()).orElseThrow();
        var charge =
                new Tender.Charge(
                        payment.id(), amount, payment.customerId(), payment.reference(), id);
        return back(id, payment, amount, reason, tender, tender.giveBack(charge));
    }

    /** Gives some of a payment back as something else. */
    PaymentState giveBackAs(Tender tender, Payment payment, Money amount, @Nullable String reason) {
        UUID id = Ids.next();
        var charge = new Tender.Charge(payment.id(), amount, payment.customerId(), null, id);
        return back(id, payment, amount, reason, tender, tender.receive(charge));
    }

    /** The database refuses more than the payment brought. */
    private PaymentState back(
            UUID id,
            Payment payment,
            Money amount,
            @Nullable String reason,
            Tender tender,
            PaymentState state) {
        sql.of(
                        """
                        insert into payment (business_id, id, invoice_id, customer_id, branch_id, kind, refund_of, tender,
                            own_tender_id, state, amount_minor, currency, reason, taken_at, taken_on, created_by, created_via)
                        values (:business, :id, :invoice, :customer, :branch, 'refund', :of, :tender, :own, :state, :amount, :currency,
                            :reason, :at, :on, :caller, :via)
                        """)
                .param("id", id)
                .param("invoice", payment.invoiceId())
                .param("customer", payment.customerId())
                .param("branch", payment.branchId())
                .param("of", payment.id())
                .param("tender", tender.code())
                .param("own", tender.named() ? payment.tenderId() : null)
                .param("state", state.wireName())
                .param("amount", amount.getAmountMinorLong())
                .param("currency", Amounts.currency(amount))
                .param("reason", reason)
                .param("at", clock.instant().atOffset(UTC))
                .param("on", issuing.today(payment.branchId()))
                .param("via", Caller.current().door().wireName())
                .update();
        return state;
    }
}
