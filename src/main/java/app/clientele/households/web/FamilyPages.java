package app.clientele.households.web;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.duplicates.Duplicates;
import app.clientele.customers.duplicates.Duplicates.Likely;
import app.clientele.customers.search.CustomerSearch;
import app.clientele.households.NewRelationship;
import app.clientele.households.Relationship;
import app.clientele.households.RelationshipDetails;
import app.clientele.households.Relationships;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Links on the profile: somebody known is found and linked, a link changed, and taken away. */
@Controller
@Requires(Permission.PROFILE_VIEW)
class FamilyPages {
    private static final String PATH = FamilyPath.CUSTOMER + "/family";
    private static final int SHOWN = 8;

    private final Relationships relationships;
    private final Customers customers;
    private final CustomerSearch search;
    private final Duplicates duplicates;
    private final FamilyForms forms;
    private final Input input;
    private final Templates templates;

    FamilyPages(
            Relationships relationships,
            Customers customers,
            CustomerSearch search,
            Duplicates duplicates,
            FamilyForms forms,
            Input input,
            Templates templates) {
        this.relationships = relationships;
        this.customers = customers;
        this.search = search;
        this.duplicates = duplicates;
        this.forms = forms;
        this.input = input;
        this.templates = templates;
    }

    /** Asks whom: those who share a phone or an inbox, or whom one looks for. */
    @GetMapping(PATH + "/add")
    @Requires(Permission.FAMILY_EDIT)
    JteModel whom(
            View view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID relative) {
        if (relative != null) {
            var form = forms.known(id, relative, new LinkedMultiValueMap<>(), FormErrors.none());
            return templates.familyForm(view, form);
        }
        Customer customer = customers.get(id);
        Set<UUID> linked = linked(id);
        List<CustomerSearch.Hit> hits =
                q.isBlank()
                        ? List.of()
                        : search.find(q.strip(), SHOWN + 1, true).stream()
                                .filter(h -> !linked.contains(h.id()))
                                .limit(SHOWN)
                                .toList();
        return templates.familyWhom(view, customer, q, hits, perhaps(customer, linked));
    }

    /** Those linked already, and the customer. */
    private Set<UUID> linked(UUID id) {
        Set<UUID> linked =
                relationships.of(id).stream()
                        .map(link -> link.relative().id())
                        .collect(Collectors.toCollection(HashSet::new));
        linked.add(id);
        return linked;
    }

    /** Names are left out: namesakes are no family. */
    private List<Likely> perhaps(Customer customer, Set<UUID> linked) {
        CustomerDetails details = customer.details();
        var contacts =
                CustomerDetails.of(d -> {
                    d.phones = details.phones();
                    d.emails = details.emails();
                });
        return duplicates.of(contacts, customer.id()).stream()
                .filter(likely -> !linked.contains(likely.customer().id()))
                .toList();
    }

    @PostMapping(PATH)
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        try {
            var made = relationships.add(id, input.form(typed, NewRelationship.class));
            return view.redirect(FamilyPath.of(id), added(made));
        } catch (Invalid e) {
            UUID relative = relative(typed, e);
            return view.invalid(
                    templates.familyForm(
                            view, forms.known(id, relative, typed, FormErrors.of(view, e))));
        }
    }

    /** Without somebody the form does not stand. */
    private static UUID relative(MultiValueMap<String, String> typed, Invalid invalid) {
        try {
            if (invalid.problems().stream().noneMatch(p -> p.field().equals("relativeId"))) {
                return UUID.fromString(String.valueOf(typed.getFirst("relativeId")));
            }
        } catch (IllegalArgumentException e) {
            // told as the problem it is
        }
        throw invalid;
    }

    static Toast added(Relationship made) {
        boolean asked = made.pending() && made.invitation() != null;
        return Toast.of(asked ? "family.added.asked" : "family.added", made.relative().name());
    }

    @GetMapping(PATH + "/{link}")
    @Requires(Permission.FAMILY_EDIT)
    JteModel form(View view, @PathVariable UUID id, @PathVariable UUID link) {
        return form(
                view, forms.of(id, relationships.get(id, link), null, FormErrors.none(), false));
    }

    private JteModel form(View view, FamilyForm form) {
        return view.htmx() ? templates.familyDialog(view, form) : templates.familyForm(view, form);
    }

    @PostMapping(PATH + "/{link}")
    Object change(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID link,
            @RequestParam int _version,
            @RequestParam MultiValueMap<String, String> typed) {
        try {
            var details = input.form(typed, RelationshipDetails.class);
            var saved = relationships.change(id, link, details, _version);
            return view.redirect(
                    FamilyPath.of(id), Toast.of("family.saved", saved.relative().name()));
        } catch (Invalid e) {
            return view.invalid(again(view, id, link, typed, FormErrors.of(view, e), false));
        } catch (Stale e) {
            return view.status(
                    HttpStatus.CONFLICT, again(view, id, link, typed, FormErrors.none(), true));
        }
    }

    private JteModel again(
            View view,
            UUID id,
            UUID link,
            MultiValueMap<String, String> typed,
            FormErrors errors,
            boolean late) {
        return form(view, forms.of(id, relationships.get(id, link), typed, errors, late));
    }

    @PostMapping(PATH + "/{link}/delete")
    ResponseEntity<Void> remove(View view, @PathVariable UUID id, @PathVariable UUID link) {
        String name = relationships.get(id, link).relative().name();
        relationships.remove(id, link);
        Toast toast = Toast.of("family.removed", name).undo("/undo/relationship-" + link);
        return view.redirect(FamilyPath.of(id), toast);
    }

    @PostMapping("/undo/relationship-{id}")
    ResponseEntity<Void> restore(View view, @PathVariable UUID id) {
        Relationship back = relationships.restore(id);
        return view.redirect(
                FamilyPath.of(back.customerId()),
                Toast.of("family.restored", back.relative().name()));
    }
}
