package app.clientele.points.web;

import app.clientele.points.PointRule;
import app.clientele.points.PointRule.Kind;
import app.clientele.shared.Page;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What everything that is sold brings and costs, to be filled in.
 *
 * @param query what is looked for, and where the list goes on
 * @param rows what was typed into the list and could not be saved
 * @param terms what holds for all points
 */
public record PointList(
        View view,
        Page<PointRule> rules,
        MultiValueMap<String, String> query,
        Typed rows,
        Typed terms,
        FormErrors errors) {
    /** A form of which an empty number means none. */
    static MultiValueMap<String, String> terms(Typed typed) {
        var fields = new LinkedMultiValueMap<>(typed.fields());
        String referral = typed.value("referral");
        fields.set("referral", referral == null || referral.isBlank() ? "0" : referral);
        fields.set("partly", String.valueOf(typed.has("partly", "true")));
        return fields;
    }

    public String q() {
        return Objects.requireNonNullElse(query.getFirst("q"), "");
    }

    public @Nullable String kind() {
        return query.getFirst("kind");
    }

    public @Nullable String cursor() {
        return query.getFirst("cursor");
    }

    public boolean isFiltered() {
        return !q().isBlank() || kind() != null && !kind().isBlank();
    }

    public List<Option> kinds() {
        return Arrays.stream(Kind.values())
                .map(k -> new Option(k.wireName(), view.t("points.kind." + k.wireName())))
                .toList();
    }

    public @Nullable String next() {
        return rules.next() == null ? null : path(query, rules.next());
    }

    /** Where the list stands, or goes on. */
    static String path(MultiValueMap<String, String> query, @Nullable String cursor) {
        var path = UriComponentsBuilder.fromPath(PointSettingsPages.LIST);
        for (String name : List.of("q", "kind")) {
            String value = query.getFirst(name);
            if (value != null && !value.isBlank()) {
                path.queryParam(name, value);
            }
        }
        if (cursor != null && !cursor.isBlank()) {
            path.queryParam("cursor", cursor);
        }
        return path.encode().build().toUriString();
    }

    /** What stands in a row's field. */
    public String given(PointRule rule) {
        String typed = rows.value("given." + rule.id());
        return typed == null ? wasGiven(rule) : typed;
    }

    public String redeemed(PointRule rule) {
        String typed = rows.value("redeemed." + rule.id());
        return typed == null ? wasRedeemed(rule) : typed;
    }

    public String wasGiven(PointRule rule) {
        return rule.given() == 0 ? "" : String.valueOf(rule.given());
    }

    public String wasRedeemed(PointRule rule) {
        return rule.redeemed() == null ? "" : String.valueOf(rule.redeemed());
    }

    public String version(PointRule rule) {
        return Objects.requireNonNullElse(
                rows.value("version." + rule.id()), String.valueOf(rule.version()));
    }
}
