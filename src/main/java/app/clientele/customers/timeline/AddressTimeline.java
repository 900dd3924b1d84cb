package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Addresses that came, went or changed. */
@Component
class AddressTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "address";
    }

    @Override
    public String icon() {
        return "map-pin";
    }

    @Override
    public String colour() {
        return "blue";
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.at, t.id, t.operation verb, null "text", t.actor, '/history?field=customer_address' link
                from change t where t.business_id = :business and t.customer_id = own.id and t.entity = 'customer_address'
                    and (t.operation <> 'insert' or t.source <> 'import')\
                """);
    }

    @Override
    public Key key() {
        return Key.BIGINT;
    }
}
