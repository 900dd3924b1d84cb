package app.clientele.sales.web.catalogue;

import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.models.runtime.JteModel;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/** Saves what was typed, or shows it again with what was wrong. */
final class CatalogueForms {
    private CatalogueForms() {}

    static Object save(CatalogueForm form, Function<CatalogueForm, JteModel> show, Runnable deed) {
        View view = form.view();
        try {
            deed.run();
            return view.redirect(
                    form.list(), Toast.of("sales.catalogue.saved", form.value("name")));
        } catch (Invalid e) {
            return view.invalid(show.apply(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(
                    HttpStatus.CONFLICT,
                    show.apply(form.with(form.typed(), FormErrors.of("", why))));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, form.typed(), (again, errors) -> show.apply(form.with(again, errors)));
        }
    }
}
