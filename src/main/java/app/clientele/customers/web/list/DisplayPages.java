package app.clientele.customers.web.list;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.list.ListColumn;
import app.clientele.customers.list.ListPreferences;
import app.clientele.customers.list.ListQuery;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a colleague likes the list: which columns, how close the lines. */
@Controller
@RequestMapping("/customers/display")
class DisplayPages {
    private final ListPreferences preferences;
    private final CustomFields fields;
    private final Templates templates;

    DisplayPages(ListPreferences preferences, CustomFields fields, Templates templates) {
        this.preferences = preferences;
        this.fields = fields;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(View view, @RequestParam MultiValueMap<String, String> params) {
        Stream<String> usual = preferences.columns().stream().map(ListColumn::wireName);
        Stream<String> own = preferences.ownColumns().stream().map(k -> CustomField.ALL + "." + k);
        return templates.customersDisplay(
                view,
                Stream.concat(usual, own).toList(),
                fields.all(false),
                ListQuery.of(params).toString());
    }

    @PostMapping
    ResponseEntity<Void> keep(
            View view,
            @RequestParam(defaultValue = "") List<String> columns,
            @RequestParam String density,
            @RequestParam(defaultValue = "") String list) {
        preferences.keep(
                columns.stream().flatMap(name -> ListColumn.of(name).stream()).toList(),
                fields.all(false).stream()
                        .filter(f -> columns.contains(f.path()))
                        .map(CustomField::key)
                        .toList(),
                density);
        return view.redirect(ListQuery.parse(list).path());
    }
}
