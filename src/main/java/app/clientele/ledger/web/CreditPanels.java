package app.clientele.ledger.web;

import app.clientele.customers.HeaderFact;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.database.Amounts;
import app.clientele.ledger.AccountCredit;
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

/** A customer's credit on their profile: the tab, and the figure at the head. */
@Configuration(proxyBeanMethods = false)
class CreditPanels {
    private record CreditPanel(AccountCredit credit, Templates templates) implements ProfilePanel {
        @Override
        public int order() {
            return 44;
        }

        @Override
        public String path() {
            return "account-credit";
        }

        @Override
        public String titleKey() {
            return "ledger.credit";
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
            return templates.ledgerPanel(
                    view,
                    customer,
                    credit.balance(customer).balance(),
                    credit.entries(customer, query.getFirst("cursor"), Limits.of(null)));
        }
    }

    private record CreditFact() implements HeaderFact {
        @Override
        public int order() {
            return 40;
        }

        @Override
        public String titleKey() {
            return "ledger.credit";
        }

        @Override
        public Permission permission() {
            return Permission.SALE_VIEW;
        }

        /** As the ledger itself has it: a day is over when it is over at all branches. */
        @Override
        public String glance() {
            return """
            select json_build_object('minor', sum(l.remaining), 'currency', max(a.unit))
            from ledger_account a join ledger_lot l on l.business_id = :business and l.account_id = a.id and l.remaining > 0
            where a.business_id = :business and a.customer_id = c.id and a.kind = 'account_credit'
                and a.unit = (select b.currency from business b where b.business_id = :business)
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
    ProfilePanel creditPanel(AccountCredit credit, Templates templates) {
        return new CreditPanel(credit, templates);
    }

    @Bean
    HeaderFact creditFact() {
        return new CreditFact();
    }
}
