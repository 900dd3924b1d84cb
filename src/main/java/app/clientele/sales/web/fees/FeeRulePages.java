package app.clientele.sales.web.fees;

import app.clientele.business.Businesses;
import app.clientele.business.Services;
import app.clientele.sales.fees.FeeRule;
import app.clientele.sales.fees.FeeRule.FeeRuleDetails;
import app.clientele.sales.fees.FeeRules;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules about fees, among the settings. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class FeeRulePages {
    static final String LIST = "/settings/fees";

    private final FeeRules rules;
    private final Services services;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    FeeRulePages(
            FeeRules rules,
            Services services,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.rules = rules;
        this.services = services;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    JteModel list(View view) {
        return templates.feesRules(view, rules.all());
    }

    private CurrencyUnit unit() {
        return CurrencyUnit.of(businesses.current().currency());
    }

    private FeeRuleForm begin(View view, String below, Typed typed) {
        List<Option> options =
                services.list(Services.Filter.all(true)).stream()
                        .filter(s ->
                                s.archivedAt() == null
                                        || typed.has("serviceIds[]", s.id().toString()))
                        .map(s -> new Option(s.id().toString(), s.name()))
                        .toList();
        return new FeeRuleForm(
                view,
                LIST + "/" + below,
                !below.equals("new"),
                unit().getCode(),
                options,
                typed,
                FormErrors.none());
    }

    @GetMapping(LIST + "/new")
    JteModel blank(View view) {
        Typed usual = Typed.nothing().with("taxed", true).with("active", true);
        return templates.feesRule(begin(view, "new", usual));
    }

    @PostMapping(LIST + "/new")
    Object add(View view, @RequestParam MultiValueMap<String, String> fields) {
        var form = begin(view, "new", new Typed(fields));
        return save(form, () -> rules.add(details(form)));
    }

    private Object save(FeeRuleForm form, Runnable deed) {
        View view = form.view();
        try {
            deed.run();
            return view.redirect(LIST, Toast.of("fees.rule.saved"));
        } catch (Invalid e) {
            return view.invalid(
                    templates.feesRule(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.feesRule(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    form.typed(),
                    (again, errors) -> templates.feesRule(form.with(again, errors)));
        }
    }

    private FeeRuleDetails details(FeeRuleForm form) {
        MultiValueMap<String, String> fields =
                FeeWords.fields(form.view(), form.typed().fields(), unit());
        FeeWords.money(form.view(), fields, "above", form.value("above"), unit());
        fields.set("taxed", String.valueOf(form.ticked("taxed")));
        fields.set("active", String.valueOf(form.ticked("active")));
        return input.form(fields, FeeRuleDetails.class);
    }

    @GetMapping(LIST + "/{id}")
    JteModel form(View view, @PathVariable UUID id) {
        return templates.feesRule(begin(view, id.toString(), begun(view, rules.get(id))));
    }

    private static Typed begun(View view, FeeRule rule) {
        var above = rule.above();
        return Typed.nothing()
                .with("kind", rule.kind().wireName())
                .with("much", FeeWords.typed(view, rule.percent(), rule.amount()))
                .with("serviceIds[]", rule.serviceIds())
                .with("whom", rule.whom().wireName())
                .with("missedLeast", rule.missedLeast())
                .with("above", above == null ? null : MoneyText.amount(above, view.locale()))
                .with("hours", rule.hours())
                .with("taxed", rule.taxed())
                .with("active", rule.active())
                .with("_version", rule.version());
    }

    @PostMapping(LIST + "/{id}")
    Object change(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        rules.get(id);
        var form = begin(view, id.toString(), new Typed(fields));
        return save(form, () -> rules.change(id, details(form), form.typed().version()));
    }

    @PostMapping(LIST + "/{id}/delete")
    Object remove(View view, @PathVariable UUID id) {
        rules.remove(id);
        return view.redirect(LIST, Toast.of("fees.rule.removed"));
    }
}
