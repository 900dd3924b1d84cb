package app.clientele.passes.web;

import app.clientele.passes.Pass;
import app.clientele.passes.Passes;
import app.clientele.passes.Passes.Losing;
import app.clientele.passes.Passes.PassDetails;
import app.clientele.passes.wallet.WalletFiles;
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
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The passes of a customer at the desk: given, shown, lost, found again, replaced. */
@Controller
@RequestMapping("/customers/{id}/passes")
@Requires(Permission.PROFILE_VIEW)
class PassPages {
    private final Passes passes;
    private final WalletFiles wallet;
    private final Input input;
    private final Templates templates;

    PassPages(Passes passes, WalletFiles wallet, Input input, Templates templates) {
        this.passes = passes;
        this.wallet = wallet;
        this.input = input;
        this.templates = templates;
    }

    private static String path(UUID customer) {
        return "/customers/" + customer + "/passes";
    }

    private static String path(Pass pass) {
        return path(pass.customerId()) + "/" + pass.id();
    }

    /** For a card that is printed already. */
    @GetMapping("/new")
    @Requires(Permission.PROFILE_EDIT)
    JteModel begin(View view, @PathVariable UUID id) {
        passes.of(id);
        return templates.passesForm(view, id, Typed.nothing(), FormErrors.none());
    }

    @PostMapping("/new")
    @Requires(Permission.PROFILE_EDIT)
    Object attach(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            String code = typed.value("code");
            if (code == null || code.isBlank()) {
                throw new Invalid("code", "required");
            }
            passes.add(id, input.form(fields, PassDetails.class));
            return view.redirect(path(id), Toast.of("passes.attached"));
        } catch (Invalid e) {
            return view.invalid(templates.passesForm(view, id, typed, FormErrors.of(view, e)));
        }
    }

    /** Makes one with a code of ours, and shows it to be printed. */
    @PostMapping
    @Requires(Permission.PROFILE_EDIT)
    Object make(View view, @PathVariable UUID id) {
        Pass made = passes.add(id, new PassDetails(null, null));
        return view.redirect(path(made), Toast.of("passes.made"));
    }

    @GetMapping("/{pass}")
    JteModel show(View view, @PathVariable UUID id, @PathVariable UUID pass) {
        return shown(view, passes.get(id, pass), Typed.nothing(), FormErrors.none());
    }

    private JteModel shown(View view, Pass pass, Typed typed, FormErrors errors) {
        return templates.passesShow(new PassPage(view, pass, wallet.isSet(), typed, errors));
    }

    @PostMapping("/{pass}/loss")
    @Requires(Permission.PROFILE_EDIT)
    Object lose(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID pass,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                passes.get(id, pass),
                new Typed(fields).with("_form", "loss"),
                () -> {
                    passes.lose(id, pass, input.form(fields, Losing.class));
                    return view.redirect(path(id), Toast.of("passes.lost"));
                });
    }

    @PostMapping("/{pass}/return")
    @Requires(Permission.PROFILE_EDIT)
    Object findAgain(View view, @PathVariable UUID id, @PathVariable UUID pass) {
        return done(
                view,
                passes.get(id, pass),
                Typed.nothing(),
                () -> {
                    passes.findAgain(id, pass);
                    return view.redirect(path(id), Toast.of("passes.found"));
                });
    }

    @PostMapping("/{pass}/replacement")
    @Requires(Permission.PROFILE_EDIT)
    Object replace(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID pass,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                passes.get(id, pass),
                new Typed(fields).with("_form", "replacement"),
                () -> {
                    Pass instead = passes.replace(id, pass, input.form(fields, PassDetails.class));
                    return view.redirect(path(instead), Toast.of("passes.replaced"));
                });
    }

    @PostMapping("/{pass}/removal")
    @Requires(Permission.PROFILE_EDIT)
    Object remove(View view, @PathVariable UUID id, @PathVariable UUID pass) {
        return done(
                view,
                passes.get(id, pass),
                Typed.nothing(),
                () -> {
                    passes.remove(id, pass);
                    return view.redirect(path(id), Toast.of("passes.removed"));
                });
    }

    private Object done(View view, Pass pass, Typed typed, Supplier<Object> deed) {
        try {
            return deed.get();
        } catch (Invalid e) {
            return view.invalid(shown(view, pass, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, shown(view, pass, typed, FormErrors.of(view, e)));
        }
    }
}
