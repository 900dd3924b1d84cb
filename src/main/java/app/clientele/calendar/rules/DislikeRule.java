package app.clientele.calendar.rules;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a customer does not want is not booked for them, whoever books. */
@Component
class DislikeRule implements BookingRule {
    @Override
    public String asks() {
        return """
        select json_build_object('service', s.name, 'comment', d.comment)
        from disliked_service d join service s on s.business_id = :business and s.id = d.service_id
        where d.business_id = :business and d.customer_id = c.id and d.service_id = w.service\
        """;
    }

    @Override
    public List<Objection> judge(Wish wish, JsonNode answer) {
        if (answer.isNull()) {
            return List.of();
        }
        var objection =
                Objection.of("service_disliked", Weight.REFUSED, answer.path("service").asString());
        return List.of(
                wish.way() == Way.ONLINE
                        ? objection
                        : objection.because(answer.path("comment").asString(null)));
    }
}
