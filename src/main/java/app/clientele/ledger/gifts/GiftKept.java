package app.clientele.ledger.gifts;

import app.clientele.customers.ErasureBlocker;
import app.clientele.database.Sql;
import app.clientele.ledger.LedgerDays;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever holds a gift card is not forgotten before it is spent, handed on or taken back. */
@Component
class GiftKept implements ErasureBlocker {
    private final Sql sql;
    private final LedgerDays days;

    GiftKept(Sql sql, LedgerDays days) {
        this.sql = sql;
        this.days = days;
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        boolean holds =
                sql.of(
                                """
                                select exists (select from gift_card g
                                    join ledger_lot l on l.business_id = :business and l.account_id = g.id and l.remaining > 0
                                    where g.business_id = :business and g.customer_id = :customer and g.voided_at is null
                                        and (l.expires_on is null or l.expires_on >= :today))
                                """)
                        .param("customer", customer)
                        .param("today", days.today())
                        .query(Boolean.class)
                        .single();
        return holds
                ? List.of(
                        new Obstacle(
                                new Reason("erasure_has_gift_card"),
                                "/customers/" + customer + "/gift-cards"))
                : List.of();
    }
}
