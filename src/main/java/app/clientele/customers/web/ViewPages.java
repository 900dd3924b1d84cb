package app.clientele.customers.web;

import app.clientele.customers.ListQuery;
import app.clientele.customers.SavedViews;
import app.clientele.customers.SavedViews.SavedView;
import app.clientele.customers.SavedViews.ViewDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saved views: made from the list as it stands, renamed, shared, pinned, deleted. */
@Controller
@Requires(Permission.PROFILE_VIEW)
class ViewPages {
    private final SavedViews views;
    private final Input input;
    private final Templates templates;

    ViewPages(SavedViews views, Input input, Templates templates) {
        this.views = views;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/customers/views/new")
    JteModel added(View view, @RequestParam MultiValueMap<String, String> params) {
        String query = ListQuery.of(params).toString();
        return form(view, new ViewForm(null, new ViewDetails("", query, false, true), 1));
    }

    private JteModel form(View view, ViewForm form) {
        return templates.customersView(view, form, FormErrors.none());
    }

    @GetMapping("/customers/views/{id}")
    JteModel edited(View view, @PathVariable UUID id) {
        SavedView saved = views.get(id);
        return form(view, new ViewForm(id, saved.details(), saved.version()));
    }

    @PostMapping("/customers/views")
    Object add(View view, @RequestParam MultiValueMap<String, String> fields) {
        return saved(view, null, fields);
    }

    @PostMapping("/customers/views/{id}")
    Object change(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return saved(view, id, fields);
    }

    private Object saved(View view, @Nullable UUID id, MultiValueMap<String, String> fields) {
        ViewDetails typed =
                new ViewDetails(
                        fields.getFirst("name"),
                        fields.getFirst("query"),
                        fields.containsKey("shared"),
                        fields.containsKey("pinned"));
        int version = new Typed(fields).version();
        try {
            ViewDetails details = input.form(plain(fields, typed), ViewDetails.class);
            UUID kept = id == null ? views.add(details) : changed(id, details, version);
            SavedView made = views.get(kept);
            return view.redirect(
                    ListPage.path(made), Toast.of("customers.view.saved", made.name()));
        } catch (Invalid e) {
            return view.invalid(
                    templates.customersView(
                            view, new ViewForm(id, typed, version), FormErrors.of(view, e)));
        } catch (Stale e) {
            return overtaken(view, id, typed, e);
        }
    }

    /** A box left empty is not sent, and means no. */
    private static MultiValueMap<String, String> plain(
            MultiValueMap<String, String> fields, ViewDetails typed) {
        var all = new LinkedMultiValueMap<>(fields);
        all.set("shared", String.valueOf(typed.shared()));
        all.set("pinned", String.valueOf(typed.pinned()));
        return all;
    }

    private UUID changed(UUID id, ViewDetails details, int version) {
        views.change(id, details, version);
        return id;
    }

    private JteModel overtaken(View view, @Nullable UUID id, ViewDetails typed, Stale e) {
        ViewForm again = new ViewForm(id, typed, e.version());
        return view.status(
                HttpStatus.CONFLICT,
                templates.customersView(view, again, Overtaken.errors(view, e)));
    }

    /** The view asks for what the list shows now. */
    @PostMapping("/customers/views/{id}/query")
    Object follow(
            View view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "_version", defaultValue = "0") int version) {
        ViewDetails present = views.get(id).details();
        ViewDetails wanted =
                new ViewDetails(present.name(), query, present.shared(), present.pinned());
        try {
            views.change(id, wanted, version);
        } catch (Stale e) {
            return overtaken(view, id, wanted, e);
        }
        SavedView made = views.get(id);
        return view.redirect(ListPage.path(made), Toast.of("customers.view.saved", made.name()));
    }

    @PostMapping("/customers/views/{id}/delete")
    ResponseEntity<Void> delete(View view, @PathVariable UUID id) {
        String name = views.get(id).name();
        views.delete(id);
        return view.redirect(
                "/customers", Toast.of("customers.view.deleted", name).undo("/undo/view-" + id));
    }

    @PostMapping("/undo/view-{id}")
    ResponseEntity<Void> bringBack(View view, @PathVariable UUID id) {
        views.bringBack(id);
        SavedView back = views.get(id);
        return view.redirect(ListPage.path(back), Toast.of("customers.view.back", back.name()));
    }
}
