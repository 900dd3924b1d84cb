package app.clientele.calendar.online;

import static app.clientele.customers.PersonalData.OnErase.DELETE_ROW;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people typed who booked online goes with them. */
@Component
class OnlinePersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "online_request",
                                "customer_id",
                                OnMerge.REPOINT,
                                gone(
                                        "starts_at",
                                        "ends_at",
                                        "outcome",
                                        "first_name",
                                        "last_name",
                                        "email",
                                        "phone",
                                        "device",
                                        "browser",
                                        "address_hash",
                                        "submission_hash",
                                        "created_via"))
                        .seen(Permission.APPOINTMENT_VIEW),
                new Table(
                                "suggested_change",
                                "customer_id",
                                OnMerge.COMBINE,
                                gone("field", "value", "decision", "created_via"))
                        .with(Links.same("field", "value"))
                        .seen(Permission.APPOINTMENT_VIEW),
                new Table(
                                "time_proposal",
                                "customer_id",
                                OnMerge.REPOINT,
                                gone("starts_at", "ends_at", "message", "decision", "created_via"))
                        .seen(Permission.APPOINTMENT_VIEW));
    }

    private static Map<String, OnErase> gone(String... columns) {
        Map<String, OnErase> all = new LinkedHashMap<>();
        for (String column : columns) {
            all.put(column, DELETE_ROW);
        }
        return all;
    }
}
