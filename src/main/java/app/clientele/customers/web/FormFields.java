package app.clientele.customers.web;

import app.clientele.customers.CustomerDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of the customer form: from a record's details, and from what somebody typed to what
 * {@link app.clientele.site.Input} reads. Fields that only the form has begin with {@code _}.
 */
final class FormFields {
    static final List<String> LISTS = List.of("emails", "phones", "addresses");

    /** What the form itself presets in a row, so that it does not make the row filled in. */
    private static final List<String> PRESET = List.of("id", "kind", "country", "primary");

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,3})]\\.(\\w+)");

    private FormFields() {}

    /** The fields as the form shows them. */
    static MultiValueMap<String, String> of(
            JsonMapper json, CustomerDetails details, @Nullable String referrer) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        flatten("", json.valueToTree(details), fields);
        String birthday = fields.getFirst("birthday");
        if (birthday != null) {
            int dash = birthday.length() - 6;
            String year = birthday.substring(0, dash);
            fields.set("_birthday.year", year.equals("-") ? "" : year);
            fields.set("_birthday.month", birthday.substring(dash + 1, dash + 3));
            fields.set(
                    "_birthday.day",
                    String.valueOf(Integer.parseInt(birthday.substring(dash + 4))));
        }
        if (referrer != null) {
            fields.set("referredBy.name", referrer);
            fields.set("_referrer", referrer);
        }
        for (String list : LISTS) {
            fields.entrySet().stream()
                    .filter(f -> f.getKey().startsWith(list) && f.getKey().endsWith("primary"))
                    .filter(f -> f.getValue().contains("true"))
                    .findFirst()
                    .ifPresent(
                            f -> fields.set("_primary." + list, f.getKey().replaceAll("\\D", "")));
        }
        return fields;
    }

    private static void flatten(String name, JsonNode node, MultiValueMap<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(p ->
                            flatten(
                                    name.isEmpty() ? p.getKey() : name + "." + p.getKey(),
                                    p.getValue(),
                                    fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                boolean text = node.get(i).isString();
                flatten(name + (text ? "[]" : "[" + i + "]"), node.get(i), fields);
            }
        } else if (!node.isNull()) {
            fields.add(name, node.asString());
        }
    }

    /** What was typed, with empty rows left out and the parts of a value put together. */
    static MultiValueMap<String, String> tidy(MultiValueMap<String, String> typed) {
        MultiValueMap<String, String> tidy = new LinkedMultiValueMap<>();
        typed.forEach((name, values) -> {
            if (!ROW.matcher(name).matches()) {
                tidy.put(name, values);
            }
        });
        LISTS.forEach(list -> rows(list, typed, tidy));
        rows("barredStaff", typed, tidy);
        birthday(tidy);
        gender(tidy);
        referrer(tidy);
        if (typed(tidy.getFirst("weight.value")).isEmpty()) {
            tidy.keySet().removeIf(name -> name.startsWith("weight."));
        }
        return tidy;
    }

    private static void rows(
            String list, MultiValueMap<String, String> typed, MultiValueMap<String, String> tidy) {
        String primary = typed.getFirst("_primary." + list);
        tidy.remove("_primary." + list);
        int next = 0;
        for (var row : rowsOf(list, typed).entrySet()) {
            boolean blank =
                    row.getValue().entrySet().stream()
                            .allMatch(f -> isPreset(f.getKey()) || f.getValue().isBlank());
            if (!blank) {
                String prefix = list + "[" + next + "].";
                row.getValue().forEach((field, value) -> tidy.set(prefix + field, value));
                if (LISTS.contains(list)) {
                    boolean isPrimary = String.valueOf(row.getKey()).equals(primary);
                    tidy.set(prefix + "primary", String.valueOf(isPrimary));
                    if (isPrimary) {
                        tidy.set("_primary." + list, String.valueOf(next));
                    }
                }
                next++;
            }
        }
    }

    /** The rows of a list by their numbers, with the fields of each. */
    static Map<Integer, Map<String, String>> rowsOf(
            String list, MultiValueMap<String, String> fields) {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        fields.forEach((name, values) -> {
            Matcher row = ROW.matcher(name);
            if (row.matches() && row.group(1).equals(list)) {
                rows.computeIfAbsent(Integer.valueOf(row.group(2)), n -> new LinkedHashMap<>())
                        .put(row.group(3), values.getLast());
            }
        });
        return rows;
    }

    static boolean isPreset(String field) {
        return PRESET.contains(field);
    }

    private static void birthday(MultiValueMap<String, String> tidy) {
        if (!tidy.containsKey("_birthday.day")) {
            return;
        }
        String day = typed(tidy.getFirst("_birthday.day"));
        String month = typed(tidy.getFirst("_birthday.month"));
        String year = typed(tidy.getFirst("_birthday.year"));
        if (!(day + month + year).isEmpty()) {
            String years = year.isEmpty() ? "-" : year;
            tidy.set("birthday", years + "-" + two(month) + "-" + two(day));
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /**
     * A gender in one's own words stands in a field of its own, which the list's last entry opens.
     */
    private static void gender(MultiValueMap<String, String> tidy) {
        String chosen = tidy.getFirst("_gender");
        if (chosen != null) {
            String own = tidy.getFirst("_gender.own");
            tidy.set("gender", chosen.equals("own") ? (own == null ? "" : own) : chosen);
        }
    }

    /**
     * With the customer chosen, the name is only what the field shows; typed over, it is what
     * counts.
     */
    private static void referrer(MultiValueMap<String, String> tidy) {
        String id = tidy.getFirst("referredBy.customerId");
        if (id == null || id.isBlank()) {
            return;
        }
        boolean same =
                typed(tidy.getFirst("referredBy.name")).equals(typed(tidy.getFirst("_referrer")));
        tidy.set(same ? "referredBy.name" : "referredBy.customerId", "");
    }

    /** One empty row more. */
    static void addRow(String list, MultiValueMap<String, String> fields) {
        int next = rowsOf(list, fields).keySet().stream().mapToInt(n -> n + 1).max().orElse(0);
        String field =
                list.equals("emails") ? "address" : list.equals("phones") ? "number" : "street";
        fields.set(list + "[" + next + "]." + field, "");
    }

    static void removeRow(String list, int number, MultiValueMap<String, String> fields) {
        fields.keySet().removeIf(name -> name.startsWith(list + "[" + number + "]."));
    }
}
