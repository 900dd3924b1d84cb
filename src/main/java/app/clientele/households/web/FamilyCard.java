package app.clientele.households.web;

import app.clientele.customers.Photos;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.shared.Birthday;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The closest of a customer's family and friends, on the overview. */
class FamilyCard implements ProfileCard {
    private static final int SHOWN = 6;

    private final Templates templates;

    FamilyCard(Templates templates) {
        this.templates = templates;
    }

    @Override
    public int order() {
        return 20;
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
        select json_agg(json_build_object('id', x.id, 'name', x.name, 'photo', x.photo_id, 'relation', x.relation, 'words', x.relation_words,
            'agreement', x.agreement, 'year', x.birth_year, 'month', x.birth_month, 'day', x.birth_day, 'all', x.links))
        from (select n.id, coalesce(n.display_name, concat_ws(' ', n.first_name, n.last_name)) name, n.photo_id, n.birth_year, n.birth_month, n.birth_day,
                r.relation, r.relation_words, r.agreement, count(*) over () links
            from relationship r join customer n on n.business_id = :business and n.id = r.relative_id
            where r.business_id = :business and r.customer_id = c.id
            order by array_position(array['spouse', 'child', 'parent', 'ward', 'guardian', 'sibling'], r.relation), n.sort_name, n.id limit %s) x
        """
                .formatted(SHOWN);
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        List<CloseRelative> closest =
                StreamSupport.stream(glance.spliterator(), false)
                        .map(each -> close(each, profile.today()))
                        .toList();
        return templates.familyCard(
                view,
                FamilyPath.of(profile.customer().id()),
                FamilyPage.editable(view, profile.customer()),
                closest,
                closest.isEmpty() ? 0 : glance.path(0).path("all").intValue());
    }

    private static CloseRelative close(JsonNode each, LocalDate today) {
        UUID id = UUID.fromString(each.path("id").asString());
        String photo = text(each.path("photo"));
        return new CloseRelative(
                id,
                each.path("name").asString(),
                photo == null ? null : Photos.url(id, UUID.fromString(photo)),
                each.path("relation").asString(),
                text(each.path("words")),
                each.path("agreement").asString(),
                age(each, today));
    }

    private static @Nullable Integer age(JsonNode each, LocalDate today) {
        return each.path("year").isNumber()
                ? new Birthday(
                                each.path("year").intValue(),
                                each.path("month").intValue(),
                                each.path("day").intValue())
                        .age(today)
                        .orElse(null)
                : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
