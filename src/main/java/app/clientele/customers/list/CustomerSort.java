package app.clientele.customers.list;

import app.clientele.customers.custom.CustomField;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The orders in which customers are listed; each has an index that gives it without sorting.
 *
 * @param field the key of the custom field whose values order them; absent for the others
 */
public record CustomerSort(
        String wireName, boolean descending, List<Key> keys, @Nullable String field) {
    /** Best match first; only where something was searched for. */
    public static final CustomerSort RELEVANCE = plain("relevance", false, Key.RANK, Key.ID);

    public static final CustomerSort NAME = plain("name", false, Key.NAME, Key.ID);
    public static final CustomerSort NAME_DESCENDING =
            plain("name_descending", true, Key.NAME, Key.ID);
    public static final CustomerSort NUMBER = plain("number", false, Key.NUMBER);
    public static final CustomerSort NEWEST = plain("newest", true, Key.CREATED, Key.ID);
    public static final CustomerSort OLDEST = plain("oldest", false, Key.CREATED, Key.ID);
    public static final CustomerSort RECENTLY_UPDATED =
            plain("recently_updated", true, Key.UPDATED, Key.ID);

    /** In the order of their changes, for whoever keeps a copy. */
    public static final CustomerSort UPDATED = plain("updated", false, Key.UPDATED, Key.ID);

    /** Through the year; those without a birthday last. */
    public static final CustomerSort BIRTHDAY =
            plain("birthday", false, Key.BIRTH_MONTH, Key.BIRTH_DAY, Key.NAME, Key.ID);

    private static final List<CustomerSort> PLAIN =
            List.of(
                    RELEVANCE,
                    NAME,
                    NAME_DESCENDING,
                    NUMBER,
                    NEWEST,
                    OLDEST,
                    RECENTLY_UPDATED,
                    UPDATED,
                    BIRTHDAY);

    private static final Pattern CUSTOM =
            Pattern.compile("customFields\\.([a-z][a-z0-9_]{0,39})(\\.descending)?");

    private static final long LATEST_MICROS = 250_000_000_000_000_000L; // the year 9892

    private static CustomerSort plain(String wireName, boolean descending, Key... keys) {
        return new CustomerSort(wireName, descending, List.of(keys), null);
    }

    /** In the order of a custom field; those that have nothing in it last either way. */
    public static CustomerSort custom(String field, boolean descending) {
        return new CustomerSort(
                CustomField.ALL + "." + field + (descending ? ".descending" : ""),
                descending,
                List.of(descending ? Key.SAID : Key.UNSAID, Key.VALUE, Key.ID),
                field);
    }

    enum Key {
        RANK(""), // which only the search knows
        NAME("c.sort_name"),
        ID("c.id"),
        NUMBER("c.number"),
        CREATED("c.created_at"),
        UPDATED("c.updated_at"),
        BIRTH_MONTH("coalesce(c.birth_month, 13)"),
        BIRTH_DAY("coalesce(c.birth_day, 0)"),
        UNSAID("(v.value is null)::int"),
        SAID("(v.value is not null)::int"),
        VALUE("coalesce(v.value, '')");

        private final String column;

        Key(String column) {
            this.column = column;
        }

        String selected() {
            return switch (this) {
                case CREATED, UPDATED -> "(extract(epoch from " + column + ") * 1000000)::bigint";
                default -> column;
            };
        }

        Object value(String text) {
            return switch (this) {
                case NAME, VALUE -> text;
                case ID -> UUID.fromString(text);
                case NUMBER -> Long.parseLong(text);
                case CREATED, UPDATED -> micros(Long.parseLong(text));
                case RANK, BIRTH_MONTH, BIRTH_DAY, UNSAID, SAID -> Integer.parseInt(text);
            };
        }

        private static Object micros(long micros) {
            if (Math.abs(micros) > LATEST_MICROS) {
                throw new IllegalArgumentException("out of range");
            }
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
    }

    public static Optional<CustomerSort> of(String wireName) {
        Matcher custom = CUSTOM.matcher(wireName);
        return custom.matches()
                ? Optional.of(custom(custom.group(1), custom.group(2) != null))
                : PLAIN.stream().filter(s -> s.wireName.equals(wireName)).findFirst();
    }

    /** The rows to be ordered: a custom field's values stand beside. */
    String from() {
        return field == null
                ? "customer c"
                : "customer c left join custom_value v on v.business_id = :business and v.customer_id = c.id and v.field = '"
                        + field
                        + "'";
    }

    /** How many values a row's place in this order has. */
    int size() {
        return keys.size();
    }

    /** The ordering values of a row, as columns {@code k0, k1, …}. */
    String selected() {
        return IntStream.range(0, size())
                .mapToObj(i -> keys.get(i).selected() + " k" + i)
                .collect(Collectors.joining(", "));
    }

    String orderBy(boolean backward) {
        return keys.stream()
                .map(k -> k.column + (descending != backward ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** The same order over rows selected as {@code k0, k1, …}. */
    String orderBySelected(boolean backward) {
        return IntStream.range(0, size())
                .mapToObj(i -> "p.k" + i + (descending != backward ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** Leaves out what comes before a place. */
    void goOn(@Nullable Place place, ListConditions conditions) {
        if (place == null) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < size(); i++) {
            values.put("k" + i, place.values().get(i));
        }
        String columns = keys.stream().map(k -> k.column).collect(Collectors.joining(", "));
        String from =
                IntStream.range(0, size())
                        .mapToObj(i -> ":k" + i)
                        .collect(Collectors.joining(", "));
        String sign = descending != place.backward() ? "<" : ">";
        conditions.add("(%s) %s (%s)".formatted(columns, sign, from), values);
    }

    @Override
    public String toString() {
        return wireName;
    }

    /** A place in the list: go on from here, forward or backward. */
    record Place(boolean backward, List<Object> values) {}

    String cursor(boolean backward, List<String> values) {
        List<Object> all = new ArrayList<>(List.of(wireName, backward ? "<" : ">"));
        all.addAll(values);
        return Cursor.of(all.toArray());
    }

    /**
     * @throws Invalid when it is no cursor of this order
     */
    @Nullable Place place(@Nullable String cursor) {
        Cursor read = Cursor.parse(cursor, keys.size() + 2);
        if (read == null) {
            return null;
        }
        if (!read.get(0).equals(wireName)) {
            throw new Invalid("cursor", "cursor");
        }
        try {
            return new Place(
                    read.get(1).equals("<"),
                    IntStream.range(0, size())
                            .mapToObj(i -> keys.get(i).value(read.get(i + 2)))
                            .toList());
        } catch (IllegalArgumentException forged) {
            throw new Invalid("cursor", "cursor");
        }
    }
}
