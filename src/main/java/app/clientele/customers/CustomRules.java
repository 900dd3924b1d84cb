package app.clientele.customers;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldRows;
import app.clientele.customers.custom.CustomValues;
import app.clientele.shared.Invalid.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the values of the business's own fields must obey. A required one is asked for when somebody
 * is written down, and can't be blanked afterwards; records from before it was required go on
 * without.
 */
@Component
class CustomRules {
    private final CustomFieldRows rows;

    CustomRules(CustomFieldRows rows) {
        this.rows = rows;
    }

    /** The values in the form in which they are kept; what is wrong becomes a problem. */
    Map<String, Object> check(
            CustomerDetails details, @Nullable Customer present, List<Problem> problems) {
        List<CustomField> fields = rows.all(true);
        Map<String, Object> values =
                new CustomValues(fields).normal(details.customFields(), problems);
        for (CustomField field : fields) {
            boolean told = problems.stream().anyMatch(p -> p.field().equals(field.path()));
            if (!told && !values.containsKey(field.key()) && isNeeded(field, present)) {
                problems.add(new Problem(field.path(), "required"));
            }
        }
        return values;
    }

    private static boolean isNeeded(CustomField field, @Nullable Customer present) {
        return field.required()
                && !field.archived()
                && (present == null || present.details().customFields().containsKey(field.key()));
    }
}
