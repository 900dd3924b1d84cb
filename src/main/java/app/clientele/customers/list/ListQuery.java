package app.clientele.customers.list;

import app.clientele.shared.CardNumbers;
import app.clientele.shared.Invalid;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list asks for: the filter's parameters, in their usual order, and the
 * order of the list.
 *
 * @param sort wire name of a {@link CustomerSort}; absent for the usual one
 */
public record ListQuery(Map<String, List<String>> filter, @Nullable String sort) {
    private static final int LONGEST = 4_000;

    /** Keeps what belongs to a list and is not blank. */
    public static ListQuery of(Map<String, ? extends List<String>> params) {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        CustomerFilter.PARAMETERS.forEach(name -> keep(name, params, filter));
        params.keySet().stream()
                .filter(CustomFilters::isName)
                .sorted()
                .forEach(name -> keep(name, params, filter));
        String sort = params.containsKey("sort") ? params.get("sort").getFirst() : null;
        return new ListQuery(
                filter, CustomerSort.of(String.valueOf(sort)).isPresent() ? sort : null);
    }

    private static void keep(
            String name,
            Map<String, ? extends List<String>> params,
            Map<String, List<String>> filter) {
        List<String> values =
                params.containsKey(name)
                        ? params.get(name).stream().filter(v -> !v.isBlank()).distinct().toList()
                        : List.of();
        if (!values.isEmpty()) {
            filter.put(name, values);
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws Invalid for a name unknown too: who mistypes a filter must not mean everybody
     */
    public static ListQuery parse(String query) {
        if (query.length() > LONGEST) {
            throw new Invalid("query", "too_long", LONGEST);
        }
        ListQuery read = of(params(query));
        if (read.filter.values().stream().flatMap(List::stream).anyMatch(CardNumbers::in)) {
            throw new Invalid(
                    "query", "card_number"); // what is parsed is kept: in a view, on record
        }
        if (read.sort == null && params(query).containsKey("sort")) {
            throw new Invalid("query", "unknown_parameter", "sort");
        }
        return read;
    }

    private static Map<String, List<String>> params(String query) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String name = decoded(pair.split("=", 2)[0]);
            if (!CustomerFilter.PARAMETERS.contains(name)
                    && !CustomFilters.isName(name)
                    && !List.of("sort", "").contains(name)) {
                throw new Invalid("query", "unknown_parameter", name);
            }
            if (pair.contains("=")) {
                String value = decoded(pair.substring(pair.indexOf('=') + 1));
                params.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return params;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Invalid("query", "format");
        }
    }

    public List<String> values(String name) {
        return filter.getOrDefault(name, List.of());
    }

    public @Nullable String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    public boolean has(String name) {
        return filter.containsKey(name);
    }

    public boolean isEmpty() {
        return filter.isEmpty();
    }

    public @Nullable CustomerSort order() {
        return sort == null ? null : CustomerSort.of(sort).orElse(null);
    }

    public ListQuery sorted(@Nullable CustomerSort order) {
        return new ListQuery(filter, order == null ? null : order.wireName());
    }

    /** Without this filter. */
    public ListQuery without(String name) {
        return with(name, List.of());
    }

    /** Without this one of a filter's values. */
    public ListQuery without(String name, String value) {
        return with(name, values(name).stream().filter(v -> !v.equals(value)).toList());
    }

    /** With these values of a filter in place of what it had. */
    public ListQuery with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(filter);
        changed.put(name, values);
        return of(changed).sorted(order());
    }

    /** As the query of an address, also kept in saved views. */
    @Override
    public String toString() {
        Stream<String> pairs =
                filter.entrySet().stream()
                        .flatMap(
                                e -> e.getValue().stream().map(v -> e.getKey() + "=" + encoded(v)));
        return Stream.concat(pairs, Stream.ofNullable(sort).map(s -> "sort=" + s))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The address of this list. */
    public String path() {
        String query = toString();
        return query.isEmpty() ? "/customers" : "/customers?" + query;
    }

    /** The address of another page of this list. */
    public String path(String cursor) {
        return path() + (path().contains("?") ? "&" : "?") + "cursor=" + cursor;
    }
}
