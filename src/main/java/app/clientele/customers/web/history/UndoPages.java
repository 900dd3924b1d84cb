package app.clientele.customers.web.history;

import app.clientele.customers.history.Undo;
import app.clientele.site.Toast;
import app.clientele.site.View;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the Undo of a toast leads. */
@Controller
class UndoPages {
    private final Undo undo;

    UndoPages(Undo undo) {
        this.undo = undo;
    }

    @PostMapping("/undo/{change:\\d{1,18}}")
    ResponseEntity<Void> undo(View view, @PathVariable long change) {
        UUID customer = undo.undo(change);
        view.toast(Toast.of("profile.undone"));
        if (!view.htmx()) {
            return view.redirect("/customers/" + customer);
        }
        view.trigger("record-restored", customer.toString());
        return ResponseEntity.noContent().build();
    }
}
