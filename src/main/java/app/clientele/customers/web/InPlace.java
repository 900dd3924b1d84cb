package app.clientele.customers.web;

import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.Edits.Outcome;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * Saves one detail of a record where it stands, and answers with the part that stands there next. A
 * browser that sent the form by itself gets a page, not a part of one.
 */
class InPlace {
    private final Edits edits;
    private final UndoToasts toasts;
    private final Templates templates;

    InPlace(Edits edits, UndoToasts toasts, Templates templates) {
        this.edits = edits;
        this.toasts = toasts;
        this.templates = templates;
    }

    /**
     * @param label what is edited, in the viewer's words
     * @param shown the value, told whether it changed
     * @param form the form again, with what was wrong
     */
    Object save(
            View view,
            UUID id,
            MultiValueMap<String, String> typed,
            String label,
            Function<Boolean, JteModel> shown,
            Function<EditForm, JteModel> form) {
        Function<EditForm, JteModel> again =
                view.htmx() ? form : whole -> templates.profileEdit(view, whole);
        return switch (edits.save(view, id, typed)) {
            case Outcome.Saved saved -> saved(view, id, label, shown, saved);
            case Outcome.Wrong wrong -> view.invalid(again.apply(wrong.form()));
            case Outcome.Late late -> view.status(HttpStatus.CONFLICT, again.apply(late.form()));
            case Outcome.Closed closed ->
                    view.status(HttpStatus.CONFLICT, again.apply(closed.form()));
        };
    }

    private Object saved(
            View view,
            UUID id,
            String label,
            Function<Boolean, JteModel> shown,
            Outcome.Saved saved) {
        boolean changed = saved.done().change() != null;
        if (changed) {
            view.toast(toasts.of(saved.done(), "profile.saved.one", label));
        }
        if (!view.htmx()) {
            return view.redirect("/customers/" + id);
        }
        if (changed) {
            view.trigger("record-changed", "");
        }
        return shown.apply(changed);
    }
}
