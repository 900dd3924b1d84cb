package app.clientele.customers;

import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The orders in which customers are listed; each has an index that gives it without sorting. */
public enum CustomerSort {
    /** Best match first; only where something was searched for. */
    RELEVANCE(false, Key.RANK, Key.ID),
    NAME(false, Key.NAME, Key.ID),
    NAME_DESCENDING(true, Key.NAME, Key.ID),
    NUMBER(false, Key.NUMBER),
    NEWEST(true, Key.CREATED, Key.ID),
    OLDEST(false, Key.CREATED, Key.ID),
    RECENTLY_UPDATED(true, Key.UPDATED, Key.ID),
    /** In the order of their changes, for whoever keeps a copy. */
    UPDATED(false, Key.UPDATED, Key.ID),
    /** Through the year; those without a birthday last. */
    BIRTHDAY(false, Key.BIRTH_MONTH, Key.BIRTH_DAY, Key.NAME, Key.ID);

    private static final long LATEST_MICROS = 250_000_000_000_000_000L; // the year 9892

    private final boolean descending;
    private final List<Key> keys;

    CustomerSort(boolean descending, Key... keys) {
        this.descending = descending;
        this.keys = List.of(keys);
    }

    private enum Key {
        RANK(""), // which only the search knows
        NAME("c.sort_name"),
        ID("c.id"),
        NUMBER("c.number"),
        CREATED("c.created_at"),
        UPDATED("c.updated_at"),
        BIRTH_MONTH("coalesce(c.birth_month, 13)"),
        BIRTH_DAY("coalesce(c.birth_day, 0)");

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
                case NAME -> text;
                case ID -> UUID.fromString(text);
                case NUMBER -> Long.parseLong(text);
                case CREATED, UPDATED -> micros(Long.parseLong(text));
                case RANK, BIRTH_MONTH, BIRTH_DAY -> Integer.parseInt(text);
            };
        }

        private static Object micros(long micros) {
            if (Math.abs(micros) > LATEST_MICROS) {
                throw new IllegalArgumentException("out of range");
            }
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CustomerSort> of(String wireName) {
        return Arrays.stream(values()).filter(s -> s.wireName().equals(wireName)).findFirst();
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

    /** A place in the list: go on from here, forward or backward. */
    record Place(boolean backward, List<Object> values) {}

    String cursor(boolean backward, List<String> values) {
        List<Object> all = new ArrayList<>(List.of(wireName(), backward ? "<" : ">"));
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
        if (!read.get(0).equals(wireName())) {
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
