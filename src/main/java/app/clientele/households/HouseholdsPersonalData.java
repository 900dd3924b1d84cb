package app.clientele.households;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Links are of two people: they go with either, and move with either. */
@Component
class HouseholdsPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "relationship",
                                "customer_id",
                                OnMerge.COMBINE,
                                gone(
                                        "relation",
                                        "counterpart",
                                        "relation_words",
                                        "agreement",
                                        "answered_how",
                                        "secret_hash",
                                        "created_via"))
                        .with(Links.same("relative_id").others("relative_id")),
                new Table(
                                "message_copy",
                                "customer_id",
                                OnMerge.COMBINE,
                                gone("address", "created_via"))
                        .with(Links.same("to_id", "address").others("to_id"))
                        .restorableUnlessLocked(Permission.FAMILY_EDIT));
    }

    private static Map<String, OnErase> gone(String... columns) {
        Map<String, OnErase> all = new LinkedHashMap<>();
        for (String column : columns) {
            all.put(column, OnErase.DELETE_ROW);
        }
        return all;
    }
}
