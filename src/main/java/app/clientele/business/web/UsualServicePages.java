package app.clientele.business.web;

import app.clientele.business.Staff;
import app.clientele.business.UsualServices;
import app.clientele.business.UsualServices.Usual;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A catalogue begun with what is usual. */
@Controller
@Requires(Permission.SETTINGS_SERVICES)
class UsualServicePages {
    private static final String PATH = ServicePages.LIST + "/usual";

    private final UsualServices usual;
    private final Staff staff;
    private final Templates templates;

    UsualServicePages(UsualServices usual, Staff staff, Templates templates) {
        this.usual = usual;
        this.staff = staff;
        this.templates = templates;
    }

    @GetMapping(PATH)
    Object offer(View view) {
        List<Usual> missing = usual.missing();
        Typed begun = Typed.nothing().with("names[]", missing.stream().map(Usual::name).toList());
        return templates.businessUsual(view, missing, staff.all(), begun, FormErrors.none());
    }

    @PostMapping(PATH)
    Object take(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            List<UUID> performers =
                    typed.values("staffIds[]").stream()
                            .filter(id -> !id.isEmpty())
                            .map(id -> Input.id(id, "staff member"))
                            .toList();
            int taken = usual.take(Set.copyOf(typed.values("names[]")), performers);
            return view.redirect(
                    ServicePages.LIST, Toast.of("business.services.usual.taken", taken));
        } catch (Invalid e) {
            return view.invalid(
                    templates.businessUsual(
                            view, usual.missing(), staff.all(), typed, FormErrors.of(view, e)));
        }
    }
}
