package app.clientele.customers.web;

import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A weighing as typed so far. */
public record WeightForm(UUID customer, MultiValueMap<String, String> fields, FormErrors errors) {
    public @Nullable String value(String name) {
        return fields.getFirst(name);
    }

    public String path() {
        return "/customers/" + customer + "/weights";
    }

    static List<Option> units() {
        return Stream.of("kg", "lb", "st").map(u -> new Option(u, u)).toList();
    }

    /** The units to choose from. */
    public List<Option> unitOptions() {
        return units();
    }
}
