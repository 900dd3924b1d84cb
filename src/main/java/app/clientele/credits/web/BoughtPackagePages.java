package app.clientele.credits.web;

import app.clientele.credits.BoughtPackage;
import app.clientele.credits.BoughtPackages;
import app.clientele.credits.BoughtPackages.Ending;
import app.clientele.credits.BoughtPackages.Transfer;
import app.clientele.credits.ServicePackages;
import app.clientele.customers.Customers;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Packages somebody has: sold, looked at, ended, handed on. */
@Controller
@Requires(Permission.SALE_VIEW)
class BoughtPackagePages {
    private final BoughtPackages bought;
    private final ServicePackages packages;
    private final Customers customers;
    private final Input input;
    private final Templates templates;

    BoughtPackagePages(
            BoughtPackages bought,
            ServicePackages packages,
            Customers customers,
            Input input,
            Templates templates) {
        this.bought = bought;
        this.packages = packages;
        this.customers = customers;
        this.input = input;
        this.templates = templates;
    }

    /** What there is to sell; choosing one begins an order. */
    @GetMapping("/customers/{id}/packages/new")
    @Requires(Permission.SALE_EDIT)
    JteModel sell(View view, @PathVariable UUID id) {
        return templates.creditsSell(view, customers.get(id), packages.all(false));
    }

    @GetMapping("/bought-packages/{bought}")
    JteModel show(View view, @PathVariable("bought") UUID id) {
        return templates.creditsBought(page(view, id, Typed.nothing(), FormErrors.none()));
    }

    private BoughtPackagePage page(View view, UUID id, Typed typed, FormErrors errors) {
        BoughtPackage present = bought.get(id);
        return new BoughtPackagePage(
                view, present, customers.get(present.customerId()).shownName(), typed, errors);
    }

    @PostMapping("/bought-packages/{bought}/ending")
    @Requires(Permission.VALUE_EDIT)
    Object end(
            View view,
            @PathVariable("bought") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                fields,
                "credits.ended",
                () -> bought.end(id, input.form(fields, Ending.class)));
    }

    @PostMapping("/bought-packages/{bought}/transfer")
    @Requires(Permission.VALUE_EDIT)
    Object transfer(
            View view,
            @PathVariable("bought") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                fields,
                "credits.transferred",
                () -> bought.transfer(id, input.form(fields, Transfer.class)));
    }

    private Object done(
            View view, UUID id, MultiValueMap<String, String> fields, String told, Runnable deed) {
        try {
            deed.run();
            return view.redirect("/bought-packages/" + id, Toast.of(told));
        } catch (Invalid e) {
            return view.invalid(
                    templates.creditsBought(
                            page(view, id, new Typed(fields), FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.creditsBought(
                            page(view, id, new Typed(fields), FormErrors.of(view, e))));
        }
    }
}
