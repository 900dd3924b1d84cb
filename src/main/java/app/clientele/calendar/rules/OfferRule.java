package app.clientele.calendar.rules;

import app.clientele.database.Amounts;
import app.clientele.shared.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A service is booked where it is offered, with somebody who performs it. */
@Component
class OfferRule implements BookingRule {
    /** What it may have against a booking. */
    static final Set<String> CODES =
            Set.of(
                    "service_is_class",
                    "service_archived",
                    "not_online",
                    "service_not_here",
                    "not_performed");

    /**
     * Minutes and price each: this customer's with this colleague, theirs, the colleague's, the
     * usual.
     */
    @Override
    public String asks() {
        return """
        select json_build_object(
            'service', s.name,
            'minutes', coalesce(own.minutes, theirs.minutes, p.minutes, s.minutes),
            'price', coalesce(own.price_minor, theirs.price_minor, p.price_minor, s.price_minor),
            'currency', coalesce(own.currency, theirs.currency, p.currency, s.currency),
            'before', s.buffer_before_minutes,
            'after', s.buffer_after_minutes,
            'archived', s.archived_at is not null,
            'online', s.online,
            'class', s.capacity is not null,
            'branch', b.name,
            'closed', b.archived_at is not null,
            'here', coalesce((select bool_or(o.branch_id = w.branch) from service_branch o
                              where o.business_id = :business and o.service_id = s.id), true),
            'staff', f.name,
            'performs', p.id is not null and f.deactivated_at is null)
        from service s
        left join branch b on b.business_id = :business and b.id = w.branch
        left join staff f on f.business_id = :business and f.id = w.staff
        left join service_staff p on p.business_id = :business and p.service_id = s.id and p.staff_id = w.staff
        left join customer_price own on own.business_id = :business and own.customer_id = c.id
            and own.service_id = s.id and own.staff_id = w.staff
        left join customer_price theirs on theirs.business_id = :business and theirs.customer_id = c.id
            and theirs.service_id = s.id and theirs.staff_id is null
        where s.business_id = :business and s.id = w.service\
        """;
    }

    static Terms terms(JsonNode answer) {
        JsonNode price = answer.path("price");
        return new Terms(
                answer.path("service").asString(),
                answer.path("minutes").asInt(),
                price.isNull()
                        ? null
                        : Amounts.of(price.asLong(), answer.path("currency").asString()),
                answer.path("before").asInt(),
                answer.path("after").asInt());
    }

    @Override
    public List<Objection> judge(Wish wish, JsonNode answer) {
        mustBeKnown(wish, answer);
        List<Objection> found = new ArrayList<>();
        String service = answer.path("service").asString();
        if (answer.path("class").asBoolean()) {
            found.add(Objection.of("service_is_class", Weight.REFUSED, service));
        }
        if (answer.path("archived").asBoolean()) {
            found.add(Objection.of("service_archived", Weight.REFUSED, service));
        } else if (wish.way() == Way.ONLINE && !answer.path("online").asBoolean()) {
            found.add(Objection.of("not_online", Weight.REFUSED, service));
        }
        if (wish.branchId() != null && isElsewhere(answer)) {
            String branch = answer.path("branch").asString();
            found.add(Objection.of("service_not_here", Weight.REFUSED, service, branch));
        }
        if (wish.staffId() != null && !answer.path("performs").asBoolean()) {
            String colleague = answer.path("staff").asString();
            found.add(Objection.of("not_performed", Weight.REFUSED, service, colleague));
        }
        return found;
    }

    private static boolean isElsewhere(JsonNode answer) {
        return answer.path("closed").asBoolean() || !answer.path("here").asBoolean();
    }

    private static void mustBeKnown(Wish wish, JsonNode answer) {
        if (answer.isNull()) {
            throw new Invalid("serviceId", "service_unknown");
        }
        if (wish.branchId() != null && answer.path("branch").isNull()) {
            throw new Invalid("branchId", "branch_unknown");
        }
        if (wish.staffId() != null && answer.path("staff").isNull()) {
            throw new Invalid("staffId", "staff_unknown");
        }
    }
}
