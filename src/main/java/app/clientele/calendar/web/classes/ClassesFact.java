package app.clientele.calendar.web.classes;

import app.clientele.customers.HeaderFact;
import app.clientele.customers.Profile;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How many classes a customer came to, and how many they cancelled or missed. */
record ClassesFact() implements HeaderFact {
    @Override
    public int order() {
        return 38;
    }

    @Override
    public String titleKey() {
        return "classes.fact";
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public String glance() {
        return """
        select json_build_object('came', count(*) filter (where k.status in ('checked_in', 'attended')),
            'cancelled', count(*) filter (where k.status in ('cancelled', 'late_cancelled')),
            'missed', count(*) filter (where k.status = 'no_show'))
        from class_booking k where k.business_id = :business and k.customer_id = c.id
        """;
    }

    @Override
    public Optional<Figure> tell(View view, Profile profile, JsonNode counted) {
        long came = counted.path("came").asLong(0);
        long cancelled = counted.path("cancelled").asLong(0);
        long missed = counted.path("missed").asLong(0);
        if (came + cancelled + missed == 0) {
            return Optional.empty();
        }
        String hint =
                cancelled + missed == 0
                        ? null
                        : view.t("calendar.fact.missed.hint", cancelled, missed);
        return Optional.of(new Figure(view.number(came), hint));
    }
}
