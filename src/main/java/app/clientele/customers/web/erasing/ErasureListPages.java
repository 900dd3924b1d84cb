package app.clientele.customers.web.erasing;

import app.clientele.customers.erasing.Erasure;
import app.clientele.customers.erasing.ErasureRule;
import app.clientele.customers.erasing.ErasureRules;
import app.clientele.customers.erasing.ErasureRules.RuleDetails;
import app.clientele.customers.erasing.Erasures;
import app.clientele.customers.erasing.Retention;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.Overtaken;
import app.clientele.site.Tab;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who waits to be erased, whom the rule will erase, who was, and the rule itself. */
@Controller
@Requires(Permission.CUSTOMER_ERASE)
class ErasureListPages {
    static final String PATH = "/settings/erasures";

    private final Erasures erasures;
    private final ErasureRules rules;
    private final Retention retention;
    private final Input input;
    private final Templates templates;

    ErasureListPages(
            Erasures erasures,
            ErasureRules rules,
            Retention retention,
            Input input,
            Templates templates) {
        this.erasures = erasures;
        this.rules = rules;
        this.retention = retention;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(PATH)
    JteModel waiting(View view, @RequestParam(required = false) @Nullable String cursor) {
        return list(view, false, cursor);
    }

    @GetMapping(PATH + "/done")
    JteModel done(View view, @RequestParam(required = false) @Nullable String cursor) {
        return list(view, true, cursor);
    }

    private JteModel list(View view, boolean done, @Nullable String cursor) {
        Page<Erasure> found = erasures.all(done, cursor, Limits.of(null));
        return templates.eraseList(
                view,
                tabs(view),
                done,
                found.map(e -> new ErasurePage(view, e, erasures.reasons())));
    }

    @GetMapping(PATH + "/flagged")
    JteModel flagged(View view, @RequestParam(required = false) @Nullable String cursor) {
        return templates.eraseFlagged(
                view, tabs(view), rules.current(), retention.flagged(cursor, Limits.of(null)));
    }

    @GetMapping(PATH + "/rule")
    JteModel rule(View view) {
        return templates.eraseRule(view, tabs(view), begun(rules.current()), FormErrors.none());
    }

    private static List<Tab> tabs(View view) {
        return List.of(
                new Tab("waiting", view.t("erase.waiting"), PATH, null),
                new Tab("flagged", view.t("erase.flagged"), PATH + "/flagged", null),
                new Tab("done", view.t("erase.erased"), PATH + "/done", null),
                new Tab("rule", view.t("erase.rule"), PATH + "/rule", null));
    }

    private static Typed begun(ErasureRule rule) {
        return Typed.nothing()
                .with("graceDays", rule.graceDays())
                .with("retentionYears", rule.retentionYears())
                .with("noticeDays", rule.noticeDays())
                .with("_version", rule.version());
    }

    @PostMapping(PATH + "/rule")
    @Requires(Permission.SETTINGS_BUSINESS)
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            rules.change(input.form(fields, RuleDetails.class), typed.version());
            return view.redirect(PATH + "/rule", Toast.of("erase.rule.saved"));
        } catch (Invalid e) {
            return view.invalid(
                    templates.eraseRule(view, tabs(view), typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) -> templates.eraseRule(view, tabs(view), again, errors));
        }
    }
}
