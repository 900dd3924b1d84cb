package app.clientele.points.web;

import app.clientele.customers.HeaderFact;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.points.PointRules;
import app.clientele.points.Points;
import app.clientele.shared.Permission;
import app.clientele.site.Limits;
import app.clientele.site.SettingsItem;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Where points are found: on the profile, at its head, and among the settings. */
@Configuration(proxyBeanMethods = false)
class PointConfiguration {
    /** As the ledger itself has it: a day is over when it is over at all branches. */
    private static final String BALANCE =
            """
            select sum(l.remaining) from ledger_account a
            join ledger_lot l on l.business_id = :business and l.account_id = a.id and l.remaining > 0
                and (l.expires_on is null or l.expires_on >= (
                    select min((now() at time zone r.zone)::date) from branch r
                    where r.business_id = :business and r.archived_at is null))
            where a.business_id = :business and a.customer_id = c.id and a.kind = 'points'\
            """;

    private record Panel(Points points, PointRules rules, Templates templates)
            implements ProfilePanel {
        @Override
        public int order() {
            return 45;
        }

        @Override
        public String path() {
            return "points";
        }

        @Override
        public String titleKey() {
            return "points.title";
        }

        @Override
        public ProfileGroup group() {
            return ProfileGroup.PLANS;
        }

        @Override
        public Permission permission() {
            return Permission.SALE_VIEW;
        }

        @Override
        public @Nullable Content show(
                View view, Profile profile, MultiValueMap<String, String> query) {
            var customer = profile.customer().id();
            return templates.pointsPanel(
                    view,
                    customer,
                    points.balance(customer).points(),
                    rules.any(),
                    points.entries(customer, query.getFirst("cursor"), Limits.of(null)));
        }
    }

    private record Fact() implements HeaderFact {
        @Override
        public int order() {
            return 41;
        }

        @Override
        public String titleKey() {
            return "points.title";
        }

        @Override
        public Permission permission() {
            return Permission.SALE_VIEW;
        }

        @Override
        public String glance() {
            return BALANCE;
        }

        @Override
        public Optional<Figure> tell(View view, Profile profile, JsonNode glance) {
            long sum = glance.asLong(0);
            return sum == 0 ? Optional.empty() : Optional.of(new Figure(view.number(sum), null));
        }
    }

    @Bean
    ProfilePanel pointsPanel(Points points, PointRules rules, Templates templates) {
        return new Panel(points, rules, templates);
    }

    @Bean
    HeaderFact pointsFact() {
        return new Fact();
    }

    @Bean
    SettingsItem pointSettingsItem() {
        return new SettingsItem(
                "points",
                "points.title",
                PointSettingsPages.LIST,
                "star",
                32,
                Permission.SETTINGS_SALES.wireName());
    }
}
