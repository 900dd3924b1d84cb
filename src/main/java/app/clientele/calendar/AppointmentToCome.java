package app.clientele.calendar;

import app.clientele.customers.ErasureBlocker;
import app.clientele.database.Sql;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever is expected is not forgotten before their appointment was called off. */
@Component
class AppointmentToCome implements ErasureBlocker {
    private final Sql sql;

    AppointmentToCome(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        return sql
                .of(
                        """
                        select service_name from appointment where business_id = :business and customer_id = :customer
                            and starts_at > now() and status in ('requested', 'booked', 'confirmed') order by starts_at limit 1
                        """)
                .param("customer", customer)
                .query(String.class)
                .list()
                .stream()
                .map(service ->
                        new Obstacle(
                                new Reason("erasure_appointment_booked", service),
                                "/customers/" + customer + "/appointments"))
                .toList();
    }
}
