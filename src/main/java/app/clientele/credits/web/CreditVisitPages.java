package app.clientele.credits.web;

import app.clientele.credits.CreditUses;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Toast;
import app.clientele.site.View;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Uses a visit for an appointment, or gives it back. */
@Controller
@Requires(Permission.SALE_EDIT)
class CreditVisitPages {
    private final CreditUses uses;

    CreditVisitPages(CreditUses uses) {
        this.uses = uses;
    }

    @PostMapping("/appointments/{id}/credit")
    Object use(View view, @PathVariable UUID id) {
        uses.use(id);
        return view.redirect("/appointments/" + id, Toast.of("credits.visit.used"));
    }

    @PostMapping("/appointments/{id}/credit/giving-back")
    Object giveBack(View view, @PathVariable UUID id) {
        uses.giveBack(id);
        return view.redirect("/appointments/" + id, Toast.of("credits.visit.given_back"));
    }
}
