package app.clientele.gateway.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.gateway.CardOnFile;
import app.clientele.gateway.Cards;
import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.GatewaySettings.Setup;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The cards on file, a tab of the profile. */
public class CardsPanel implements ProfilePanel {
    private final Cards cards;
    private final GatewaySettings settings;
    private final Templates templates;

    CardsPanel(Cards cards, GatewaySettings settings, Templates templates) {
        this.cards = cards;
        this.settings = settings;
        this.templates = templates;
    }

    /**
     * What the tab shows.
     *
     * @param mayWrite whether they have an address to write to
     */
    public record CardTab(
            View view, UUID customer, List<CardOnFile> cards, Setup setup, boolean mayWrite) {
        public boolean isFull() {
            return cards.size() >= setup.mostCards();
        }

        public boolean mayEdit() {
            return view.may(Permission.SALE_EDIT);
        }

        public String path() {
            return "/customers/" + customer + "/cards";
        }
    }

    @Override
    public int order() {
        return 44;
    }

    @Override
    public ProfileGroup group() {
        return ProfileGroup.PAYMENTS;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public String path() {
        return "cards";
    }

    @Override
    public String titleKey() {
        return "gateway.cards";
    }

    @Override
    public String glance() {
        return "select count(*) from customer_card x where x.business_id = :business and x.customer_id = c.id and x.removed_at is null";
    }

    @Override
    public @Nullable Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        UUID customer = profile.customer().id();
        return templates.gatewayCards(
                new CardTab(
                        view,
                        customer,
                        cards.of(customer),
                        settings.current(),
                        !profile.customer().details().emails().isEmpty()));
    }
}
