package app.clientele.calendar.rules;

import static app.clientele.customers.PersonalData.OnErase.DELETE_ROW;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What decides about bookings goes with the person; of two that merge, what was said of the one
 * that stays.
 */
@Component
class RulesPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "disliked_service",
                                "customer_id",
                                OnMerge.COMBINE,
                                gone("comment", "created_via"))
                        .with(Links.same("service_id"))
                        .seen(Permission.APPOINTMENT_VIEW)
                        .restorableUnlessLocked(
                                Permission.APPOINTMENT_EDIT, "service_id", "comment"),
                new Table(
                                "customer_price",
                                "customer_id",
                                OnMerge.COMBINE,
                                gone("currency", "note", "created_via"))
                        .with(Links.same("service_id", "staff_id"))
                        .seen(Permission.APPOINTMENT_VIEW)
                        .restorableUnlessLocked(
                                Permission.PRICE_EDIT,
                                "service_id",
                                "staff_id",
                                "minutes",
                                "price_minor",
                                "currency",
                                "note"),
                // one for each customer: two of them are alike whatever they say
                new Table(
                                "online_booking",
                                "customer_id",
                                OnMerge.COMBINE,
                                gone("rule", "valid_from", "valid_to", "reason", "created_via"))
                        .with(Links.same("business_id"))
                        .seen(Permission.APPOINTMENT_VIEW)
                        .restorableUnlessLocked(
                                Permission.APPOINTMENT_EDIT,
                                "rule",
                                "branch_id",
                                "valid_from",
                                "valid_to",
                                "reason",
                                "silent"));
    }

    private static Map<String, OnErase> gone(String... columns) {
        Map<String, OnErase> all = new LinkedHashMap<>();
        for (String column : columns) {
            all.put(column, DELETE_ROW);
        }
        return all;
    }
}
