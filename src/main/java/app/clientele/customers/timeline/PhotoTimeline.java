package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Photos. */
@Component
class PhotoTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "photo";
    }

    @Override
    public String icon() {
        return "photo";
    }

    @Override
    public String colour() {
        return "purple";
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, 'added' verb, null "text", null actor, '/photo/' || t.id link
                from customer_photo t where t.business_id = :business and t.customer_id = own.id\
                """);
    }
}
