package app.clientele.calendar.classes;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Classes, on the day they were. */
@Component
class ClassTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "class";
    }

    @Override
    public String icon() {
        return "users-group";
    }

    @Override
    public String colour() {
        return "teal";
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.starts_at at, t.id, t.status verb, t.service_name "text", null::uuid actor, '/classes' link
                from class_booking t
                where t.business_id = :business and t.customer_id = own.id\
                """);
    }
}
