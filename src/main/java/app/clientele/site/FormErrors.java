package app.clientele.site;

import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/**
 * What is wrong with a form: field name to a sentence in the viewer's language; the empty name
 * stands for the form as a whole.
 */
public record FormErrors(Map<String, String> byField) {

    public static FormErrors none() {
        return new FormErrors(Map.of());
    }

    public static FormErrors of(String field, String sentence) {
        return new FormErrors(Map.of(field, sentence));
    }

    /** What the service refused to take. */
    public static FormErrors of(View view, Invalid invalid) {
        var sentences = new LinkedHashMap<String, String>();
        invalid.problems().forEach(p -> sentences.putIfAbsent(p.field(), view.problem(p)));
        return new FormErrors(sentences);
    }

    /** Why the service refused, as a sentence for the form as a whole. */
    public static FormErrors of(View view, Refused refused) {
        return of(
                "", refused.reasons().stream().map(view::reason).collect(Collectors.joining(" ")));
    }

    /** Bean validation's findings; the first of each field. */
    public static FormErrors of(View view, Errors errors) {
        var sentences = new LinkedHashMap<String, String>();
        errors.getGlobalErrors().forEach(e -> sentences.putIfAbsent("", view.text(e)));
        for (FieldError error : errors.getFieldErrors()) {
            sentences.putIfAbsent(error.getField(), view.text(error));
        }
        return new FormErrors(sentences);
    }

    public @Nullable String get(String field) {
        return byField.get(field);
    }

    public boolean any() {
        return !byField.isEmpty();
    }
}
