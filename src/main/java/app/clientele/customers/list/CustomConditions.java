package app.clientele.customers.list;

import app.clientele.customers.custom.CustomField.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a custom field, as a condition on {@code customer c}: over the table in which
 * each value is a row of its own. Keys of fields hold nothing but letters, digits and underscores.
 */
final class CustomConditions {
    private static final BigDecimal OFFSET = BigDecimal.TEN.pow(15);

    private final CustomFilter filter;
    private final Map<String, Object> params = new HashMap<>();
    private final List<String> conditions = new ArrayList<>();

    private CustomConditions(CustomFilter filter) {
        this.filter = filter;
        boolean text = filter.field().type() == Type.TEXT;
        if (!filter.values().isEmpty()) {
            String name =
                    param("is", filter.values().stream().map(this::key).toArray(String[]::new));
            conditions.add(
                    text
                            ? "v.value = any(array(select custom_key(to_jsonb(x)) from unnest("
                                    + name
                                    + "::text[]) x))"
                            : "v.value = any(" + name + ")");
        }
        add("v.value >= ", "from", filter.from());
        add("v.value <= ", "to", filter.to());
        if (filter.starts() != null) {
            String name = param("starts", filter.starts());
            conditions.add("v.value >= custom_key(to_jsonb(%s::text))".formatted(name));
            conditions.add(
                    "v.value < custom_key(to_jsonb(%s::text)) || chr(1114111)".formatted(name));
        }
    }

    /** Adds what is wanted to the others. */
    static void add(CustomFilter filter, boolean walking, ListConditions all) {
        CustomConditions of = new CustomConditions(filter);
        if (!of.conditions.isEmpty() || Boolean.TRUE.equals(filter.has())) {
            all.add(of.some(walking), of.params);
        }
        if (Boolean.FALSE.equals(filter.has())) {
            String rows = of.rows() + " and v.customer_id = c.id";
            all.add("not exists (select " + rows + ")", Map.of());
        }
    }

    private String some(boolean walking) {
        String rows = rows() + String.join("", conditions.stream().map(c -> " and " + c).toList());
        return walking
                ? "(select true " + rows + " and v.customer_id = c.id limit 1)"
                : "c.id in (select v.customer_id " + rows + ")";
    }

    private String rows() {
        return "from custom_value v where v.business_id = :business and v.field = '"
                + filter.field().key()
                + "'";
    }

    private void add(String comparison, String name, @Nullable String value) {
        if (value != null) {
            conditions.add(comparison + param(name, key(value)));
        }
    }

    private String param(String name, Object value) {
        String full = "custom_" + filter.field().key() + "_" + name;
        params.put(full, value);
        return ":" + full;
    }

    /** As the database's {@code custom_key} makes it; of texts, only that can. */
    private String key(String value) {
        return filter.field().type() == Type.NUMBER
                ? String.format(Locale.ROOT, "%023.6f", new BigDecimal(value).add(OFFSET))
                : value;
    }
}
