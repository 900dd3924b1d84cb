package app.clientele.calendar.web;

import app.clientele.site.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The parts of a visit in its form: the first by plain names ({@code serviceId}), those after it as
 * {@code more[0].serviceId}.
 */
final class BookParts {
    private static final Pattern MORE = Pattern.compile("more\\[(\\d{1,2})]\\.(\\w+)");
    private static final int MOST = 9;

    private BookParts() {}

    /** What the fields of each part begin with, the first one's with nothing. */
    static List<String> prefixes(Typed typed) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        for (int i = 0; i < rows(typed).size(); i++) {
            prefixes.add(prefix(i));
        }
        return prefixes;
    }

    private static String prefix(int row) {
        return "more[" + row + "].";
    }

    private static Map<Integer, Map<String, String>> rows(Typed typed) {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        typed.fields()
                .forEach((name, values) -> {
                    Matcher more = MORE.matcher(name);
                    if (more.matches() && !values.isEmpty()) {
                        rows.computeIfAbsent(
                                        Integer.valueOf(more.group(1)), k -> new LinkedHashMap<>())
                                .put(more.group(2), values.getFirst());
                    }
                });
        return rows;
    }

    /** With what the form's own buttons ask for: one part more, or one less. */
    static Typed arranged(Typed typed) {
        List<Map<String, String>> rows = new ArrayList<>(rows(typed).values());
        String drop = typed.value("_drop");
        if (drop != null && drop.matches("\\d{1,2}") && Integer.parseInt(drop) < rows.size()) {
            rows.remove(Integer.parseInt(drop));
        }
        String add = typed.value("_add");
        if (add != null && rows.size() < MOST) {
            rows.add(begun(add.equals("guest")));
        }
        return with(typed, rows.subList(0, Math.min(rows.size(), MOST)));
    }

    private static Map<String, String> begun(boolean guest) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("serviceId", "");
        if (guest) {
            row.put("guest", "true");
            row.put("when", "start");
        }
        return row;
    }

    private static Typed with(Typed typed, List<Map<String, String>> rows) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        fields.keySet()
                .removeIf(name -> MORE.matcher(name).matches() || name.matches("_(add|drop)"));
        for (int i = 0; i < rows.size(); i++) {
            String prefix = prefix(i);
            rows.get(i).forEach((name, value) -> fields.set(prefix + name, value));
        }
        return new Typed(fields);
    }

    /** The form's name for a field of the command. */
    static String formName(String field) {
        if (field.startsWith("repeat.")) {
            return field.substring("repeat.".length());
        }
        Matcher part = Pattern.compile("appointments\\[(\\d+)]\\.(.*)").matcher(field);
        if (!part.matches()) {
            return field;
        }
        int at = Integer.parseInt(part.group(1));
        return at == 0 ? part.group(2) : prefix(at - 1) + part.group(2);
    }
}
