package app.clientele.customers.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a record that exists.
 *
 * @param title whom it is about
 * @param version what it was filled with
 * @param base the details it was filled with, as JSON: what is unlike them was changed here
 * @param names the fields it has
 * @param clashes what somebody else changed meanwhile to something else
 */
public record EditForm(
        CustomerForm form,
        String title,
        int version,
        String base,
        List<String> names,
        List<Clash> clashes) {
    /** What everybody may change while the record is locked. */
    static final List<String> OPEN = List.of("addresses", "tags");

    /** Whether it has the whole record, not only what a lock leaves open. */
    public boolean whole() {
        return !OPEN.containsAll(names);
    }

    /** A field with two values to choose from. */
    public record Clash(
            String field,
            String label,
            String mine,
            String theirs,
            @Nullable String by,
            @Nullable Instant at) {}

    /** One entry of the hidden field that tells which fields the form has. */
    public String fieldNames() {
        return String.join(",", names);
    }
}
