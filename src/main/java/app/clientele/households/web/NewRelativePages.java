package app.clientele.households.web;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Customers;
import app.clientele.households.NewRelationship;
import app.clientele.households.Relationship;
import app.clientele.households.Relationships;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes a relative down who is not known yet, and links them at once. */
@Controller
@RequestMapping(FamilyPath.CUSTOMER + "/family/create")
@Requires(Permission.PROFILE_VIEW)
class NewRelativePages {
    private final Relationships relationships;
    private final Customers customers;
    private final FamilyForms forms;
    private final Input input;
    private final Templates templates;

    NewRelativePages(
            Relationships relationships,
            Customers customers,
            FamilyForms forms,
            Input input,
            Templates templates) {
        this.relationships = relationships;
        this.customers = customers;
        this.forms = forms;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    @Requires({Permission.FAMILY_EDIT})
    JteModel form(View view, @PathVariable UUID id) {
        return templates.familyForm(
                view, forms.newcomer(view, id, forms.alike(id), FormErrors.none()));
    }

    @PostMapping
    Object create(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        try {
            Relationship made = write(view, id, typed);
            return view.redirect(FamilyPath.of(id), FamilyPages.added(made));
        } catch (Invalid e) {
            return view.invalid(
                    templates.familyForm(
                            view, forms.newcomer(view, id, typed, FormErrors.of(view, e))));
        }
    }

    private Relationship write(View view, UUID id, MultiValueMap<String, String> typed) {
        Customer relative = customers.get(id);
        CustomerDetails person =
                input.form(FamilyForms.part(typed, false), CustomerDetails.class)
                        .with(d -> share(view, d, relative, typed));
        NewRelationship link =
                input.form(withAnyone(FamilyForms.part(typed, true)), NewRelationship.class);
        return relationships.addNew(id, person, link);
    }

    /** Whom it is with is known once they are written down. */
    private static MultiValueMap<String, String> withAnyone(MultiValueMap<String, String> link) {
        link.set("relativeId", new UUID(0, 0).toString());
        return link;
    }

    /** What they share with whom they are linked to, where that was ticked. */
    private static void share(
            View view,
            CustomerDetails.Draft draft,
            Customer relative,
            MultiValueMap<String, String> typed) {
        if (!view.may(Permission.PROFILE_CONTACT)) {
            return;
        }
        if (typed.containsKey("_samePhone")) {
            List<Phone> phones = new ArrayList<>(draft.phones);
            FamilyForms.phone(relative)
                    .ifPresent(p ->
                            phones.add(new Phone(p.number(), p.kind(), phones.isEmpty(), null)));
            draft.phones = phones;
        }
        if (typed.containsKey("_sameAddress")) {
            draft.addresses =
                    FamilyForms.address(relative).map(NewRelativePages::own).stream().toList();
        }
    }

    private static Address own(Address a) {
        return new Address(
                null,
                a.label(),
                a.street(),
                a.line2(),
                a.postcode(),
                a.city(),
                a.region(),
                a.country(),
                true);
    }
}
