package app.clientele.sales.web.catalogue;

import app.clientele.sales.Payments;
import app.clientele.sales.catalogue.OwnTenders;
import app.clientele.sales.catalogue.OwnTenders.OwnTender;
import app.clientele.sales.catalogue.OwnTenders.TenderDetails;
import app.clientele.sales.catalogue.SalesSettings;
import app.clientele.sales.catalogue.SalesSettings.SellerDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
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

/** How the business is paid, and what its invoices say of it. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class TenderPages {
    static final String LIST = "/settings/tenders";
    static final String INVOICES = "/settings/invoices";

    private final OwnTenders tenders;
    private final Payments payments;
    private final SalesSettings settings;
    private final Input input;
    private final Templates templates;

    TenderPages(
            OwnTenders tenders,
            Payments payments,
            SalesSettings settings,
            Input input,
            Templates templates) {
        this.tenders = tenders;
        this.payments = payments;
        this.settings = settings;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    JteModel list(View view) {
        return list(view, Typed.nothing(), FormErrors.none());
    }

    private JteModel list(View view, Typed typed, FormErrors errors) {
        return templates.salesTenders(
                view, payments.tenders(), tenders.all(true), form(view, "new", typed, errors));
    }

    private static CatalogueForm form(View view, String id, Typed typed, FormErrors errors) {
        return new CatalogueForm(
                view,
                view.t("sales.tenders"),
                LIST,
                LIST + "/" + id,
                typed,
                errors,
                List.of(),
                CurrencyUnit.EUR);
    }

    @PostMapping(LIST + "/new")
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        var form = form(view, "new", new Typed(fields), FormErrors.none());
        return CatalogueForms.save(
                form,
                again -> list(view, again.typed(), again.errors()),
                () -> tenders.add(input.form(fields, TenderDetails.class)));
    }

    @GetMapping(LIST + "/{id}")
    JteModel form(View view, @PathVariable UUID id) {
        OwnTender tender = tenders.get(id);
        Typed begun =
                Typed.nothing().with("name", tender.name()).with("_version", tender.version());
        return templates.salesTender(form(view, id.toString(), begun, FormErrors.none()));
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        tenders.get(id);
        var form = form(view, id.toString(), new Typed(fields), FormErrors.none());
        return CatalogueForms.save(
                form,
                templates::salesTender,
                () ->
                        tenders.change(
                                id,
                                input.form(fields, TenderDetails.class),
                                form.typed().version()));
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        tenders.archive(id);
        return view.redirect(LIST, Toast.of("sales.catalogue.archived", tenders.get(id).name()));
    }

    @PostMapping(LIST + "/{id}/reopening")
    Object reopen(View view, @PathVariable UUID id) {
        try {
            tenders.reopen(id);
            return view.redirect(
                    LIST, Toast.of("sales.catalogue.reopened", tenders.get(id).name()));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(
                    HttpStatus.CONFLICT, list(view, Typed.nothing(), FormErrors.of("", why)));
        }
    }

    @GetMapping(INVOICES)
    JteModel seller(View view) {
        var seller = settings.current();
        return seller(
                view,
                Typed.nothing()
                        .with("legalName", seller.legalName())
                        .with("taxNumber", seller.taxNumber())
                        .with("footer", seller.footer())
                        .with("owingOnline", seller.owingOnline().wireName())
                        .with("_version", seller.version()),
                FormErrors.none());
    }

    private JteModel seller(View view, Typed typed, FormErrors errors) {
        return templates.salesSeller(form(view, "", typed, errors));
    }

    @PostMapping(INVOICES)
    Object saveSeller(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            settings.change(input.form(fields, SellerDetails.class), typed.version());
            return view.redirect(INVOICES, Toast.of("sales.seller.saved"));
        } catch (Invalid e) {
            return view.invalid(seller(view, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(view, e, typed, (again, errors) -> seller(view, again, errors));
        }
    }
}
