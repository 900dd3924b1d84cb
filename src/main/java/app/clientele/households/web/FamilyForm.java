package app.clientele.households.web;

import app.clientele.households.Relationship;
import app.clientele.site.FormErrors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A link as typed so far.
 *
 * @param name of the customer
 * @param relative who is linked, when they are known already
 * @param relativeName theirs, or how they are spoken of until they are written down
 * @param link the one being changed; absent for a new one
 * @param sharedPhone what a new relative might be reached by, too; absent where there is none
 * @param sharedAddress where they might live, too
 * @param late whether somebody else changed it meanwhile
 */
public record FamilyForm(
        UUID customer,
        String name,
        @Nullable UUID relative,
        String relativeName,
        @Nullable Relationship link,
        MultiValueMap<String, String> fields,
        @Nullable String sharedPhone,
        @Nullable String sharedAddress,
        FormErrors errors,
        boolean late) {
    public String value(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    public boolean checked(String name) {
        return value(name).equals("true");
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public String family() {
        return FamilyPath.of(customer);
    }

    public String path() {
        if (link != null) {
            return family() + "/" + link.id();
        }
        return relative == null ? family() + "/create" : family();
    }
}
