package app.clientele.demo;

import app.clientele.passes.Pass;
import app.clientele.passes.Passes;
import app.clientele.passes.Passes.Losing;
import app.clientele.passes.Passes.PassDetails;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Every ninth customer has a pass: most made here, some printed before; a few lost or replaced. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoPasses {
    private static final int EVERY = 9;
    private static final int FIRST_PRINTED = 4_001_200;

    private final Passes passes;

    DemoPasses(Passes passes) {
        this.passes = passes;
    }

    void give(List<UUID> people) {
        for (int i = 4; i < people.size(); i += EVERY) {
            try {
                give(people.get(i), i / EVERY);
            } catch (Refused closed) {
                // waits to be erased
            }
        }
    }

    private void give(UUID customer, int turn) {
        String printed = turn % 4 == 1 ? "MC-" + (FIRST_PRINTED + turn * 7) : null;
        Pass pass =
                passes.add(customer, new PassDetails(printed, turn % 5 == 0 ? "Key ring" : null));
        if (turn % 11 == 3) {
            passes.lose(customer, pass.id(), new Losing("Handbag stolen"));
        } else if (turn % 11 == 7) {
            passes.replace(customer, pass.id(), new PassDetails(null, null));
        }
    }
}
