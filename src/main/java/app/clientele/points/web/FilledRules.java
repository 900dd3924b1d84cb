package app.clientele.points.web;

import app.clientele.points.PointRule;
import app.clientele.points.PointRule.PointRuleDetails;
import app.clientele.points.PointRules;
import app.clientele.shared.Invalid;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;

/** The rows of a list that was filled in: each is saved by itself, those nobody touched are not. */
class FilledRules {
    private final View view;
    private final PointRules rules;
    private final Input input;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private Typed typed;
    private boolean overtaken;

    FilledRules(View view, PointRules rules, Input input, Typed typed) {
        this.view = view;
        this.rules = rules;
        this.input = input;
        this.typed = typed;
    }

    /** As typed, in the versions of now where somebody else was faster. */
    Typed typed() {
        return typed;
    }

    FormErrors errors() {
        return new FormErrors(errors);
    }

    HttpStatus status() {
        return overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    void save() {
        typed.values("item").forEach(id -> save(UUID.fromString(id)));
    }

    private void save(UUID id) {
        if (same(id, "given") && same(id, "redeemed")) {
            return;
        }
        try {
            PointRule saved = rules.change(id, details(id), version(id));
            typed = typed.with("version." + id, saved.version());
        } catch (Invalid e) {
            put(FormErrors.of(view, e), id);
        } catch (Stale e) {
            overtaken = true;
            typed = typed.with("version." + id, e.version());
            put(Overtaken.errors(view, e), id);
        }
    }

    private boolean same(UUID id, String field) {
        return text("was." + field + "." + id).equals(text(field + "." + id));
    }

    private String text(String field) {
        String value = typed.value(field);
        return value == null ? "" : value.strip();
    }

    private PointRuleDetails details(UUID id) {
        var row = new LinkedMultiValueMap<String, String>();
        String given = text("given." + id);
        row.set("given", given.isEmpty() ? "0" : given);
        row.set("redeemed", text("redeemed." + id));
        return input.form(row, PointRuleDetails.class);
    }

    private int version(UUID id) {
        String version = text("version." + id);
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private void put(FormErrors found, UUID id) {
        found.byField()
                .forEach((field, sentence) ->
                        errors.putIfAbsent(field.isEmpty() ? "" : field + "." + id, sentence));
    }
}
