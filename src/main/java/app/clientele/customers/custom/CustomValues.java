package app.clientele.customers.custom;

import app.clientele.customers.custom.CustomField.Option;
import app.clientele.shared.CardNumbers;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of custom fields, from whatever door they came: as JSON, typed into a form, read in a
 * file. Each has one form in which it is kept: text, a number, true or false, the key of an option,
 * a list of such keys in the options' order.
 */
public final class CustomValues {
    private static final int LINE = 200;
    private static final int PROSE = 5_000;

    /** More than all options of a field with all that may stand between them. */
    private static final int LONGEST_LIST = 10_000;

    private final Map<String, CustomField> fields;

    public CustomValues(List<CustomField> fields) {
        this.fields =
                fields.stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
    }

    /** The values in the form in which they are kept; what can't be taken becomes a problem. */
    public Map<String, Object> normal(Map<String, Object> given, List<Problem> problems) {
        Map<String, Object> normal = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            CustomField field = fields.get(key);
            if (field == null) {
                problems.add(new Problem(CustomField.ALL + "." + key, "unknown"));
                return;
            }
            try {
                Object read = read(field, value);
                if (read != null) {
                    normal.put(key, read);
                }
            } catch (Invalid e) {
                e.problems().forEach(p -> problems.add(p.under(field.path())));
            }
        });
        return normal;
    }

    /**
     * One value in the form in which it is kept; nothing for blank.
     *
     * @throws Invalid when it is none of this field
     */
    public static @Nullable Object read(CustomField field, Object value) {
        if (value instanceof String text && Text.clean(text) == null) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> text(value, LINE, false);
            case LONG_TEXT -> text(value, PROSE, true);
            case NUMBER -> CustomNumbers.read(value);
            case DATE -> date(value);
            case YES_NO -> yesOrNo(value);
            case CHOICE -> option(field, string(value, "format")).key();
            case CHOICES -> options(field, value);
        };
    }

    private static String string(Object value, String code) {
        String text = value instanceof String given ? Text.clean(given) : null;
        if (text == null) {
            throw new Invalid("", code);
        }
        return text;
    }

    private static String text(Object value, int most, boolean lines) {
        String text = string(value, "format");
        if (text.length() > most) {
            throw new Invalid("", "too_long", most);
        }
        if (!Text.isStorable(text, lines)) {
            throw new Invalid("", "characters");
        }
        if (CardNumbers.in(text)) {
            throw new Invalid("", "card_number");
        }
        return text;
    }

    private static String date(Object value) {
        try {
            LocalDate day = LocalDate.parse(string(value, "no_such_day"));
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day.toString();
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Invalid("", "no_such_day");
    }

    private static Boolean yesOrNo(Object value) {
        if (value instanceof Boolean given) {
            return given;
        }
        return switch (string(value, "yes_or_no").toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new Invalid("", "yes_or_no");
        };
    }

    /** By its key, or by what people read. */
    private static Option option(CustomField field, String said) {
        return field.option(said)
                .or(() ->
                        field.options().stream()
                                .filter(o -> o.label().equalsIgnoreCase(said))
                                .findFirst())
                .orElseThrow(() -> new Invalid("", "no_option", shortened(said)));
    }

    private static String shortened(String said) {
        return said.codePointCount(0, said.length()) <= 60
                ? said
                : said.substring(0, said.offsetByCodePoints(0, 59)) + "…";
    }

    private static @Nullable List<String> options(CustomField field, Object value) {
        Set<String> chosen = new LinkedHashSet<>();
        if (value instanceof List<?> several) {
            several.forEach(one ->
                    chosen.add(option(field, string(one == null ? "" : one, "format")).key()));
        } else {
            chosen.addAll(listed(field, string(value, "format")));
        }
        List<String> ordered =
                field.options().stream().map(Option::key).filter(chosen::contains).toList();
        return ordered.isEmpty() ? null : ordered;
    }

    /** Options in one cell, with commas or the like between; their labels may have such too. */
    private static List<String> listed(CustomField field, String text) {
        List<Option> longest =
                field.options().stream()
                        .sorted(Comparator.comparing((Option o) -> -o.label().length()))
                        .toList();
        if (text.length() > LONGEST_LIST) {
            throw new Invalid("", "too_long", LONGEST_LIST);
        }
        List<String> found = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            String from = rest;
            Option next =
                    longest.stream()
                            .filter(o -> begins(from, o.label()))
                            .findFirst()
                            .orElseGet(() -> option(field, from.split("\\s*[,;\\n]\\s*", 2)[0]));
            found.add(next.key());
            String said = begins(from, next.label()) ? next.label() : next.key();
            rest = from.substring(said.length()).replaceFirst("^[\\s,;]+", "");
        }
        return found;
    }

    private static boolean begins(String text, String label) {
        return text.regionMatches(true, 0, label, 0, label.length())
                && (text.length() == label.length()
                        || ",;\n\r".indexOf(text.substring(label.length()).stripLeading().charAt(0))
                                >= 0);
    }

    /** A kept value as text that {@link #read} takes again, options by what people read. */
    static String told(CustomField field, Object value) {
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                    keys(value).stream()
                            .map(k -> field.option(k).map(Option::label).orElse(k))
                            .collect(Collectors.joining("; "));
            case YES_NO -> Boolean.TRUE.equals(value) ? "yes" : "no";
            default -> Objects.toString(value);
        };
    }

    private static List<String> keys(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Objects::toString).toList()
                : List.of(value.toString());
    }
}
