package app.clientele.calendar.classes;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How full a class was outlives the person; of two that merge into one, one had the place. */
@Component
class ClassesPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        Map<String, OnErase> columns = new LinkedHashMap<>();
        List.of("note", "cancel_reason").forEach(said -> columns.put(said, BLANK));
        List.of(
                        "service_name",
                        "starts_at",
                        "ends_at",
                        "status",
                        "price_minor",
                        "currency",
                        "created_via")
                .forEach(fact -> columns.put(fact, KEEP));
        return List.of(
                new Table("class_booking", "customer_id", OnMerge.COMBINE, columns)
                        .with(Links.same("session_id"))
                        .kept("books")
                        .seen(Permission.APPOINTMENT_VIEW)
                        .restorable(
                                Permission.APPOINTMENT_EDIT,
                                "status",
                                "held",
                                "waiting_since",
                                "offer_until",
                                "note",
                                "cancel_reason",
                                "price_minor",
                                "currency"));
    }
}
