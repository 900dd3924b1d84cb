package app.clientele.demo;

import app.clientele.business.Staff;
import app.clientele.customers.erasing.ErasureRule;
import app.clientele.customers.erasing.ErasureRules;
import app.clientele.customers.erasing.ErasureRules.RuleDetails;
import app.clientele.customers.erasing.Erasures;
import app.clientele.customers.erasing.Erasures.ErasureDetails;
import app.clientele.customers.list.CustomerList;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Two who asked an invented business to forget them: one waits, one is forgotten. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoErasures {
    private static final int FORGOTTEN = 61;
    private static final int WAITING = 83;

    private final Erasures erasures;
    private final ErasureRules rules;
    private final CustomerList list;
    private final Staff staff;
    private final DemoClasses classes;
    private final DemoAppointments appointments;

    DemoErasures(
            Erasures erasures,
            ErasureRules rules,
            CustomerList list,
            Staff staff,
            DemoClasses classes,
            DemoAppointments appointments) {
        this.erasures = erasures;
        this.rules = rules;
        this.list = list;
        this.staff = staff;
        this.classes = classes;
        this.appointments = appointments;
    }

    void add() {
        var open = list.filter(Map.of("locked", List.of("false")));
        List<UUID> customers = list.all(open, null, WAITING + 1);
        UUID colleague = staff.all().getFirst().id();
        ErasureRule usual = rules.current();
        rules.change(new RuleDetails(0, null, usual.noticeDays()), usual.version());
        begin(customers.get(FORGOTTEN), colleague, "Moved away, asked by mail");
        rules.change(usual.details(), rules.current().version());
        begin(customers.get(WAITING), colleague, "Asked at the desk");
    }

    private void begin(UUID customer, UUID colleague, String reason) {
        Caller author =
                new Caller(
                        Caller.current().business(),
                        colleague,
                        Caller.Door.PAGE,
                        null,
                        Permission.all());
        author.run(() -> {
            classes.giveBack(customer);
            appointments.callOff(customer);
            erasures.begin(customer, new ErasureDetails(reason));
        });
    }
}
