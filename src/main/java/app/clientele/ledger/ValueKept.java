package app.clientele.ledger;

import app.clientele.customers.ErasureBlocker;
import app.clientele.database.Sql;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever has value with the business is not forgotten before it is spent or taken back. */
@Component
class ValueKept implements ErasureBlocker {
    private final Sql sql;
    private final LedgerDays days;

    ValueKept(Sql sql, LedgerDays days) {
        this.sql = sql;
        this.days = days;
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        boolean has =
                sql.of(
                                """
                                select exists (select from ledger_account a
                                    join ledger_lot l on l.business_id = :business and l.account_id = a.id and l.remaining > 0
                                    where a.business_id = :business and a.customer_id = :customer and a.kind = 'account_credit'
                                        and (l.expires_on is null or l.expires_on >= :today))
                                """)
                        .param("customer", customer)
                        .param("today", days.today())
                        .query(Boolean.class)
                        .single();
        return has
                ? List.of(
                        new Obstacle(
                                new Reason("erasure_has_credit"),
                                "/customers/" + customer + "/account-credit"))
                : List.of();
    }
}
