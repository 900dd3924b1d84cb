package app.clientele.calendar.rules;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether customers may book by themselves; whoever stands at the desk may book for anybody. */
@Component
class OnlineBookingRule implements BookingRule {
    @Override
    public String asks() {
        return """
        select json_build_object(
            'own', (select json_build_object('rule', o.rule, 'silent', o.silent) from online_booking o
                    where o.business_id = :business and o.customer_id = c.id and %1$s),
            'acceptance', s.acceptance,
            'automatic', %2$s,
            'elsewhere', case when w.online then (%3$s) end)
        from (select) one left join booking_settings s on s.business_id = :business\
        """
                .formatted(OnlineSql.HOLDS, OnlineSql.AUTOMATIC, OnlineSql.BLOCKED_ELSEWHERE);
    }

    @Override
    public List<Objection> judge(Wish wish, JsonNode answer) {
        boolean online = wish.way() == Way.ONLINE;
        OnlineRule rule = rule(answer, online);
        boolean silent =
                answer.at("/own/silent").asBoolean() || answer.at("/elsewhere/silent").asBoolean();
        return switch (rule) {
            case ALLOW -> List.of();
            case REQUIRE_ACCEPTANCE ->
                    List.of(
                            Objection.of(
                                    "acceptance_needed", online ? Weight.REQUEST : Weight.WARNING));
            case WAITLIST_ONLY ->
                    List.of(
                            Objection.of(
                                    "waitlist_only", online ? Weight.WAITLIST : Weight.WARNING));
            case BLOCK ->
                    List.of(Objection.blocked(online ? Weight.REFUSED : Weight.WARNING, silent));
        };
    }

    /**
     * The strictest of what holds; who is expressly allowed is, whatever they missed. What holds
     * for everybody is no news at the desk.
     */
    private static OnlineRule rule(JsonNode answer, boolean online) {
        OnlineRule own = rule(answer.at("/own/rule"));
        boolean expressly = own == OnlineRule.ALLOW && answer.at("/own/rule").isString();
        OnlineRule rule = expressly ? own : own.orStricter(rule(answer.path("automatic")));
        if (online && !expressly && answer.path("acceptance").asBoolean()) {
            rule = rule.orStricter(OnlineRule.REQUIRE_ACCEPTANCE);
        }
        return answer.path("elsewhere").isObject() ? OnlineRule.BLOCK : rule;
    }

    private static OnlineRule rule(JsonNode name) {
        return name.isString() ? OnlineRule.of(name.asString()) : OnlineRule.ALLOW;
    }
}
