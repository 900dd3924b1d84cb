package app.clientele.credits.web;

import app.clientele.credits.BoughtPackages;
import app.clientele.credits.VisitCredits;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
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

/** Where packages and credits are found: on the profile, at appointments and among the settings. */
@Configuration(proxyBeanMethods = false)
@Import(CreditVisit.class)
class CreditConfiguration {
    private record Panel(BoughtPackages packages, VisitCredits credits, Templates templates)
            implements ProfilePanel {
        @Override
        public int order() {
            return 37;
        }

        @Override
        public String path() {
            return "packages";
        }

        @Override
        public String titleKey() {
            return "credits.title";
        }

        @Override
        public ProfileGroup group() {
            return ProfileGroup.PLANS;
        }

        @Override
        public Permission permission() {
            return Permission.SALE_VIEW;
        }

        /** How many visits are left to use. */
        @Override
        public String glance() {
            return """
            select sum(l.remaining) from ledger_account x join ledger_lot l on l.business_id = :business and l.account_id = x.id
                and l.remaining > 0 and (l.expires_on is null or l.expires_on >= current_date)
            where x.business_id = :business and x.customer_id = c.id and x.kind = 'visits'\
            """;
        }

        @Override
        public @Nullable Content show(
                View view, Profile profile, MultiValueMap<String, String> query) {
            var customer = profile.customer().id();
            boolean all = "true".equals(query.getFirst("all"));
            return templates.creditsPanel(
                    view,
                    customer,
                    all,
                    packages.of(customer, all, query.getFirst("packages"), Limits.of(null)),
                    credits.loose(customer, all, query.getFirst("credits"), Limits.of(null)));
        }
    }

    @Bean
    ProfilePanel creditsPanel(BoughtPackages packages, VisitCredits credits, Templates templates) {
        return new Panel(packages, credits, templates);
    }

    @Bean
    SettingsItem packageSettingsItem() {
        return new SettingsItem(
                "packages",
                "credits.packages",
                PackagePages.LIST,
                "layout-grid",
                31,
                Permission.SETTINGS_SALES.wireName());
    }
}
