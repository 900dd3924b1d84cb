package app.clientele.calendar;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Appointments outlive the person: the books tell what was done when, no longer for whom. */
@Component
class CalendarPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("appointment", "customer_id", OnMerge.REPOINT, appointments())
                        .with(Links.NONE.others("booked_by_id"))
                        .kept("books")
                        .seen(Permission.APPOINTMENT_VIEW)
                        .restorable(
                                Permission.APPOINTMENT_EDIT,
                                "branch_id",
                                "staff_id",
                                "starts_at",
                                "ends_at",
                                "busy",
                                "status",
                                "held",
                                "offer_until",
                                "price_minor",
                                "currency",
                                "note",
                                "overlap_allowed",
                                "overlap_reason",
                                "cancel_reason"));
    }

    private static Map<String, OnErase> appointments() {
        Map<String, OnErase> columns = new LinkedHashMap<>();
        for (String said : List.of("guest_name", "note", "overlap_reason", "cancel_reason")) {
            columns.put(said, BLANK);
        }
        for (String fact :
                List.of(
                        "service_name",
                        "starts_at",
                        "ends_at",
                        "busy",
                        "status",
                        "price_minor",
                        "currency",
                        "created_via")) {
            columns.put(fact, KEEP);
        }
        return columns;
    }
}
