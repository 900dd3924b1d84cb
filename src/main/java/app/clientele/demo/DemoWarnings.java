package app.clientele.demo;

import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.notes.Alerts;
import app.clientele.customers.notes.Alerts.AlertDetails;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What an invented business wants nobody to overlook: alerts, and a few locked profiles. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoWarnings {
    private static final int APART = 37;

    private final Locks locks;
    private final Alerts alerts;

    DemoWarnings(Locks locks, Alerts alerts) {
        this.locks = locks;
        this.alerts = alerts;
    }

    void add(DemoBusiness demo, List<UUID> customers, List<UUID> colleagues) {
        DemoFile file = DemoFile.read("businesses/" + demo.slug() + ".txt");
        List<String> reasons = file.section("locks");
        for (int i = 0; i < reasons.size(); i++) {
            locks.lock(customers.get(5 + i * APART), new LockDetails(reasons.get(i)));
        }
        List<String> lines = file.section("alerts");
        for (int i = 0; i < lines.size(); i++) {
            alert(
                    customers.get(3 + i * APART / 2),
                    DemoFile.split(lines.get(i), ";"),
                    colleagues.get(i % colleagues.size()));
        }
    }

    /** Some of the red ones were read by somebody already. */
    private void alert(UUID customer, List<String> line, UUID colleague) {
        var details = new AlertDetails(line.get(1), line.get(0), null, false);
        Caller caller = Caller.current();
        Caller author =
                new Caller(caller.business(), colleague, Caller.Door.PAGE, null, Permission.all());
        author.run(() -> {
            var alert = alerts.add(customer, details);
            if (alert.red()) {
                alerts.acknowledge(customer, alert.id(), null);
            }
        });
    }
}
