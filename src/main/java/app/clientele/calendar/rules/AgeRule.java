package app.clientele.calendar.rules;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Some services are not for everybody of any age. A colleague sees who stands there and decides;
 * who books by themselves is refused when the record says they are too young, and only asks when it
 * does not say.
 */
@Component
class AgeRule implements BookingRule {
    /** The age is that on the day of the visit. */
    @Override
    public String asks() {
        return """
        select json_build_object('service', s.name, 'least', s.min_age, 'age', case when c.birth_year is not null then
            extract(year from age(coalesce((w.starts at time zone coalesce(b.zone, 'UTC'))::date, w.today),
                make_date(c.birth_year, c.birth_month, c.birth_day)))::int end)
        from service s left join branch b on b.business_id = :business and b.id = w.branch
        where s.business_id = :business and s.id = w.service and s.min_age is not null\
        """;
    }

    @Override
    public List<Objection> judge(Wish wish, JsonNode answer) {
        if (answer.isNull()) {
            return List.of();
        }
        boolean desk = wish.way() == Way.DESK;
        String service = answer.path("service").asString();
        int least = answer.path("least").asInt();
        if (answer.path("age").isNull()) {
            Weight weight = desk ? Weight.WARNING : Weight.REQUEST;
            return List.of(Objection.of("age_unknown", weight, service, least));
        }
        return answer.path("age").asInt() >= least
                ? List.of()
                : List.of(
                        Objection.of(
                                "too_young",
                                desk ? Weight.WARNING : Weight.REFUSED,
                                service,
                                least));
    }
}
