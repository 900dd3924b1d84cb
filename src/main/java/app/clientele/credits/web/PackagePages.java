package app.clientele.credits.web;

import app.clientele.business.Businesses;
import app.clientele.business.Services;
import app.clientele.credits.ServicePackage;
import app.clientele.credits.ServicePackage.PackageDetails;
import app.clientele.credits.ServicePackages;
import app.clientele.sales.catalogue.TaxRates;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Option;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The packages that are sold, among the settings. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class PackagePages {
    static final String LIST = "/settings/packages";

    private final ServicePackages packages;
    private final Services services;
    private final TaxRates taxes;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    PackagePages(
            ServicePackages packages,
            Services services,
            TaxRates taxes,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.packages = packages;
        this.services = services;
        this.taxes = taxes;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    private PackageForm begin(View view, @Nullable ServicePackage present, Typed typed) {
        return new PackageForm(
                view,
                LIST + "/" + (present == null ? "new" : present.id()),
                present,
                businesses.current().currency(),
                CreditWords.services(services),
                taxes.all(false).stream()
                        .map(t -> new Option(t.id().toString(), t.name()))
                        .toList(),
                typed,
                FormErrors.none());
    }

    @GetMapping(LIST + "/new")
    JteModel blank(View view) {
        return templates.creditsPackage(begin(view, null, Typed.nothing()));
    }

    @PostMapping(LIST + "/new")
    Object add(View view, @RequestParam MultiValueMap<String, String> fields) {
        var form = begin(view, null, new Typed(fields)).packed();
        return save(form, () -> packages.add(details(form)));
    }

    private PackageDetails details(PackageForm form) {
        return input.form(form.fields(), PackageDetails.class);
    }

    private Object save(PackageForm form, Runnable deed) {
        View view = form.view();
        try {
            deed.run();
            return view.redirect(LIST, Toast.of("credits.package.saved"));
        } catch (Invalid e) {
            return view.invalid(
                    templates.creditsPackage(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.creditsPackage(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    form.typed(),
                    (again, errors) -> templates.creditsPackage(form.with(again, errors)));
        }
    }

    @GetMapping(LIST + "/{id}")
    JteModel form(View view, @PathVariable UUID id) {
        ServicePackage present = packages.get(id);
        return templates.creditsPackage(begin(view, present, PackageForm.begun(view, present)));
    }

    @PostMapping(LIST + "/{id}")
    Object change(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = begin(view, packages.get(id), new Typed(fields)).packed();
        return save(form, () -> packages.change(id, details(form), form.typed().version()));
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        packages.archive(id);
        return view.redirect(LIST, Toast.of("credits.package.archived"));
    }

    @PostMapping(LIST + "/{id}/reopening")
    Object restore(View view, @PathVariable UUID id) {
        return save(
                begin(view, packages.get(id), PackageForm.begun(view, packages.get(id))),
                () -> packages.restore(id));
    }
}
