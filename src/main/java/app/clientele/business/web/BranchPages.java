package app.clientele.business.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Branches.BranchDetails;
import app.clientele.business.Business;
import app.clientele.business.Businesses;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the business works: listed, described, closed and opened again. */
@Controller
@Requires(Permission.SETTINGS_BUSINESS)
class BranchPages {
    private static final String LIST = "/settings/branches";

    private final Branches branches;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    BranchPages(Branches branches, Businesses businesses, Input input, Templates templates) {
        this.branches = branches;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    Object list(View view) {
        return templates.businessBranches(view, branches.all(true), FormErrors.none());
    }

    @GetMapping(LIST + "/new")
    Object blank(View view) {
        Business business = businesses.current();
        Typed begun =
                Typed.nothing().with("country", business.country()).with("zone", business.zone());
        return templates.businessBranch(view, null, begun, FormErrors.none());
    }

    @PostMapping(LIST + "/new")
    Object add(View view, @RequestParam MultiValueMap<String, String> fields) {
        try {
            branches.add(input.form(fields, BranchDetails.class));
            return view.redirect(LIST, Toast.of("business.branch.added", fields.getFirst("name")));
        } catch (Invalid e) {
            return wrong(view, null, new Typed(fields), FormErrors.of(view, e));
        } catch (Refused e) {
            return wrong(view, null, new Typed(fields), reasons(view, e));
        }
    }

    @GetMapping(LIST + "/{id}")
    Object form(View view, @PathVariable UUID id) {
        Branch branch = branches.get(id);
        return templates.businessBranch(view, branch, begun(branch), FormErrors.none());
    }

    private static Typed begun(Branch branch) {
        return Typed.nothing()
                .with("name", branch.name())
                .with("street", branch.street())
                .with("postcode", branch.postcode())
                .with("city", branch.city())
                .with("region", branch.region())
                .with("country", branch.country())
                .with("zone", branch.zone())
                .with("phone", branch.phone())
                .with("email", branch.email())
                .with("_version", branch.version());
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Branch branch = branches.get(id);
        Typed typed = new Typed(fields);
        try {
            branches.change(id, input.form(fields, BranchDetails.class), typed.version());
            return view.redirect(LIST, Toast.of("business.branch.saved", fields.getFirst("name")));
        } catch (Invalid e) {
            return wrong(view, branch, typed, FormErrors.of(view, e));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) -> templates.businessBranch(view, branch, again, errors));
        }
    }

    @PostMapping(LIST + "/{id}/closing")
    Object archive(View view, @PathVariable UUID id) {
        try {
            branches.archive(id);
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.businessBranches(view, branches.all(true), reasons(view, e)));
        }
        Toast closed = Toast.of("business.branch.archived", branches.get(id).name());
        return view.redirect(LIST, closed.undo("/undo/branch-" + id));
    }

    @PostMapping({LIST + "/{id}/opening", "/undo/branch-{id}"})
    Object reopen(View view, @PathVariable UUID id) {
        branches.reopen(id);
        return view.redirect(LIST, Toast.of("business.branch.reopened", branches.get(id).name()));
    }

    private Object wrong(View view, @Nullable Branch branch, Typed typed, FormErrors errors) {
        return view.invalid(templates.businessBranch(view, branch, typed, errors));
    }

    private static FormErrors reasons(View view, Refused refused) {
        return FormErrors.of("", view.reason(refused.reasons().getFirst()));
    }
}
