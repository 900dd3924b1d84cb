package app.clientele.sales.web.fees;

import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about fees with a customer, as typed so far.
 *
 * @param name of the customer
 * @param path where it is sent
 * @param removable whether there is something to take away
 */
public record OwnFeeForm(
        View view,
        UUID customer,
        String name,
        String path,
        boolean removable,
        String currency,
        Typed typed,
        FormErrors errors) {
    OwnFeeForm with(Typed other, FormErrors found) {
        return new OwnFeeForm(view, customer, name, path, removable, currency, other, found);
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** What is wrong with how much, be it a share or an amount. */
    public @Nullable String wrongAmount() {
        return errors.byField().entrySet().stream()
                .filter(e -> e.getKey().matches("(percent|amount|never)(\\..*)?"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public List<Option> kinds() {
        return FeeWords.kinds(view);
    }
}
