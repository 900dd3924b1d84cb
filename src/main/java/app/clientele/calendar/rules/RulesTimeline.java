package app.clientele.calendar.rules;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** When somebody said what a customer may book, or may not. */
@Component
class RulesTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "booking_rule";
    }

    @Override
    public String icon() {
        return "lock";
    }

    @Override
    public String colour() {
        return "orange";
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, 'disliked' verb, concat_ws(': ', s.name, t.comment) "text", t.created_by actor, '' link
                from disliked_service t join service s on s.business_id = :business and s.id = t.service_id
                where t.business_id = :business and t.customer_id = own.id\
                """,
                """
                select t.updated_at at, t.id, t.rule verb, t.reason "text", t.created_by actor, '' link
                from online_booking t where t.business_id = :business and t.customer_id = own.id\
                """,
                """
                select t.created_at at, t.id, 'price' verb, concat_ws(', ', s.name, f.name, t.note) "text", t.created_by actor, '' link
                from customer_price t join service s on s.business_id = :business and s.id = t.service_id
                left join staff f on f.business_id = :business and f.id = t.staff_id
                where t.business_id = :business and t.customer_id = own.id\
                """);
    }
}
