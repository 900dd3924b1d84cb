package app.clientele.sales.web;

import app.clientele.customers.HeaderFact;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.database.Amounts;
import app.clientele.sales.Invoices;
import app.clientele.sales.Ious;
import app.clientele.sales.Payments;
import app.clientele.sales.PriceExceptions;
import app.clientele.sales.Purchases;
import app.clientele.shared.Permission;
import app.clientele.site.Limits;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** What sales have to show on a profile: five tabs and the figures at its head. */
@Configuration(proxyBeanMethods = false)
class SalePanels {
    /** What a tab shows. */
    private interface Showing {
        @Nullable Content show(View view, Profile profile, MultiValueMap<String, String> query);
    }

    private record Panel(
            int order, String path, String titleKey, @Nullable String glance, Showing showing)
            implements ProfilePanel {
        @Override
        public ProfileGroup group() {
            return ProfileGroup.PAYMENTS;
        }

        @Override
        public Permission permission() {
            return Permission.SALE_VIEW;
        }

        @Override
        public @Nullable Content show(
                View view, Profile profile, MultiValueMap<String, String> query) {
            return showing.show(view, profile, query);
        }
    }

    private static String count(String table, String which) {
        return "select count(*) from %s x where x.business_id = :business and x.customer_id = c.id%s"
                .formatted(table, which);
    }

    @Bean
    ProfilePanel invoicesPanel(Invoices invoices, Templates templates) {
        return new Panel(
                40,
                "invoices",
                "sales.invoices",
                count("invoice", ""),
                (view, profile, query) -> {
                    var customer = profile.customer().id();
                    return templates.salesInvoicepanel(
                            view,
                            customer,
                            invoices.summary(customer, profile.business().currency()),
                            invoices.list(
                                    Invoices.Search.of(customer),
                                    query.getFirst("cursor"),
                                    Limits.of(null)));
                });
    }

    @Bean
    ProfilePanel paymentsPanel(Payments payments, Templates templates) {
        return new Panel(
                41,
                "payments",
                "sales.payments",
                null,
                (view, profile, query) ->
                        templates.salesPaymentpanel(
                                view,
                                profile.customer().id(),
                                payments.list(
                                        Payments.Search.of(profile.customer().id()),
                                        query.getFirst("cursor"),
                                        Limits.of(null))));
    }

    @Bean
    ProfilePanel purchasesPanel(Purchases purchases, Templates templates) {
        return new Panel(
                42,
                "purchases",
                "sales.purchases",
                null,
                (view, profile, query) ->
                        templates.salesPurchasepanel(
                                view,
                                profile.customer().id(),
                                purchases.of(
                                        profile.customer().id(),
                                        null,
                                        query.getFirst("cursor"),
                                        Limits.of(null))));
    }

    @Bean
    ProfilePanel exceptionsPanel(PriceExceptions exceptions, Templates templates) {
        return new Panel(
                44,
                "price-exceptions",
                "sales.exceptions",
                null,
                (view, profile, query) ->
                        templates.salesExceptionpanel(
                                view,
                                profile.customer().id(),
                                exceptions.list(
                                        PriceExceptions.Search.of(profile.customer().id()),
                                        query.getFirst("cursor"),
                                        Limits.of(null))));
    }

    @Bean
    ProfilePanel iousPanel(Ious ious, Templates templates) {
        return new Panel(
                43,
                "ious",
                "sales.ious",
                count("iou", " and x.state = 'outstanding'"),
                (view, profile, query) ->
                        templates.salesIoupanel(
                                view,
                                profile.customer().id(),
                                ious.list(
                                        new Ious.Search(profile.customer().id(), null),
                                        query.getFirst("cursor"),
                                        Limits.of(null))));
    }

    private record Fact(int order, String titleKey, String figure, @Nullable String count)
            implements HeaderFact {
        @Override
        public Permission permission() {
            return Permission.SALE_VIEW;
        }

        @Override
        public String glance() {
            return """
            select json_build_object('minor', sum(%s), 'currency', max(i.currency), 'count', count(*))
            from invoice i where i.business_id = :business and i.customer_id = c.id and i.voided_at is null
                and i.currency = (select b.currency from business b where b.business_id = :business)\
            """
                    .formatted(figure);
        }

        @Override
        public Optional<Figure> tell(View view, Profile profile, JsonNode glance) {
            Money sum =
                    Amounts.of(
                            glance.path("minor").asLong(0), glance.path("currency").asString(null));
            return sum == null || sum.isZero()
                    ? Optional.empty()
                    : Optional.of(new Figure(view.formats().money(sum), hint(view, sum, glance)));
        }

        private @Nullable String hint(View view, Money sum, JsonNode glance) {
            return count == null
                    ? null
                    : view.t(
                            count,
                            view.formats()
                                    .money(
                                            sum.dividedBy(
                                                    glance.path("count").asLong(1),
                                                    java.math.RoundingMode.HALF_UP)));
        }
    }

    @Bean
    HeaderFact totalSalesFact() {
        return new Fact(
                38,
                "sales.fact.total",
                "greatest(i.total_minor - i.tip_minor - i.credited_minor, 0)",
                "sales.fact.average");
    }

    @Bean
    HeaderFact owedFact() {
        return new Fact(
                39,
                "sales.fact.owed",
                "i.total_minor - i.credited_minor - i.written_off_minor - i.paid_minor + i.refunded_minor",
                null);
    }
}
