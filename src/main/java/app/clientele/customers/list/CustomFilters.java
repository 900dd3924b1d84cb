package app.clientele.customers.list;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.custom.CustomValues;
import app.clientele.shared.Invalid;
import app.clientele.shared.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is wanted of custom fields from the parameters of an address: {@code
 * customFields.<key>} is one of its values, with {@code .from} and {@code .to} a range of numbers
 * or days, with {@code .starts} the beginning of a text, with {@code .has} whether there is any.
 */
public final class CustomFilters {
    private static final Pattern NAME =
            Pattern.compile("customFields\\.([a-z][a-z0-9_]{0,39})(\\.(from|to|starts|has))?");
    private static final int LONGEST = 200;
    private static final int MOST_VALUES = 100;

    private CustomFilters() {}

    /** Whether a parameter can be one of these. */
    static boolean isName(String parameter) {
        return NAME.matcher(parameter).matches();
    }

    /** The parameters a field's filter may have. */
    public static List<String> parameters(CustomField field) {
        return List.of(
                field.path(),
                field.path() + ".from",
                field.path() + ".to",
                field.path() + ".starts",
                field.path() + ".has");
    }

    /**
     * @throws Invalid naming the parameter that can't be read
     */
    static List<CustomFilter> read(
            Map<String, ? extends List<String>> params, Supplier<List<CustomField>> defined) {
        Map<String, CustomField> fields = new LinkedHashMap<>();
        List<String> names =
                params.keySet().stream().filter(CustomFilters::isName).sorted().toList();
        if (names.isEmpty()) {
            return List.of();
        }
        defined.get().forEach(f -> fields.put(f.key(), f));
        Set<CustomField> asked = new LinkedHashSet<>();
        for (String name : names) {
            Matcher parts = NAME.matcher(name);
            CustomField field = parts.matches() ? fields.get(parts.group(1)) : null;
            if (field == null || !suits(field.type(), Objects.toString(parts.group(3), ""))) {
                throw new Invalid(name, "unknown_parameter", name);
            }
            asked.add(field);
        }
        return asked.stream().map(f -> filter(f, params)).toList();
    }

    private static boolean suits(Type type, String question) {
        return switch (question) {
            case "" -> type != Type.LONG_TEXT;
            case "from", "to" -> type == Type.NUMBER || type == Type.DATE;
            case "starts" -> type == Type.TEXT;
            default -> true;
        };
    }

    private static CustomFilter filter(
            CustomField field, Map<String, ? extends List<String>> params) {
        String name = field.path();
        String has = text(params, name + ".has");
        if (has != null && !has.equals("true") && !has.equals("false")) {
            throw new Invalid(name + ".has", "format");
        }
        return new CustomFilter(
                field,
                values(field, params),
                value(field, name + ".from", text(params, name + ".from")),
                value(field, name + ".to", text(params, name + ".to")),
                text(params, name + ".starts"),
                has == null ? null : Boolean.valueOf(has));
    }

    private static Set<String> values(
            CustomField field, Map<String, ? extends List<String>> params) {
        Set<String> values = new LinkedHashSet<>();
        for (String said :
                Objects.requireNonNullElse(params.get(field.path()), List.<String>of())) {
            String value = value(field, field.path(), Text.clean(said));
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() > MOST_VALUES) {
            throw new Invalid(field.path(), "too_many", MOST_VALUES);
        }
        return values;
    }

    private static @Nullable String value(CustomField field, String name, @Nullable String said) {
        if (said == null) {
            return null;
        }
        try {
            Object read =
                    CustomValues.read(field, field.type() == Type.CHOICES ? List.of(said) : said);
            return read instanceof List<?> one
                    ? Objects.toString(one.getFirst())
                    : Objects.toString(read);
        } catch (Invalid e) {
            List<Invalid.Problem> named = new ArrayList<>();
            e.problems().forEach(p -> named.add(new Invalid.Problem(name, p.code(), p.args())));
            throw new Invalid(named);
        }
    }

    private static @Nullable String text(Map<String, ? extends List<String>> params, String name) {
        List<String> values = params.get(name);
        String text = values == null || values.isEmpty() ? null : Text.clean(values.getLast());
        if (text != null && (text.length() > LONGEST || !Text.isStorable(text, false))) {
            throw new Invalid(name, "text");
        }
        return text;
    }
}
