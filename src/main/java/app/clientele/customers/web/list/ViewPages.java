package app.clientele.customers.web.list;

import app.clientele.customers.StaffPreferences;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.SavedViews;
import app.clientele.customers.list.SavedViews.SavedView;
import app.clientele.customers.list.SavedViews.ViewDetails;
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
import java.util.List;
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
    private final CustomerList list;
    private final FilterWords words;
    private final Input input;
    private final Templates templates;

    ViewPages(
            SavedViews views,
            CustomerList list,
            Choices choices,
            CustomFields customFields,
            StaffPreferences staff,
            Input input,
            Templates templates) {
        this.views = views;
        this.list = list;
        this.words = new FilterWords(choices, customFields, staff, list);
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/customers/views/new")
    JteModel added(View view, @RequestParam MultiValueMap<String, String> params) {
        String query = ListQuery.of(params).toString();
        ViewDetails blank = new ViewDetails("", query, false, true);
        return form(view, null, blank, 1, FormErrors.none());
    }

    private JteModel form(
            View view, @Nullable UUID id, ViewDetails details, int version, FormErrors errors) {
        List<String> shows = shows(view, details.query());
        return templates.customersView(view, new ViewForm(id, details, version, shows), errors);
    }

    /** What a view is narrowed by, in words; nothing where the query can't be read. */
    private List<String> shows(View view, @Nullable String query) {
        try {
            ListQuery asked = ListQuery.parse(String.valueOf(query));
            Sought sought = Sought.by(list, asked.filter());
            return words.phrases(view, asked, sought.filter());
        } catch (Invalid e) {
            return List.of();
        }
    }

    @GetMapping("/customers/views/{id}")
    JteModel edited(View view, @PathVariable UUID id) {
        SavedView saved = views.get(id);
        return form(view, id, saved.details(), saved.version(), FormErrors.none());
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
            return view.invalid(form(view, id, typed, version, FormErrors.of(view, e)));
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
        Stale told = new Stale(e.version(), e.clashes().stream().map(c -> told(view, c)).toList());
        return view.status(
                HttpStatus.CONFLICT,
                form(view, id, typed, e.version(), Overtaken.errors(view, told)));
    }

    /**
     * The change as the form has it: filters in words, whose it is under the box that shares it.
     */
    private Stale.Clash told(View view, Stale.Clash clash) {
        return switch (clash.field()) {
            case "query" -> {
                List<String> shows = shows(view, clash.theirs());
                String theirs =
                        shows.isEmpty()
                                ? view.t("customers.view.everybody")
                                : String.join(" · ", shows);
                yield new Stale.Clash("query", theirs, clash.by(), clash.at());
            }
            case "staffId" -> new Stale.Clash("shared", null, clash.by(), clash.at());
            default -> clash;
        };
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
