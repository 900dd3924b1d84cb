package app.clientele.customers.web.choices;

import app.clientele.customers.choices.Choices;
import app.clientele.customers.choices.Choices.Choice;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.choices.Choices.Kind;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of a business: statuses, tags, referral methods, genders, categories of services. */
@Controller
@Requires(Permission.SETTINGS_LISTS)
class ChoicePages {
    private static final String LIST = "/settings/lists/{list}";

    private final Choices choices;
    private final Input input;
    private final Templates templates;

    ChoicePages(Choices choices, Input input, Templates templates) {
        this.choices = choices;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/settings/lists")
    Object first(View view) {
        return view.redirect(path(Kind.TAG));
    }

    @GetMapping(LIST)
    Object list(View view, @PathVariable String list) {
        return page(view, Kind.ofPath(list), Typed.nothing(), FormErrors.none());
    }

    private JteModel page(View view, Kind kind, Typed typed, FormErrors errors) {
        return templates.customersChoices(
                view, kind, choices.all(kind, true), choices.uses(kind), typed, errors);
    }

    @PostMapping(LIST)
    Object add(
            View view,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> fields) {
        Kind kind = Kind.ofPath(list);
        Typed typed = new Typed(fields);
        try {
            choices.add(kind, input.form(fields, ChoiceDetails.class));
            return view.redirect(
                    path(kind), Toast.of("customers.lists.added", typed.value("name")));
        } catch (Invalid e) {
            return view.invalid(page(view, kind, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.invalid(page(view, kind, typed, reason(view, e)));
        }
    }

    @GetMapping(LIST + "/{id}")
    Object form(View view, @PathVariable String list, @PathVariable UUID id) {
        Kind kind = Kind.ofPath(list);
        Choice choice = choices.get(kind, id);
        Typed begun =
                Typed.nothing()
                        .with("name", choice.name())
                        .with("colour", choice.colour())
                        .with("_version", choice.version());
        return templates.customersChoice(view, kind, choice, begun, FormErrors.none());
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view,
            @PathVariable String list,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Kind kind = Kind.ofPath(list);
        Choice choice = choices.get(kind, id);
        Typed typed = new Typed(fields);
        try {
            choices.change(kind, id, input.form(fields, ChoiceDetails.class), typed.version());
            return view.redirect(
                    path(kind), Toast.of("customers.lists.saved", typed.value("name")));
        } catch (Invalid e) {
            return view.invalid(
                    templates.customersChoice(view, kind, choice, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) ->
                            templates.customersChoice(view, kind, choice, again, errors));
        }
    }

    @PostMapping(LIST + "/order")
    ResponseEntity<Void> order(@PathVariable String list, @RequestParam List<UUID> order) {
        choices.order(Kind.ofPath(list), order);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(LIST + "/{id}/move")
    Object move(
            View view,
            @PathVariable String list,
            @PathVariable UUID id,
            @RequestParam(name = "move") int places) {
        Kind kind = Kind.ofPath(list);
        choices.move(kind, id, places);
        return view.redirect(path(kind));
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable String list, @PathVariable UUID id) {
        Kind kind = Kind.ofPath(list);
        choices.archive(kind, id, true);
        Toast done = Toast.of("customers.lists.archived", choices.get(kind, id).name());
        return view.redirect(path(kind), done.undo("/undo/" + list + "-entry-" + id));
    }

    @PostMapping({LIST + "/{id}/reopening", "/undo/{list}-entry-{id}"})
    Object reopen(View view, @PathVariable String list, @PathVariable UUID id) {
        Kind kind = Kind.ofPath(list);
        choices.archive(kind, id, false);
        String name = choices.get(kind, id).name();
        return view.redirect(path(kind), Toast.of("customers.lists.reopened", name));
    }

    @PostMapping(LIST + "/{id}/removal")
    Object delete(View view, @PathVariable String list, @PathVariable UUID id) {
        Kind kind = Kind.ofPath(list);
        Choice choice = choices.get(kind, id);
        try {
            choices.delete(kind, id);
            return view.redirect(path(kind), Toast.of("customers.lists.deleted", choice.name()));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, page(view, kind, Typed.nothing(), reason(view, e)));
        }
    }

    private static String path(Kind kind) {
        return "/settings/lists/" + kind.path();
    }

    private static FormErrors reason(View view, Refused refused) {
        return FormErrors.of("", view.reason(refused.reasons().getFirst()));
    }
}
