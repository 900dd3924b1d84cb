package app.clientele.access.web;

import app.clientele.access.Roles;
import app.clientele.access.Roles.Role;
import app.clientele.access.Roles.RoleDetails;
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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Roles: what each may do, and roles of one's own. */
@Controller
@Requires(Permission.SETTINGS_TEAM)
class RolePages {
    private static final String LIST = "/settings/roles";

    private final Roles roles;
    private final Input input;
    private final Templates templates;

    RolePages(Roles roles, Input input, Templates templates) {
        this.roles = roles;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    Object list(View view) {
        return templates.accessRoles(view, roles.all());
    }

    @GetMapping(LIST + "/new")
    Object blank(View view) {
        return templates.accessRole(view, null, Typed.nothing(), FormErrors.none());
    }

    @PostMapping(LIST + "/new")
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            roles.create(input.form(fields, RoleDetails.class));
            return view.redirect(LIST, Toast.of("access.role.saved", typed.value("name")));
        } catch (Invalid e) {
            return view.invalid(templates.accessRole(view, null, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.invalid(templates.accessRole(view, null, typed, reason(view, e)));
        }
    }

    @GetMapping(LIST + "/{id}")
    Object form(View view, @PathVariable UUID id) {
        Role role = roles.get(id);
        return templates.accessRole(view, role, begun(role), FormErrors.none());
    }

    private static Typed begun(Role role) {
        return Typed.nothing()
                .with("name", role.name())
                .with(
                        "permissions[]",
                        role.permissions().stream().map(Permission::wireName).toList())
                .with("_version", role.version());
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Role role = roles.get(id);
        Typed typed = new Typed(fields);
        try {
            roles.change(id, input.form(fields, RoleDetails.class), typed.version());
            return view.redirect(LIST, Toast.of("access.role.saved", typed.value("name")));
        } catch (Invalid e) {
            return view.invalid(templates.accessRole(view, role, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    told(view, e),
                    typed,
                    (again, errors) -> templates.accessRole(view, role, again, errors));
        }
    }

    /** What the role may do by now, in the words of the boxes. */
    private static Stale told(View view, Stale stale) {
        return new Stale(
                stale.version(),
                stale.clashes().stream()
                        .map(c -> c.field().equals("permissions") ? inWords(view, c) : c)
                        .toList());
    }

    private static Stale.Clash inWords(View view, Stale.Clash clash) {
        String words =
                Stream.of(Objects.requireNonNullElse(clash.theirs(), "").split(", ", -1))
                        .filter(name -> !name.isEmpty())
                        .map(name -> view.t("permission." + name))
                        .collect(Collectors.joining(", "));
        return new Stale.Clash(
                clash.field(), words.isEmpty() ? null : words, clash.by(), clash.at());
    }

    @PostMapping(LIST + "/{id}/removal")
    Object delete(View view, @PathVariable UUID id) {
        Role role = roles.get(id);
        try {
            roles.delete(id);
            return view.redirect(LIST, Toast.of("access.role.deleted", role.name()));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.accessRole(view, role, begun(role), reason(view, e)));
        }
    }

    private static FormErrors reason(View view, Refused refused) {
        return FormErrors.of("", view.reason(refused.reasons().getFirst()));
    }
}
