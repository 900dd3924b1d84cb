package app.clientele.customers.timeline;

import app.clientele.business.Feature;
import app.clientele.customers.TimelineSource;
import app.clientele.customers.WeightUnit;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Weighings, on their day; the time of day is known of those written down at once. */
@Component
class WeightTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "weight";
    }

    @Override
    public String icon() {
        return "scale";
    }

    @Override
    public String colour() {
        return "blue";
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select case when t.on_date = (t.created_at at time zone :zone::text)::date then t.created_at
                            else (t.on_date + time '12:00') at time zone :zone::text end at,
                       t.id, 'added' verb, t.grams || ' ' || t.unit "text", t.created_by actor, '#weight' link
                from customer_weight t where t.business_id = :business and t.customer_id = own.id\
                """);
    }

    @Override
    public UnaryOperator<@Nullable String> words(Locale locale, List<String> texts) {
        return text -> text == null ? null : told(text.split(" ", 2));
    }

    private static String told(String[] gramsAndUnit) {
        String unit = gramsAndUnit[1];
        return WeightUnit.of(unit).value(Integer.parseInt(gramsAndUnit[0])) + " " + unit;
    }

    @Override
    public Feature feature() {
        return Feature.WEIGHT;
    }
}
