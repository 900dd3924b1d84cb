package app.clientele.households.web;

import app.clientele.customers.Customers;
import app.clientele.customers.history.Undo;
import app.clientele.households.CopyDetails;
import app.clientele.households.MessageCopies;
import app.clientele.households.Relationships;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who else gets the messages about a customer's appointments. */
@Controller
@RequestMapping(FamilyPath.CUSTOMER + "/copies")
@Requires(Permission.PROFILE_VIEW)
class CopyPages {
    private final MessageCopies copies;
    private final Relationships relationships;
    private final Customers customers;
    private final Undo undo;
    private final Input input;
    private final Templates templates;

    CopyPages(
            MessageCopies copies,
            Relationships relationships,
            Customers customers,
            Undo undo,
            Input input,
            Templates templates) {
        this.copies = copies;
        this.relationships = relationships;
        this.customers = customers;
        this.undo = undo;
        this.input = input;
        this.templates = templates;
    }

    /** Somebody found as one typed is a customer, anything else an address. */
    @PostMapping
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        String chosen = typed.getFirst("customerId");
        if (chosen != null && !chosen.isBlank()) {
            typed.remove("address");
        }
        try {
            copies.add(id, input.form(typed, CopyDetails.class));
            return view.redirect(FamilyPath.of(id), Toast.of("family.copy.added"));
        } catch (Invalid e) {
            return view.invalid(wrong(view, id, typed, e));
        }
    }

    private JteModel wrong(View view, UUID id, MultiValueMap<String, String> typed, Invalid e) {
        var customer = customers.get(id);
        var page = FamilyPage.of(view, customer, relationships.of(id), copies.of(id));
        String address = typed.getFirst("address");
        return templates.familyCopies(
                view, page, address == null ? "" : address, FormErrors.of(view, e));
    }

    @PostMapping("/{copy}/delete")
    ResponseEntity<Void> remove(View view, @PathVariable UUID id, @PathVariable UUID copy) {
        var done =
                undo.doing(
                        id,
                        () -> {
                            copies.remove(id, copy);
                            return true;
                        });
        Toast toast = Toast.of("family.copy.removed");
        return view.redirect(
                FamilyPath.of(id),
                done.change() == null ? toast : toast.undo("/undo/" + done.change()));
    }
}
