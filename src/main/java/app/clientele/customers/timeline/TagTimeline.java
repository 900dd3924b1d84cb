package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tags put on and taken off. */
@Component
class TagTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "tag";
    }

    @Override
    public String icon() {
        return "tag";
    }

    @Override
    public String colour() {
        return "green";
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.at, t.id, t.operation verb,
                       (select h.name from choice h where h.business_id = :business and h.id = coalesce((t.before ->> 'tag_id')::uuid,
                            (select g.tag_id from customer_tag g where g.business_id = :business and g.id = t.row_id),
                            (select (d.before ->> 'tag_id')::uuid from change d
                             where d.business_id = :business and d.row_id = t.row_id and d.operation = 'delete' order by d.id limit 1))) "text",
                       t.actor, '/history?field=customer_tag' link
                from change t where t.business_id = :business and t.customer_id = own.id and t.entity = 'customer_tag'
                    and (t.operation <> 'insert' or t.source <> 'import')\
                """);
    }

    @Override
    public Key key() {
        return Key.BIGINT;
    }
}
