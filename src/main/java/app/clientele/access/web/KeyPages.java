package app.clientele.access.web;

import app.clientele.access.ApiKeys;
import app.clientele.access.ApiKeys.KeyDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keys for other programs: made, shown once, revoked. */
@Controller
@Requires(Permission.SETTINGS_KEYS)
class KeyPages {
    private static final String LIST = "/settings/keys";

    private final ApiKeys keys;
    private final Input input;
    private final Templates templates;

    KeyPages(ApiKeys keys, Input input, Templates templates) {
        this.keys = keys;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    Object list(View view) {
        return templates.accessKeys(view, keys.all());
    }

    @GetMapping(LIST + "/new")
    Object blank(View view) {
        return templates.accessKey(view, Typed.nothing(), FormErrors.none());
    }

    /** The secret is shown by the answer itself: it stands in no address and in no cookie. */
    @PostMapping(LIST + "/new")
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            String secret = keys.create(input.form(fields, KeyDetails.class));
            return templates.accessKeymade(view, String.valueOf(typed.value("name")), secret);
        } catch (Invalid e) {
            return view.invalid(templates.accessKey(view, typed, FormErrors.of(view, e)));
        }
    }

    @PostMapping(LIST + "/{id}/revocation")
    Object revoke(View view, @PathVariable UUID id) {
        keys.revoke(id);
        return view.redirect(LIST, Toast.of("access.key.revoked"));
    }
}
