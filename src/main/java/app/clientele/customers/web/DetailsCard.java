package app.clientele.customers.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.web.custom.CustomSection;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The record itself, each of its details edited in place. */
class DetailsCard implements ProfileCard {
    /** So many fields of one's own are shown even while empty; of more, only those filled in. */
    private static final int FEW = 20;

    private final CustomFields fields;
    private final Templates templates;

    DetailsCard(CustomFields fields, Templates templates) {
        this.fields = fields;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public String glance() {
        return """
        select a.name from change made
        join actor a on a.business_id = :business and a.id = made.actor
        where made.business_id = :business and made.row_id = c.id and made.operation = 'insert' limit 1
        """;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        var shown = ProfileParts.shown(view, profile);
        List<CustomField> all = fields.all(false);
        List<CustomField> told =
                all.stream().filter(f -> all.size() <= FEW || !shown.custom(f).isEmpty()).toList();
        return templates.profileDetails(
                view,
                shown,
                CustomSection.of(told),
                all.size() - told.size(),
                origin(view, profile, glance.asString("")));
    }

    /** "Created by Ines Duarte on 3 May 2026", or through which other door. */
    private static String origin(View view, Profile profile, String by) {
        var customer = profile.customer();
        String key = "profile.origin." + customer.createdVia() + (by.isEmpty() ? ".unknown" : "");
        return view.t(key, view.date(customer.createdAt()), by);
    }
}
