package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Alerts, and when they were ended. */
@Component
class AlertTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "alert";
    }

    @Override
    public String icon() {
        return "alert-triangle";
    }

    @Override
    public String colour() {
        return "red";
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, t.level verb, left(t.text, 300) "text", t.created_by actor, '/alerts' link
                from alert t where t.business_id = :business and t.customer_id = own.id\
                """,
                """
                select t.ended_at at, t.id, 'ended' verb, left(t.text, 300) "text", t.ended_by actor, '/alerts' link
                from alert t where t.business_id = :business and t.customer_id = own.id and t.ended_at is not null\
                """);
    }
}
