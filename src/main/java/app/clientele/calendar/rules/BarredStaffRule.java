package app.clientele.calendar.rules;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Some customers and colleagues never meet. Why, and that it is so, customers do not hear. */
@Component
class BarredStaffRule implements BookingRule {
    @Override
    public String asks() {
        return """
        select json_build_object('staff', f.name, 'reason',
            (select e ->> 'reason' from jsonb_array_elements(c.barred_staff) e where (e ->> 'staffId')::uuid = w.staff limit 1))
        from staff_preference p join staff f on f.business_id = :business and f.id = p.staff_id
        where p.business_id = :business and p.customer_id = c.id and p.staff_id = w.staff and p.rank is null\
        """;
    }

    @Override
    public List<Objection> judge(Wish wish, JsonNode answer) {
        if (answer.isNull()) {
            return List.of();
        }
        var objection =
                Objection.of("staff_barred", Weight.REFUSED, answer.path("staff").asString());
        return List.of(
                wish.way() == Way.ONLINE
                        ? objection.silently()
                        : objection.because(answer.path("reason").asString(null)));
    }
}
