package app.clientele.sales.web.fees;

import app.clientele.business.Businesses;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.ProfilePages;
import app.clientele.sales.fees.CustomerFee;
import app.clientele.sales.fees.CustomerFee.CustomerFeeDetails;
import app.clientele.sales.fees.CustomerFees;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was agreed about fees with one customer: added, changed, taken away. */
@Controller
@RequestMapping(ProfilePages.PATH + "/own-fees")
@Requires(Permission.PRICE_EDIT)
class OwnFeePages {
    private final CustomerFees fees;
    private final Customers customers;
    private final Locks locks;
    private final Businesses businesses;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    OwnFeePages(
            CustomerFees fees,
            Customers customers,
            Locks locks,
            Businesses businesses,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.fees = fees;
        this.customers = customers;
        this.locks = locks;
        this.businesses = businesses;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    static String path(UUID customer) {
        return "/customers/" + customer + "/own-fees";
    }

    private OwnFeeForm begin(View view, UUID customer, @Nullable UUID id, Typed typed) {
        locks.checkOpen(customer);
        return new OwnFeeForm(
                view,
                customer,
                customers.get(customer).shownName(),
                path(customer) + (id == null ? "" : "/" + id),
                id != null,
                businesses.current().currency(),
                typed,
                FormErrors.none());
    }

    @GetMapping("/new")
    JteModel blank(View view, @PathVariable UUID id) {
        return templates.feesOwn(begin(view, id, null, Typed.nothing()));
    }

    @PostMapping
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = begin(view, id, null, new Typed(fields));
        return save(form, "fees.own.added", () -> fees.add(id, details(form)));
    }

    private Object save(OwnFeeForm form, String done, Runnable deed) {
        View view = form.view();
        try {
            var toast = toasts.after(form.customer(), done, deed);
            return view.redirect("/customers/" + form.customer(), toast);
        } catch (Invalid e) {
            return view.invalid(templates.feesOwn(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    form.typed(),
                    (again, errors) -> templates.feesOwn(form.with(again, errors)));
        }
    }

    private CustomerFeeDetails details(OwnFeeForm form) {
        var unit = CurrencyUnit.of(form.currency());
        return input.form(
                FeeWords.fields(form.view(), form.typed().fields(), unit),
                CustomerFeeDetails.class);
    }

    @GetMapping("/{fee}/edit")
    JteModel form(View view, @PathVariable UUID id, @PathVariable UUID fee) {
        return templates.feesOwn(begin(view, id, fee, begun(view, fees.get(id, fee))));
    }

    private static Typed begun(View view, CustomerFee present) {
        return Typed.nothing()
                .with("kind", present.kind().wireName())
                .with("never", present.never() ? true : null)
                .with(
                        "much",
                        present.never()
                                ? null
                                : FeeWords.typed(view, present.percent(), present.amount()))
                .with("reason", present.reason())
                .with("_version", present.version());
    }

    @PostMapping("/{fee}")
    Object change(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID fee,
            @RequestParam MultiValueMap<String, String> fields) {
        fees.get(id, fee);
        var form = begin(view, id, fee, new Typed(fields));
        return save(
                form,
                "fees.own.saved",
                () -> fees.change(id, fee, details(form), form.typed().version()));
    }

    @PostMapping("/{fee}/delete")
    Object remove(View view, @PathVariable UUID id, @PathVariable UUID fee) {
        var toast = toasts.after(id, "fees.own.removed", () -> fees.remove(id, fee));
        return view.redirect("/customers/" + id, toast);
    }
}
