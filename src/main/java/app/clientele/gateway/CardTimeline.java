package app.clientele.gateway;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cards as they were put on file, and taken off it. */
@Component
class CardTimeline implements TimelineSource {
    private static final String NAMED = "t.brand || ' ···· ' || t.last_four";

    @Override
    public String kind() {
        return "card";
    }

    @Override
    public String icon() {
        return "credit-card";
    }

    @Override
    public String colour() {
        return "grey";
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.created_at at, t.id, 'added' verb, %s "text", t.created_by actor, '/cards' link
                from customer_card t where t.business_id = :business and t.customer_id = own.id\
                """
                        .formatted(NAMED),
                """
                select t.removed_at at, t.id, 'removed' verb, concat_ws(' · ', %s, t.removed_reason) "text", t.removed_by actor,
                       '/cards' link
                from customer_card t
                where t.business_id = :business and t.customer_id = own.id and t.removed_at is not null\
                """
                        .formatted(NAMED));
    }
}
