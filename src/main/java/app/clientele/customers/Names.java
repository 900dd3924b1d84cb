package app.clientele.customers;

import app.clientele.shared.Folded;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How names are shown, sorted and compared. */
public final class Names {
    private Names() {}

    public static String shown(
            @Nullable String display, @Nullable String first, @Nullable String last) {
        return display != null ? display : joined(first, last);
    }

    public static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** The order of lists: last name first, where there is one. */
    public static String sortKey(
            @Nullable String first, @Nullable String middle, @Nullable String last) {
        return Folded.of(joined(last, first, middle));
    }
}
