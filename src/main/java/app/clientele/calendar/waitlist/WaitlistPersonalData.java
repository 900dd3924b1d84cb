package app.clientele.calendar.waitlist;

import static app.clientele.customers.PersonalData.OnErase.DELETE_ROW;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What somebody waited for goes with them. */
@Component
class WaitlistPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "waitlist_offer",
                                "customer_id",
                                OnMerge.REPOINT,
                                gone(
                                        "starts_at",
                                        "ends_at",
                                        "offer_until",
                                        "automatic",
                                        "decision",
                                        "created_via"))
                        .seen(Permission.APPOINTMENT_VIEW)
                        .restorable(Permission.APPOINTMENT_EDIT, "decision"),
                new Table(
                                "waitlist_entry",
                                "customer_id",
                                OnMerge.REPOINT,
                                gone(
                                        "from_day",
                                        "until_day",
                                        "weekdays",
                                        "from_minute",
                                        "until_minute",
                                        "note",
                                        "status",
                                        "first_reason",
                                        "end_reason",
                                        "first_name",
                                        "email",
                                        "language",
                                        "secret_hash",
                                        "submission_hash",
                                        "created_via"))
                        .seen(Permission.APPOINTMENT_VIEW)
                        .restorable(
                                Permission.APPOINTMENT_EDIT,
                                "branch_id",
                                "service_id",
                                "staff_id",
                                "from_day",
                                "until_day",
                                "weekdays",
                                "from_minute",
                                "until_minute",
                                "note",
                                "status",
                                "first_at",
                                "first_reason",
                                "end_reason"));
    }

    private static Map<String, OnErase> gone(String... columns) {
        Map<String, OnErase> all = new LinkedHashMap<>();
        for (String column : columns) {
            all.put(column, DELETE_ROW);
        }
        return all;
    }
}
