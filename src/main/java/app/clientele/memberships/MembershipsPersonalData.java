package app.clientele.memberships;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.KEEP;
import static java.util.Map.entry;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Memberships stand beside the invoices they led to, without a word about the person. */
@Component
class MembershipsPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "membership",
                                "customer_id",
                                OnMerge.REPOINT,
                                Map.ofEntries(
                                        entry("plan_name", KEEP),
                                        entry("currency", KEEP),
                                        entry("unit", KEEP),
                                        entry("starts_on", KEEP),
                                        entry("anchor_on", KEEP),
                                        entry("next_on", KEEP),
                                        entry("ends_on", KEEP),
                                        entry("cancelled_how", KEEP),
                                        entry("paused_on", KEEP),
                                        entry("resumes_on", KEEP),
                                        entry("created_via", KEEP),
                                        entry("pause_reason", BLANK),
                                        entry("cancel_reason", BLANK),
                                        entry("note", BLANK)))
                        .kept("law")
                        .seen(Permission.SALE_VIEW),
                new Table(
                                "membership_charge",
                                "customer_id",
                                OnMerge.REPOINT,
                                Map.of(
                                        "kind", KEEP,
                                        "from_on", KEEP,
                                        "until_on", KEEP,
                                        "currency", KEEP,
                                        "created_via", KEEP))
                        .kept("law")
                        .seen(Permission.SALE_VIEW),
                new Table(
                                "membership_event",
                                "customer_id",
                                OnMerge.REPOINT,
                                Map.of(
                                        "kind", KEEP,
                                        "day", KEEP,
                                        "until_on", KEEP,
                                        "plan_name", KEEP,
                                        "currency", KEEP,
                                        "created_via", KEEP,
                                        "reason", BLANK))
                        .kept("law")
                        .seen(Permission.SALE_VIEW));
    }
}
