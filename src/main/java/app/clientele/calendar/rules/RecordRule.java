package app.clientele.calendar.rules;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Nothing is booked on a record that waits to be erased; one out of use books nothing itself. */
@Component
class RecordRule implements BookingRule {
    @Override
    public String asks() {
        return "json_build_object('erasing', c.erase_at is not null, 'out', c.deactivated_at is not null)";
    }

    @Override
    public List<Objection> judge(Wish wish, JsonNode answer) {
        if (answer.path("erasing").asBoolean()) {
            return List.of(Objection.of("erasure_waits", Weight.REFUSED));
        }
        if (!answer.path("out").asBoolean()) {
            return List.of();
        }
        Weight weight = wish.way() == Way.DESK ? Weight.WARNING : Weight.REFUSED;
        return List.of(Objection.of("customer_deactivated", weight));
    }
}
