package app.clientele.sales.web.catalogue;

import app.clientele.business.Branches;
import app.clientele.business.Businesses;
import app.clientele.sales.catalogue.TaxRate;
import app.clientele.sales.catalogue.TaxRates;
import app.clientele.sales.catalogue.TaxRates.TaxRateDetails;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Option;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The taxes of a business, and what they are at single branches. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class TaxPages {
    static final String LIST = "/settings/taxes";

    private final TaxRates taxes;
    private final Branches branches;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    TaxPages(
            TaxRates taxes,
            Branches branches,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.taxes = taxes;
        this.branches = branches;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    JteModel list(View view) {
        return templates.salesTaxes(view, taxes.all(true), FormErrors.none());
    }

    @GetMapping(LIST + "/new")
    JteModel blank(View view) {
        boolean first = taxes.usual().isEmpty();
        return templates.salesTax(
                form(view, null, Typed.nothing().with("included", true).with("usual", first)));
    }

    private CatalogueForm form(View view, @Nullable TaxRate tax, Typed typed) {
        var places =
                branches.all(false).stream()
                        .map(b -> new Option(b.id().toString(), b.name()))
                        .toList();
        return new CatalogueForm(
                view,
                tax == null ? view.t("sales.taxes.new") : tax.name(),
                LIST,
                LIST + "/" + (tax == null ? "new" : tax.id()),
                typed,
                FormErrors.none(),
                places,
                CurrencyUnit.of(businesses.current().currency()));
    }

    @PostMapping(LIST + "/new")
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        var form = form(view, null, new Typed(fields));
        return CatalogueForms.save(form, templates::salesTax, () -> taxes.add(read(form)));
    }

    private TaxRateDetails read(CatalogueForm form) {
        return input.form(form.percentages(), TaxRateDetails.class);
    }

    @GetMapping(LIST + "/{id}")
    JteModel form(View view, @PathVariable UUID id) {
        TaxRate tax = taxes.get(id);
        Typed begun =
                Typed.nothing()
                        .with("name", tax.name())
                        .with("percent", tax.percent().toPlainString())
                        .with("included", tax.included())
                        .with("usual", tax.usual())
                        .with("_version", tax.version());
        for (TaxRates.BranchRate place : tax.branches()) {
            begun = begun.with("_percent." + place.branchId(), place.percent());
        }
        return templates.salesTax(form(view, tax, begun));
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = form(view, taxes.get(id), new Typed(fields));
        return CatalogueForms.save(
                form,
                templates::salesTax,
                () -> taxes.change(id, read(form), form.typed().version()));
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        taxes.archive(id);
        return view.redirect(LIST, Toast.of("sales.catalogue.archived", taxes.get(id).name()));
    }

    @PostMapping(LIST + "/{id}/reopening")
    Object reopen(View view, @PathVariable UUID id) {
        try {
            taxes.reopen(id);
            return view.redirect(LIST, Toast.of("sales.catalogue.reopened", taxes.get(id).name()));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.salesTaxes(view, taxes.all(true), FormErrors.of("", why)));
        }
    }
}
