package app.clientele.households;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Links to family and friends, and what those who were asked answered. */
@Component
class FamilyTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "family";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public String colour() {
        return "green";
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, 'linked' verb, coalesce(r.display_name, concat_ws(' ', r.first_name, r.last_name)) "text",
                       t.created_by actor, '/family' link
                from relationship t join customer r on r.business_id = :business and r.id = t.relative_id
                where t.business_id = :business and t.customer_id = own.id\
                """,
                """
                select t.answered_at at, t.id, t.agreement verb, coalesce(r.display_name, concat_ws(' ', r.first_name, r.last_name)) "text",
                       t.answered_by actor, '/family' link
                from relationship t join customer r on r.business_id = :business and r.id = t.relative_id
                where t.business_id = :business and t.customer_id = own.id and t.answered_at <> t.created_at\
                """);
    }
}
