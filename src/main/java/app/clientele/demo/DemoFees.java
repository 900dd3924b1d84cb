package app.clientele.demo;

import app.clientele.business.Staff;
import app.clientele.database.Sql;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.fees.Fee;
import app.clientele.sales.fees.FeeKind;
import app.clientele.sales.fees.FeeRule.FeeRuleDetails;
import app.clientele.sales.fees.FeeRule.Whom;
import app.clientele.sales.fees.FeeRules;
import app.clientele.sales.fees.FeeState;
import app.clientele.sales.fees.Fees;
import app.clientele.sales.fees.Fees.Search;
import app.clientele.sales.fees.Fees.Waiving;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import app.clientele.shared.Permission;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fees and deposits by rule at the spa: some wait for a decision, some were charged or waived. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoFees {
    private static final String WHERE = "lumen";

    private final FeeRules rules;
    private final Fees fees;
    private final Checkouts checkouts;
    private final Staff staff;
    private final Sql sql;
    private final TransactionTemplate transactions;

    DemoFees(
            FeeRules rules,
            Fees fees,
            Checkouts checkouts,
            Staff staff,
            Sql sql,
            TransactionTemplate transactions) {
        this.rules = rules;
        this.fees = fees;
        this.checkouts = checkouts;
        this.staff = staff;
        this.sql = sql;
        this.transactions = transactions;
    }

    void fill(DemoBusiness demo) {
        if (!demo.slug().equals(WHERE)) {
            return;
        }
        UUID colleague = staff.all().getFirst().id();
        new Caller(Caller.current().business(), colleague, Door.PAGE, null, Permission.all())
                .run(this::decide);
    }

    private void decide() {
        rules.add(rule(FeeKind.LATE_CANCEL, 30, Whom.EVERYBODY, null));
        rules.add(rule(FeeKind.NO_SHOW, 50, Whom.EVERYBODY, null));
        rules.add(rule(FeeKind.DEPOSIT, 20, Whom.MISSED, 2));
        propose("no_show", "status = 'no_show' and starts_at > now() - interval '20 days'", 5);
        propose("late_cancel", "status = 'late_cancelled'", 3);
        propose("deposit", "status in ('booked', 'confirmed') and starts_at > now()", 400);
        List<Fee> missed = open(FeeKind.NO_SHOW);
        missed.stream().limit(1).forEach(this::charge);
        missed.stream()
                .skip(1)
                .limit(1)
                .forEach(f -> fees.waive(f.id(), new Waiving("First time in five years")));
        open(FeeKind.DEPOSIT).stream().limit(2).forEach(this::charge);
    }

    private static FeeRuleDetails rule(
            FeeKind kind, int percent, Whom whom, @Nullable Integer missed) {
        return new FeeRuleDetails(
                kind,
                BigDecimal.valueOf(percent),
                null,
                null,
                whom,
                missed,
                null,
                null,
                false,
                true);
    }

    /** As the rules would have, had they been there. */
    private void propose(String kind, String which, int most) {
        transactions.executeWithoutResult(t ->
                sql.of(
                                """
                                select count(propose_fee(a, :kind)) from (select * from appointment
                                    where business_id = :business and %s order by starts_at desc limit %d) a
                                """
                                        .formatted(which, most))
                        .param("kind", kind)
                        .query(Long.class)
                        .single());
    }

    private List<Fee> open(FeeKind kind) {
        return fees.list(new Search(null, null, FeeState.PROPOSED), null, 50).items().stream()
                .filter(f -> f.kind() == kind)
                .toList();
    }

    private void charge(Fee fee) {
        UUID order = fees.order(fee.id());
        var cash = new Taking("cash", null, fee.amount(), null, null);
        checkouts.pay(order, new Checkout(List.of(cash), null, null, null, null));
    }
}
