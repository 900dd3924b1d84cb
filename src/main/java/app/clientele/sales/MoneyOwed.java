package app.clientele.sales;

import app.clientele.customers.ErasureBlocker;
import app.clientele.database.Sql;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever owes money is not forgotten before it is paid or forgiven. */
@Component
class MoneyOwed implements ErasureBlocker {
    private final Sql sql;

    MoneyOwed(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        boolean owes =
                sql.of(
                                """
                                select exists (select from invoice where business_id = :business and customer_id = :customer
                                    and status in ('open', 'part_paid'))
                                """)
                        .param("customer", customer)
                        .query(Boolean.class)
                        .single();
        return owes
                ? List.of(
                        new Obstacle(
                                new Reason("erasure_money_owed"),
                                "/customers/" + customer + "/invoices"))
                : List.of();
    }
}
