package app.clientele.calendar.feeds;

import static app.clientele.customers.PersonalData.OnErase.DELETE_ROW;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Addresses a customer was given go with them. */
@Component
class FeedsPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "calendar_feed",
                                "customer_id",
                                OnMerge.REPOINT,
                                Map.of("secret_hash", DELETE_ROW, "created_via", DELETE_ROW))
                        .seen(Permission.APPOINTMENT_VIEW));
    }
}
