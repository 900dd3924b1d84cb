package app.clientele.calendar.web.rules;

import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * One of the rules about a customer's bookings as typed so far.
 *
 * @param name of the customer
 * @param titleKey what stands above it
 * @param path where it is sent
 * @param removable whether there is something to take away
 */
public record RuleForm(
        View view,
        UUID customer,
        String name,
        String titleKey,
        String path,
        boolean removable,
        Typed typed,
        FormErrors errors,
        Choices choices) {
    /** What there is to choose from. */
    public record Choices(
            List<Option> services,
            List<Option> staff,
            List<Option> branches,
            CurrencyUnit currency) {}

    RuleForm with(Typed other, FormErrors found) {
        return new RuleForm(view, customer, name, titleKey, path, removable, other, found, choices);
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** The rules for booking online. */
    public List<Option> rules() {
        return BookingWords.rules(view);
    }
}
