package app.clientele.points.web;

import app.clientele.customers.Customers;
import app.clientele.points.Points;
import app.clientele.points.Points.PointChange;
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

/** Gives customers points by hand, or takes some. */
@Controller
@Requires(Permission.SALE_VIEW)
class PointPages {
    private final Points points;
    private final Customers customers;
    private final Input input;
    private final Templates templates;

    PointPages(Points points, Customers customers, Input input, Templates templates) {
        this.points = points;
        this.customers = customers;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/customers/{id}/points/new")
    @Requires(Permission.VALUE_EDIT)
    JteModel changing(View view, @PathVariable UUID id) {
        Typed typed = Typed.nothing().with("submissionId", UUID.randomUUID());
        return form(view, id, typed, FormErrors.none());
    }

    private JteModel form(View view, UUID id, Typed typed, FormErrors errors) {
        return templates.pointsChange(
                view, customers.get(id), points.balance(id).points(), typed, errors);
    }

    @PostMapping("/customers/{id}/points/new")
    @Requires(Permission.VALUE_EDIT)
    Object change(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            points.change(id, input.form(fields, PointChange.class));
            return view.redirect("/customers/" + id + "/points", Toast.of("points.changed"));
        } catch (Invalid e) {
            return view.invalid(form(view, id, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            var why = FormErrors.of("points", view.reason(e.reasons().getFirst()));
            return view.status(HttpStatus.CONFLICT, form(view, id, typed, why));
        }
    }
}
