package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** When the record was made, and those that were merged into it. */
@Component
class RecordTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "record";
    }

    @Override
    public String icon() {
        return "user-plus";
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
                select t.created_at at, t.id, t.created_via verb, null "text",
                       (select m.actor from change m where m.business_id = :business and m.row_id = t.id order by m.id limit 1) actor, null link
                from customer t where t.business_id = :business and t.id = own.id\
                """,
                """
                select t.at, t.row_id id, t.source verb, null "text", t.actor, null link
                from change t where t.business_id = :business and t.row_id = own.id and own.id <> :customer and t.operation = 'insert'
                    and t.id = (select min(f.id) from change f where f.business_id = :business and f.row_id = own.id)\
                """);
    }
}
