package app.clientele.customers.web.notes;

import app.clientele.customers.notes.Alert;
import app.clientele.site.FormErrors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An alert as typed so far.
 *
 * @param name of the customer
 * @param alert the one being changed, with the version the change is made to; absent for a new one
 * @param late whether somebody else changed it meanwhile
 */
public record AlertForm(
        UUID customer,
        String name,
        @Nullable Alert alert,
        MultiValueMap<String, String> fields,
        FormErrors errors,
        boolean late) {
    public String value(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    public String path() {
        return "/customers/" + customer + "/alerts" + (alert == null ? "" : "/" + alert.id());
    }

    public String titleKey() {
        return alert == null ? "profile.alert.new" : "profile.alert.change";
    }
}
