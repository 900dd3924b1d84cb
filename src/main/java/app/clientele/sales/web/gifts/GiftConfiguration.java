package app.clientele.sales.web.gifts;

import app.clientele.customers.HeaderFact;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.database.Amounts;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.shared.Permission;
import app.clientele.site.Limits;
import app.clientele.site.PaletteAction;
import app.clientele.site.SettingsItem;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Where gift cards are found: on the profile, among the settings, from the palette. */
@Configuration(proxyBeanMethods = false)
@Import({GiftForms.class, GiftPaper.class})
class GiftConfiguration {
    private record GiftPanel(GiftCards cards, Templates templates) implements ProfilePanel {
        @Override
        public int order() {
            return 45;
        }

        @Override
        public String path() {
            return "gift-cards";
        }

        @Override
        public String titleKey() {
            return "gifts.title";
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
            return templates.giftsPanel(
                    view,
                    customer,
                    cards.list(
                            new GiftCards.Search(customer, null, null),
                            query.getFirst("cursor"),
                            Limits.of(null)));
        }
    }

    private record GiftFact() implements HeaderFact {
        @Override
        public int order() {
            return 41;
        }

        @Override
        public String titleKey() {
            return "gifts.title";
        }

        @Override
        public Permission permission() {
            return Permission.SALE_VIEW;
        }

        /** What is left on the cards they hold, as the ledger itself has it. */
        @Override
        public String glance() {
            return """
            select json_build_object('minor', sum(l.remaining), 'currency', max(g.currency))
            from gift_card g join ledger_lot l on l.business_id = :business and l.account_id = g.id and l.remaining > 0
            where g.business_id = :business and g.customer_id = c.id
                and g.currency = (select b.currency from business b where b.business_id = :business)
                and (l.expires_on is null or l.expires_on >= (
                    select min((now() at time zone r.zone)::date) from branch r
                    where r.business_id = :business and r.archived_at is null))\
            """;
        }

        @Override
        public Optional<Figure> tell(View view, Profile profile, JsonNode glance) {
            Money sum =
                    Amounts.of(
                            glance.path("minor").asLong(0), glance.path("currency").asString(null));
            return sum == null || sum.isZero()
                    ? Optional.empty()
                    : Optional.of(new Figure(view.formats().money(sum), null));
        }
    }

    @Bean
    ProfilePanel giftPanel(GiftCards cards, Templates templates) {
        return new GiftPanel(cards, templates);
    }

    @Bean
    HeaderFact giftFact() {
        return new GiftFact();
    }

    @Bean
    SettingsItem giftSettingsItem() {
        return new SettingsItem(
                "gift-cards",
                "gifts.title",
                GiftSettingsPages.PATH,
                "gift",
                32,
                Permission.SETTINGS_SALES.wireName());
    }

    @Bean
    PaletteAction giftCardsAction() {
        return new PaletteAction(
                "gifts.title", "/gift-cards", "gift", "", Permission.SALE_VIEW.wireName());
    }
}
