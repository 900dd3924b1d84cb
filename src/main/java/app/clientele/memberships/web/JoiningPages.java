package app.clientele.memberships.web;

import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.customers.Customers;
import app.clientele.gateway.Cards;
import app.clientele.memberships.Members;
import app.clientele.memberships.Members.Joining;
import app.clientele.memberships.Members.Search;
import app.clientele.memberships.MembershipState;
import app.clientele.memberships.Plans;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.Option;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody joins; and all members in one list. */
@Controller
@Requires(Permission.SALE_VIEW)
class JoiningPages {
    private final Members memberships;
    private final Plans plans;
    private final Branches branches;
    private final Staff staff;
    private final Cards cards;
    private final Customers customers;
    private final Input input;
    private final Templates templates;

    JoiningPages(
            Members memberships,
            Plans plans,
            Branches branches,
            Staff staff,
            Cards cards,
            Customers customers,
            Input input,
            Templates templates) {
        this.memberships = memberships;
        this.plans = plans;
        this.branches = branches;
        this.staff = staff;
        this.cards = cards;
        this.customers = customers;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/sales/memberships")
    JteModel list(
            View view,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor) {
        MembershipState chosen =
                state == null || state.isBlank() ? null : MembershipState.of(state);
        return templates.membershipsList(
                view,
                chosen,
                memberships.list(new Search(null, null, chosen), cursor, Limits.of(null)));
    }

    @GetMapping("/customers/{id}/memberships/new")
    @Requires(Permission.SALE_EDIT)
    JteModel blank(View view, @PathVariable UUID id) {
        var owner = Caller.current().actor();
        Typed typed =
                Typed.nothing().with("submissionId", UUID.randomUUID()).with("staffId", owner);
        return templates.membershipsJoin(begin(view, id, typed, true));
    }

    private MembershipForm begin(View view, UUID customer, Typed typed, boolean fresh) {
        List<Option> theirs =
                cards.chargeable(customer).stream()
                        .map(c -> new Option(c.id().toString(), c.name()))
                        .toList();
        Typed begun =
                fresh && !theirs.isEmpty()
                        ? typed.with("cardId", theirs.getFirst().value())
                        : typed;
        return new MembershipForm(
                view,
                customer,
                customers.get(customer).shownName(),
                plans.all(false).stream()
                        .map(p ->
                                new Option(
                                        p.id().toString(),
                                        p.name() + " · " + MembershipWords.price(view, p)))
                        .toList(),
                branches.all(false).stream()
                        .map(b -> new Option(b.id().toString(), b.name()))
                        .toList(),
                staff.all().stream().map(s -> new Option(s.id().toString(), s.name())).toList(),
                theirs,
                begun,
                FormErrors.none());
    }

    @PostMapping("/customers/{id}/memberships/new")
    @Requires(Permission.SALE_EDIT)
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            var added = memberships.add(id, input.form(fields, Joining.class));
            return view.redirect("/memberships/" + added.id(), Toast.of("memberships.added"));
        } catch (Invalid e) {
            var form = begin(view, id, typed, false);
            return view.invalid(
                    templates.membershipsJoin(
                            form.with(Objects.requireNonNull(typed), FormErrors.of(view, e))));
        }
    }
}
