package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The few figures that sum a customer up. */
@Service
public class Summaries {
    private final Sql sql;

    Summaries(Sql sql) {
        this.sql = sql;
    }

    /** The figures known so far. */
    public record Summary(@Nullable LocalDate customerSince, long notes, long referrals) {}

    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Summary of(UUID customer) {
        return sql.of(
                        """
                        select c.customer_since,
                               (select count(*) from note n where n.business_id = :business and n.customer_id = c.id) notes,
                               (select count(*) from customer r where r.business_id = :business and r.referred_by_id = c.id) referrals
                        from customer c where c.business_id = :business and c.id = :customer
                        """)
                .param("customer", customer)
                .query(Summary.class)
                .optional()
                .orElseThrow(() -> new NotFound("customer"));
    }
}
