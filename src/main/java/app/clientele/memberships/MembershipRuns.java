package app.clientele.memberships;

import app.clientele.customers.ErasureBlocker;
import app.clientele.database.Sql;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever is a member is not forgotten before the membership is over. */
@Component
class MembershipRuns implements ErasureBlocker {
    private final Sql sql;

    MembershipRuns(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        boolean runs =
                sql.of(
                                """
                                select exists (select from membership m join branch b on b.business_id = :business and b.id = m.branch_id
                                    where m.business_id = :business and m.customer_id = :customer
                                        and membership_state(m, (now() at time zone b.zone)::date) not in ('cancelled', 'expired'))
                                """)
                        .param("customer", customer)
                        .query(Boolean.class)
                        .single();
        return runs
                ? List.of(
                        new Obstacle(
                                new Reason("erasure_has_membership"),
                                "/customers/" + customer + "/memberships"))
                : List.of();
    }
}
