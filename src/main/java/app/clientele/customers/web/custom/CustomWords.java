package app.clientele.customers.web.custom;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Option;
import app.clientele.site.View;
import java.math.BigDecimal;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The value of a custom field in the viewer's words. */
public final class CustomWords {
    private CustomWords() {}

    /** Of a value as it is kept; nothing for none. */
    public static String of(View view, CustomField field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> several
                ? options(view, field, several.stream().map(Objects::toString).toList())
                : told(view, field, value.toString());
    }

    /** Of a value as the history tells it: text, several with commas. */
    public static String told(View view, CustomField field, String text) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text;
            case NUMBER -> number(view, text);
            case DATE -> view.date(LocalDate.parse(text));
            case YES_NO -> view.t(text.equals("true") ? "profile.yes" : "profile.no");
            case CHOICE -> options(view, field, List.of(text));
            case CHOICES -> options(view, field, Arrays.asList(text.split(", ", -1)));
        };
    }

    private static String number(View view, String text) {
        NumberFormat format = NumberFormat.getNumberInstance(view.locale());
        format.setMaximumFractionDigits(6);
        return format.format(new BigDecimal(text));
    }

    private static String options(View view, CustomField field, List<String> keys) {
        List<String> labels =
                keys.stream().map(k -> field.option(k).map(Option::label).orElse(k)).toList();
        return ListFormat.getInstance(view.locale(), ListFormat.Type.UNIT, ListFormat.Style.SHORT)
                .format(labels);
    }
}
