package app.clientele.points.web;

import app.clientele.points.PointRule;
import app.clientele.points.PointRule.Kind;
import app.clientele.points.PointRules;
import app.clientele.points.PointSettings;
import app.clientele.points.PointSettings.PointTermDetails;
import app.clientele.points.PointSettings.PointTerms;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everything that is sold brings and costs in points: a list to be filled in. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class PointSettingsPages {
    static final String LIST = "/settings/points";
    private static final int ROWS = 50;

    private final PointRules rules;
    private final PointSettings settings;
    private final Input input;
    private final Templates templates;

    PointSettingsPages(PointRules rules, PointSettings settings, Input input, Templates templates) {
        this.rules = rules;
        this.settings = settings;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    JteModel list(View view, @RequestParam MultiValueMap<String, String> query) {
        return list(view, query, Typed.nothing(), FormErrors.none());
    }

    private JteModel list(
            View view, MultiValueMap<String, String> query, Typed rows, FormErrors errors) {
        PointTerms terms = settings.current();
        Typed typed =
                Typed.nothing()
                        .with("referral", terms.referral() == 0 ? null : terms.referral())
                        .with("partly", terms.partly())
                        .with("lastsMonths", terms.lastsMonths())
                        .with("_version", terms.version());
        return templates.pointsSettings(
                new PointList(view, find(query), query, rows, typed, errors));
    }

    private Page<PointRule> find(MultiValueMap<String, String> query) {
        return rules.list(
                new PointRules.Search(kind(query.getFirst("kind")), query.getFirst("q")),
                query.getFirst("cursor"),
                ROWS);
    }

    private static @Nullable Kind kind(@Nullable String name) {
        return Arrays.stream(Kind.values())
                .filter(k -> k.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @PostMapping(LIST)
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            settings.change(
                    input.form(PointList.terms(typed), PointTermDetails.class), typed.version());
            return view.redirect(LIST, Toast.of("points.settings.saved"));
        } catch (Invalid e) {
            return view.invalid(terms(view, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(view, e, typed, (again, errors) -> terms(view, again, errors));
        }
    }

    private JteModel terms(View view, Typed typed, FormErrors errors) {
        MultiValueMap<String, String> nothing = Typed.nothing().fields();
        return templates.pointsSettings(
                new PointList(view, find(nothing), nothing, Typed.nothing(), typed, errors));
    }

    /** Saves what was changed in the list, row by row; what somebody else changed is told. */
    @PostMapping(LIST + "/items")
    Object items(View view, @RequestParam MultiValueMap<String, String> fields) {
        FilledRules rows = new FilledRules(view, rules, input, new Typed(fields));
        rows.save();
        if (rows.errors().any()) {
            JteModel again = list(view, fields, rows.typed(), rows.errors());
            return view.status(rows.status(), again);
        }
        return view.redirect(
                PointList.path(fields, fields.getFirst("cursor")), Toast.of("points.rules.saved"));
    }
}
