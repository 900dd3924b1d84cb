package app.clientele.site;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form as typed so far, or as it is before anybody typed; refused, it comes back as it was. */
public record Typed(MultiValueMap<String, String> fields) {
    public static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    /** The same with another value in this field, if there is one. */
    public Typed with(String name, @Nullable Object value) {
        MultiValueMap<String, String> more = new LinkedMultiValueMap<>(fields);
        if (value instanceof Collection<?> several) {
            more.put(name, several.stream().map(String::valueOf).toList());
        } else if (value == null) {
            more.remove(name);
        } else {
            more.set(name, value.toString());
        }
        return new Typed(more);
    }

    public @Nullable String value(String name) {
        return fields.getFirst(name);
    }

    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return values(name).contains(value);
    }

    /** The version of the record that the form began with. */
    public int version() {
        String version = fields.getFirst("_version");
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
