package app.clientele.customers.web.list;

import app.clientele.customers.StaffPreferences;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListPreferences;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.SavedViews;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers: searched as one types, narrowed, sorted. */
@Controller
class CustomerListPages {
    private final CustomerList list;
    private final SavedViews views;
    private final ListPreferences preferences;
    private final CustomFields customFields;
    private final FilterWords words;
    private final Templates templates;

    CustomerListPages(
            CustomerList list,
            SavedViews views,
            ListPreferences preferences,
            Choices choices,
            CustomFields customFields,
            StaffPreferences staff,
            Templates templates) {
        this.list = list;
        this.views = views;
        this.preferences = preferences;
        this.customFields = customFields;
        this.words = new FilterWords(choices, customFields, staff, list);
        this.templates = templates;
    }

    @GetMapping("/customers")
    Object list(
            View view,
            HttpServletResponse response,
            @RequestParam MultiValueMap<String, String> params) {
        ListPage page = page(view, params);
        if (!view.htmx()) {
            return hasBlanks(params)
                    ? view.redirect(page.path(page.query()))
                    : templates.customersList(view, page);
        }
        // what one types replaces the address, so that Back leads to where one came from
        response.setHeader("HX-Replace-Url", page.path(page.query()));
        return templates.customersPeople(view, page);
    }

    /** Forms send what was left blank too. */
    private static boolean hasBlanks(MultiValueMap<String, String> params) {
        return params.values().stream().anyMatch(values -> values.contains(""));
    }

    private ListPage page(View view, MultiValueMap<String, String> params) {
        Sought sought = Sought.by(list, params);
        List<SavedViews.SavedView> all = views.all();
        Shown shown = shown(sought, params.getFirst("cursor"), params.getFirst("from"));
        return new ListPage(
                view,
                sought.query(),
                words.chips(view, sought.query(), sought.filter()),
                sought.leftOut(),
                shown.list().slice(),
                shown.list().count(),
                shown.start(),
                preferences.columns(),
                preferences.ownColumns(),
                customFields.all(false),
                all,
                all.stream()
                        .filter(v -> v.id().toString().equals(params.getFirst("view")))
                        .findFirst()
                        .orElse(null));
    }

    private record Shown(CustomerList.Counted list, int start) {}

    /** A cursor that is none of this list's leads to its beginning. */
    private Shown shown(Sought sought, @Nullable String cursor, @Nullable String from) {
        try {
            var page = list.page(sought.filter(), sought.query().order(), cursor, ListPage.SHOWN);
            boolean placed = cursor != null && from != null && from.matches("[1-9]\\d{0,8}");
            return new Shown(
                    page,
                    placed && page.slice().previous() != null
                            ? Integer.parseInt(String.valueOf(from))
                            : 1);
        } catch (Invalid e) {
            return new Shown(
                    list.page(sought.filter(), sought.query().order(), null, ListPage.SHOWN), 1);
        }
    }

    /** The values one may choose for one filter. */
    @Requires(Permission.PROFILE_VIEW)
    @GetMapping("/customers/filter/{field}")
    JteModel filter(
            View view,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> params) {
        FilterField wanted =
                FilterField.of(field)
                        .filter(f -> f.kind() != FilterField.Kind.GIVEN)
                        .orElseThrow(() -> new NotFound("filter"));
        return templates.customersFilter(
                view,
                new FilterForm(
                        view.t("customers.filter." + wanted.path()),
                        wanted.kind(),
                        wanted.parameters(),
                        ListQuery.of(params),
                        words.options(view, wanted),
                        view(params)));
    }

    /** What one may want of one of the business's own fields. */
    @Requires(Permission.PROFILE_VIEW)
    @GetMapping("/customers/filter/custom/{field}")
    JteModel filter(
            View view,
            @PathVariable UUID field,
            @RequestParam MultiValueMap<String, String> params) {
        CustomField wanted = customFields.get(field);
        return templates.customersFilter(
                view, CustomFilterWords.form(view, wanted, ListQuery.of(params), view(params)));
    }

    private static String view(MultiValueMap<String, String> params) {
        return String.valueOf(params.getOrDefault("view", List.of("")).getFirst());
    }

    /** Where somebody stands in the list their profile was opened from. */
    @GetMapping(ProfilePages.PATH + "/place")
    JteModel place(
            View view,
            @PathVariable UUID id,
            @RequestParam(name = "list", defaultValue = "") String asked,
            @RequestParam(defaultValue = "1") int at) {
        if (list.names(List.of(id)).isEmpty()) {
            throw new NotFound("customer");
        }
        ListQuery query = ListQuery.parse(asked);
        Sought sought = Sought.by(list, query.filter());
        var neighbours = list.neighbours(sought.filter(), query.order(), id);
        return templates.customersPlace(
                view,
                new ListPlace(query, Math.max(1, at), list.count(sought.filter()), neighbours));
    }
}
