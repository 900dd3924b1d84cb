package app.clientele.households.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfilePanel;
import app.clientele.households.MessageCopies;
import app.clientele.households.Relationships;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.springframework.util.MultiValueMap;

/** All of a customer's family and friends, and who else gets their messages. */
class FamilyPanel implements ProfilePanel {
    private final Relationships relationships;
    private final MessageCopies copies;
    private final Templates templates;

    FamilyPanel(Relationships relationships, MessageCopies copies, Templates templates) {
        this.relationships = relationships;
        this.copies = copies;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public String path() {
        return "family";
    }

    @Override
    public String titleKey() {
        return "family.tab";
    }

    @Override
    public String glance() {
        return "select count(*) from relationship r where r.business_id = :business and r.customer_id = c.id";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        var id = profile.customer().id();
        var page = FamilyPage.of(view, profile.customer(), relationships.of(id), copies.of(id));
        return templates.familyPanel(view, page, "", FormErrors.none());
    }
}
