package app.clientele.customers.erasing;

import app.clientele.customers.ErasureBlocker;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Stands for a module that knows of something in the way of an erasure. */
@Component
class PlannedVisits implements ErasureBlocker {
    static final Set<UUID> EXPECTED = ConcurrentHashMap.newKeySet();

    @Override
    public List<Obstacle> of(UUID customer) {
        return EXPECTED.contains(customer)
                ? List.of(new Obstacle(new Reason("import_underway"), "/imports"))
                : List.of();
    }
}
