package app.clientele.customers;

import app.clientele.business.BusinessCreated;
import app.clientele.database.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The numbers customers get, one after the other in each business. */
@Component
public class CustomerNumbers {
    private final Sql sql;

    CustomerNumbers(Sql sql) {
        this.sql = sql;
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
}
