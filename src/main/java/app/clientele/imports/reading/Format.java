package app.clientele.imports.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The product a customer list was exported from, recognised by its headers. */
public enum Format {
    FRESHA("Fresha"),
    SQUARE("Square"),
    VAGARO("Vagaro"),
    MINDBODY("Mindbody"),
    ACUITY("Acuity"),
    PHOREST("Phorest"),
    BOOKSY("Booksy"),
    GENERIC("");

    private final String product;
    private final Map<String, String> own;
    private final List<Set<String>> tells;
    private final List<Target> order;

    Format(String product) {
        this.product = product;
        Map<String, List<String>> section = new LinkedHashMap<>(Lists.of(this));
        this.tells = tells(section.remove("tell"));
        this.order = order(section.remove("order"));
        this.own = fields(section);
    }

    /** Enum constants are made before the other statics of their class. */
    private static final class Lists {
        static final WordLists HEADERS = WordLists.load("headers.txt");
        static final Map<String, String> COMMON = fields(HEADERS.section("any"));

        static Map<String, List<String>> of(Format format) {
            return HEADERS.section(format.name().toLowerCase(Locale.ROOT));
        }
    }

    /** As the product calls itself; empty when it is not known. */
    public String product() {
        return product;
    }

    static Format of(Collection<String> headers) {
        Set<String> keys = headers.stream().map(WordLists::key).collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(f -> f.tells.stream().anyMatch(keys::containsAll))
                .findFirst()
                .orElse(GENERIC);
    }

    /** Name of the other kind of list these headers are of, such as sales or gift cards. */
    static @Nullable String otherList(Collection<String> headers) {
        Set<String> keys = headers.stream().map(WordLists::key).collect(Collectors.toSet());
        return Lists.HEADERS.section("other").entrySet().stream()
                .filter(e -> tells(e.getValue()).stream().anyMatch(keys::containsAll))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /**
     * The field this header names, {@code NAME} where others must decide, null when it says
     * nothing.
     */
    @Nullable String field(String header) {
        String key = WordLists.key(header);
        return own.getOrDefault(key, Lists.COMMON.get(key));
    }

    /** Fields in the order of the product's columns, empty when the order is not known. */
    List<Target> order() {
        return order;
    }

    private static Map<String, String> fields(Map<String, List<String>> section) {
        Map<String, String> fields = new HashMap<>();
        section.forEach(
                (field, words) -> words.forEach(w -> fields.putIfAbsent(WordLists.key(w), field)));
        return fields;
    }

    private static List<Set<String>> tells(@Nullable List<String> choices) {
        return choices == null ? List.of() : choices.stream().map(Format::parts).toList();
    }

    private static Set<String> parts(String choice) {
        return Arrays.stream(choice.split(" \\+ ")).map(WordLists::key).collect(Collectors.toSet());
    }

    private static List<Target> order(@Nullable List<String> line) {
        return line == null
                ? List.of()
                : Arrays.stream(String.join(" ", line).split(" ")).map(Target::valueOf).toList();
    }
}
