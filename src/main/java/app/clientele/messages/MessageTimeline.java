package app.clientele.messages;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages to the customer. */
@Component
class MessageTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "message";
    }

    @Override
    public String icon() {
        return "mail";
    }

    @Override
    public String colour() {
        return "blue";
    }

    @Override
    public Permission permission() {
        return Permission.MESSAGE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, 'written' verb, t.subject "text", t.created_by actor, '/messages' link
                from message t where t.business_id = :business and t.customer_id = own.id\
                """);
    }
}
