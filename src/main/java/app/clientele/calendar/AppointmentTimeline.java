package app.clientele.calendar;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Appointments, on the day they were for. */
@Component
class AppointmentTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "appointment";
    }

    @Override
    public String icon() {
        return "calendar";
    }

    @Override
    public String colour() {
        return "green";
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.starts_at at, t.id, t.status verb, t.service_name || ', ' || f.name "text", null::uuid actor, '/appointments' link
                from appointment t join staff f on f.business_id = :business and f.id = t.staff_id
                where t.business_id = :business and t.customer_id = own.id and (t.offer_until is null or t.status = 'requested')\
                """);
    }
}
