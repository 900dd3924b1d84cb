package app.clientele.demo;

import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What an invented business wants nobody to overlook: a few locked profiles. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoWarnings {
    private static final int APART = 37;

    private final Locks locks;

    DemoWarnings(Locks locks) {
        this.locks = locks;
    }

    void add(DemoBusiness demo, List<UUID> customers) {
        DemoFile file = DemoFile.read("businesses/" + demo.slug() + ".txt");
        List<String> reasons = file.section("locks");
        for (int i = 0; i < reasons.size(); i++) {
            locks.lock(customers.get(5 + i * APART), new LockDetails(reasons.get(i)));
        }
    }
}
