package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Copies of the whole record. */
@Component
class CopyTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "copy";
    }

    @Override
    public String icon() {
        return "download";
    }

    @Override
    public String colour() {
        return "grey";
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, 'made' verb, null "text", t.created_by actor, '/history?field=customer_export' link
                from customer_export t where t.business_id = :business and t.customer_id = own.id\
                """);
    }
}
