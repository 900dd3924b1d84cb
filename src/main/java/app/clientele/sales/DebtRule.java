package app.clientele.sales;

import app.clientele.calendar.rules.BookingRule;
import app.clientele.calendar.rules.Objection;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Weight;
import app.clientele.calendar.rules.Wish;
import app.clientele.database.Amounts;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whoever owes money is told to the desk with what they owe; online the business's settings decide,
 * and the customer does not hear of the amount.
 */
@Component
class DebtRule implements BookingRule {
    @Override
    public String asks() {
        return """
        select json_build_object('owed', sum(i.total_minor - i.credited_minor - i.written_off_minor - i.paid_minor + i.refunded_minor),
            'currency', max(i.currency),
            'online', coalesce((select s.owing_online from sales_settings s where s.business_id = :business), 'allow'))
        from invoice i where i.business_id = :business and i.customer_id = c.id and i.status in ('open', 'part_paid')
        having count(*) > 0\
        """;
    }

    @Override
    public List<Objection> judge(Wish wish, JsonNode answer) {
        if (answer.isNull()) {
            return List.of();
        }
        if (wish.way() == Way.DESK) {
            var owed = Amounts.of(answer.path("owed").asLong(), answer.path("currency").asString());
            return List.of(objection(Weight.WARNING, String.valueOf(owed)));
        }
        return switch (answer.path("online").asString()) {
            case "request" -> List.of(objection(Weight.REQUEST));
            case "refuse" -> List.of(objection(Weight.REFUSED));
            default -> List.of();
        };
    }

    private static Objection objection(Weight weight, Object... args) {
        return new Objection("money_owed", weight, List.of(args), null, false);
    }
}
