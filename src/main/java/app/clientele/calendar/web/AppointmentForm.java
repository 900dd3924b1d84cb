package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.Together.Reach;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Price and note of an appointment, the price as the reader writes it. */
public record AppointmentForm(
        View view,
        Appointment appointment,
        CurrencyUnit currency,
        Typed typed,
        Reach reach,
        FormErrors errors) {
    static Typed begun(Appointment appointment, Locale locale) {
        var price = appointment.price();
        return Typed.nothing()
                .with("price", price == null ? null : MoneyText.amount(price, locale))
                .with("note", appointment.note())
                .with("_version", appointment.version());
    }

    AppointmentForm with(Typed other, FormErrors found) {
        return new AppointmentForm(view, appointment, currency, other, reach, found);
    }

    public String action() {
        return AppointmentWords.path(appointment) + "/edit";
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** What was typed, as the fields of the command. */
    MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = withPrice(typed, currency, view.locale());
        fields.remove(ScopeChoice.FIELD);
        return fields;
    }

    public ScopeChoice scope() {
        return new ScopeChoice(view, reach, ScopeChoice.of(typed), false);
    }

    static MultiValueMap<String, String> withPrice(
            Typed typed, CurrencyUnit currency, Locale locale) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        fields.remove("price");
        String price = typed.value("price");
        if (price != null && !price.isBlank()) {
            fields.set("price.amount", MoneyText.decimal(price, currency, locale));
            fields.set("price.currency", currency.getCode());
        }
        return fields;
    }
}
