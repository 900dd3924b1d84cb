package app.clientele.customers;

import static java.util.Objects.requireNonNull;

import app.clientele.business.BusinessCreated;
import app.clientele.database.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers customers get, one after the other in each business. */
@Component
public class CustomerNumbers {
    private final Sql sql;
    private final TransactionTemplate apart;

    CustomerNumbers(Sql sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void begin(BusinessCreated created) {
        sql.of("insert into customer_number (business_id) values (:business)").update();
    }

    /** Takes the next number; others wait until it is given out or given back. */
    long next() {
        return next(1);
    }

    /** Takes so many numbers in a row and answers the first of them. */
    public long next(int count) {
        return sql.of(
                        "update customer_number set next = next + :count where business_id = :business returning next - :count")
                .param("count", count)
                .query(Long.class)
                .single();
    }

    /** The same at once and for good: nobody waits, and those not given out are lost. */
    public long takeApart(int count) {
        return requireNonNull(apart.execute(t -> next(count)));
    }
}
