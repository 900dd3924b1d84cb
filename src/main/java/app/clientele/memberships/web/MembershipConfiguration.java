package app.clientele.memberships.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.memberships.Members;
import app.clientele.memberships.Members.Search;
import app.clientele.shared.Permission;
import app.clientele.site.Limits;
import app.clientele.site.SettingsItem;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.MultiValueMap;

/** Where memberships are found: on the profile and among the settings. */
@Configuration(proxyBeanMethods = false)
@Import(CardDeeds.class)
class MembershipConfiguration {
    private record Panel(Members memberships, Templates templates) implements ProfilePanel {
        @Override
        public int order() {
            return 38;
        }

        @Override
        public String path() {
            return "memberships";
        }

        @Override
        public String titleKey() {
            return "memberships.title";
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
        public @Nullable String glance() {
            return "select count(*) from membership x where x.business_id = :business and x.customer_id = c.id";
        }

        @Override
        public @Nullable Content show(
                View view, Profile profile, MultiValueMap<String, String> query) {
            var customer = profile.customer().id();
            return templates.membershipsPanel(
                    view,
                    customer,
                    memberships.list(
                            new Search(customer, null, null),
                            query.getFirst("cursor"),
                            Limits.of(null)));
        }
    }

    @Bean
    ProfilePanel membershipsPanel(Members memberships, Templates templates) {
        return new Panel(memberships, templates);
    }

    @Bean
    SettingsItem membershipSettingsItem() {
        return new SettingsItem(
                "memberships",
                "memberships.title",
                PlanPages.LIST,
                "id-badge",
                32,
                Permission.SETTINGS_SALES.wireName());
    }
}
