package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.rules.OnlineRule;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the business takes bookings, as typed so far. */
public record BookingSettingsForm(View view, Typed typed, FormErrors errors) {
    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public boolean ticked(String field) {
        return typed.has(field, "true");
    }

    /** The steps in which times are offered. */
    public List<Option> steps() {
        return BookingSettings.STEPS.stream()
                .map(step -> new Option(step.toString(), view.formats().minutes(step)))
                .toList();
    }

    /** What missed appointments may lead to. */
    public List<Option> restrictions() {
        return BookingWords.rules(view).stream()
                .filter(rule -> !rule.value().equals(OnlineRule.ALLOW.wireName()))
                .toList();
    }
}
