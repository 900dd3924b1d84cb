package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records that were merged into this one, and parted again. */
@Component
class MergeTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "merge";
    }

    @Override
    public String icon() {
        return "arrows-join";
    }

    @Override
    public String colour() {
        return "purple";
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, 'merged' verb, t.from_name || ' (#' || t.from_number || ')' "text", t.created_by actor, '/history' link
                from customer_merge t where t.business_id = :business and t.customer_id = own.id\
                """,
                """
                select t.undone_at at, t.id, 'parted' verb, t.from_name || ' (#' || t.from_number || ')' "text", t.undone_by actor, '/history' link
                from customer_merge t where t.business_id = :business and t.customer_id = own.id and t.undone_at is not null\
                """);
    }
}
