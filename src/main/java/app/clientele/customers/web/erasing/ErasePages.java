package app.clientele.customers.web.erasing;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.erasing.Erasure;
import app.clientele.customers.erasing.ErasureRules;
import app.clientele.customers.erasing.Erasures;
import app.clientele.customers.erasing.Erasures.ErasureDetails;
import app.clientele.customers.erasing.Retention;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Text;
import app.clientele.site.FormErrors;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what erasing somebody means, asks for it, and takes it back while there is time. */
@Controller
@Requires(Permission.PROFILE_VIEW)
class ErasePages {
    private final Erasures erasures;
    private final ErasureRules rules;
    private final Retention retention;
    private final Customers customers;
    private final Templates templates;

    ErasePages(
            Erasures erasures,
            ErasureRules rules,
            Retention retention,
            Customers customers,
            Templates templates) {
        this.erasures = erasures;
        this.rules = rules;
        this.retention = retention;
        this.customers = customers;
        this.templates = templates;
    }

    @GetMapping(ProfilePages.PATH + "/erase")
    JteModel ask(View view, @PathVariable UUID id) {
        return ask(view, id, ErasePage.Typed.NOTHING, FormErrors.none());
    }

    private JteModel ask(View view, UUID id, ErasePage.Typed typed, FormErrors errors) {
        return templates.eraseAsk(
                view,
                new ErasePage(
                        view,
                        customers.get(id),
                        erasures.preview(id),
                        rules.current().graceDays(),
                        typed,
                        errors));
    }

    @PostMapping(ProfilePages.PATH + "/erase")
    @Requires(Permission.CUSTOMER_ERASE)
    Object erase(
            View view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirm) {
        Customer customer = customers.get(id);
        var typed = new ErasePage.Typed(reason, confirm);
        try {
            if (customer.eraseAt() == null && !ErasePage.isMeant(customer, confirm)) {
                throw new Invalid("confirm", "erase_confirm");
            }
            Erasure erasure = erasures.begin(id, new ErasureDetails(Text.clean(reason)));
            return view.redirect("/customers/" + id, done(view, erasure));
        } catch (Invalid e) {
            return view.invalid(ask(view, id, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            if (view.htmx() || customer.eraseAt() != null) {
                throw e;
            }
            return view.status(HttpStatus.CONFLICT, ask(view, id, typed, FormErrors.none()));
        }
    }

    private static Toast done(View view, Erasure erasure) {
        return erasure.doneAt() == null
                ? Toast.of("erase.begun", view.date(erasure.dueAt()))
                        .undo("/undo/erasure-" + erasure.customerId())
                : Toast.of("erase.done");
    }

    @PostMapping("/undo/erasure-{customer}")
    @Requires(Permission.CUSTOMER_ERASE)
    ResponseEntity<Void> undo(View view, @PathVariable UUID customer) {
        erasures.undo(customer);
        return view.redirect("/customers/" + customer, Toast.of("erase.undone"));
    }

    /** The rule for people not seen for long leaves them alone for a year. */
    @PostMapping(ProfilePages.PATH + "/keep")
    @Requires(Permission.CUSTOMER_ERASE)
    ResponseEntity<Void> keep(View view, @PathVariable UUID id) {
        retention.keep(id);
        return view.redirect("/customers/" + id, Toast.of("erase.kept.done"));
    }
}
