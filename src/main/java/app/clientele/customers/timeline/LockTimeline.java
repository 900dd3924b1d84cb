package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** When the record was locked and unlocked. */
@Component
class LockTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "lock";
    }

    @Override
    public String icon() {
        return "lock";
    }

    @Override
    public String colour() {
        return "yellow";
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.at, t.id, case when t.before ->> 'locked_reason' is null then 'locked' else 'unlocked' end verb,
                       null "text", t.actor, '/history?field=customer.lockedReason' link
                from change t where t.business_id = :business and t.customer_id = own.id and t.entity = 'customer'
                    and t.operation = 'update' and jsonb_exists(t.before, 'locked_reason')\
                """);
    }

    @Override
    public Key key() {
        return Key.BIGINT;
    }
}
