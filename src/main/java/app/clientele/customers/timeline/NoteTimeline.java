package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes. */
@Component
class NoteTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "note";
    }

    @Override
    public String icon() {
        return "note";
    }

    @Override
    public String colour() {
        return "yellow";
    }

    @Override
    public Permission permission() {
        return Permission.NOTE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, t.kind verb, left(t.body, 300) "text", t.created_by actor, '/notes#note-' || t.id link
                from note t where t.business_id = :business and t.customer_id = own.id\
                """);
    }
}
