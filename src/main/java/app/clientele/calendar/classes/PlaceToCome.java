package app.clientele.calendar.classes;

import app.clientele.customers.ErasureBlocker;
import app.clientele.database.Sql;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has a place in a class to come, or waits for one, gives it back first. */
@Component
class PlaceToCome implements ErasureBlocker {
    private final Sql sql;

    PlaceToCome(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        return sql
                .of(
                        """
                        select service_name from class_booking where business_id = :business and customer_id = :customer
                            and starts_at > now() and status in ('waitlisted', 'offered', 'booked') order by starts_at limit 1
                        """)
                .param("customer", customer)
                .query(String.class)
                .list()
                .stream()
                .map(name ->
                        new Obstacle(
                                new Reason("erasure_class_booked", name),
                                "/customers/" + customer + "/classes"))
                .toList();
    }
}
