package app.clientele.sales.web.fees;

import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule about fees, as typed so far.
 *
 * @param path where it is sent
 * @param removable whether there is something to take away
 */
public record FeeRuleForm(
        View view,
        String path,
        boolean removable,
        String currency,
        List<Option> services,
        Typed typed,
        FormErrors errors) {
    FeeRuleForm with(Typed other, FormErrors found) {
        return new FeeRuleForm(view, path, removable, currency, services, other, found);
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    /** What is wrong with a field, whichever part of it that is. */
    public @Nullable String error(String... fields) {
        return Stream.of(fields)
                .flatMap(f ->
                        errors.byField().entrySet().stream()
                                .filter(e ->
                                        e.getKey().equals(f)
                                                || e.getKey().startsWith(f + ".")
                                                || e.getKey().startsWith(f + "[")))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public List<Option> kinds() {
        return FeeWords.kinds(view);
    }

    public List<Option> groups() {
        return FeeWords.groups(view);
    }

    public boolean ticked(String field) {
        return typed.has(field, "true");
    }
}
