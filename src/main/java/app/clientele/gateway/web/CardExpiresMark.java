package app.clientele.gateway.web;

import app.clientele.customers.ProfileMark;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A word at the head of the profile about a card that will soon be of no use. */
class CardExpiresMark implements ProfileMark {
    @Override
    public int order() {
        return 60;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public String glance() {
        return """
        select json_build_object('card', k.brand || ' ···· ' || k.last_four, 'until', k.expires_on, 'over', k.expires_on < current_date)
        from customer_card k where k.business_id = :business and k.customer_id = c.id and k.removed_at is null
            and k.expires_on < current_date + interval '2 months'
        order by k.expires_on, k.id limit 1\
        """;
    }

    @Override
    public Optional<Mark> mark(View view, JsonNode glance) {
        if (glance.path("card").isMissingNode()) {
            return Optional.empty();
        }
        boolean over = glance.path("over").asBoolean();
        String until = CardWords.month(view, LocalDate.parse(glance.path("until").asString()));
        return Optional.of(
                new Mark(
                        "credit-card",
                        view.t(over ? "gateway.card.expired" : "gateway.card.expires_soon"),
                        over ? "red" : "yellow",
                        view.t("gateway.card.until", glance.path("card").asString(), until),
                        "/cards"));
    }
}
