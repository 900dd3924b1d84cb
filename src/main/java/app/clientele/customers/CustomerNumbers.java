package app.clientele.customers;

import app.clientele.business.BusinessCreated;
import app.clientele.database.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The numbers customers get, one after the other in each business. */
@Component
class CustomerNumbers {
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
        return sql.of(
                        "update customer_number set next = next + 1 where business_id = :business returning next - 1")
                .query(Long.class)
                .single();
    }
}
