package app.clientele.customers.web;

import app.clientele.customers.HeaderFact;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.customers.ProfileCard.Column;
import app.clientele.customers.ProfilePanel;
import app.clientele.customers.ProfilePart;
import app.clientele.customers.web.ProfilePage.Tile;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.Comparator;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** What one wants to know at once: figures, and a card of whatever a module has to say. */
class OverviewPanel implements ProfilePanel {
    private final List<ProfileCard> cards;
    private final List<HeaderFact> facts;
    private final Templates templates;

    OverviewPanel(List<ProfileCard> cards, List<HeaderFact> facts, Templates templates) {
        this.cards = cards.stream().sorted(Comparator.comparingInt(ProfilePart::order)).toList();
        this.facts = facts.stream().sorted(Comparator.comparingInt(ProfilePart::order)).toList();
        this.templates = templates;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public String path() {
        return "overview";
    }

    @Override
    public String titleKey() {
        return "profile.overview";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        return templates.profileOverview(
                view,
                tiles(view, profile),
                cards(view, profile, Column.MAIN),
                cards(view, profile, Column.SIDE));
    }

    private List<Tile> tiles(View view, Profile profile) {
        return facts.stream()
                .filter(fact -> fact.shownOn(profile))
                .flatMap(fact ->
                        fact.tell(view, profile, profile.glance(fact)).stream()
                                .map(figure -> new Tile(view.t(fact.titleKey()), figure)))
                .toList();
    }

    private List<Content> cards(View view, Profile profile, Column column) {
        return cards.stream()
                .filter(card -> card.column() == column && card.shownOn(profile))
                .map(card -> card.show(view, profile, profile.glance(card)))
                .toList();
    }
}
