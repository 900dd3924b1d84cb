package app.clientele.sales.fees;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.DELETE_ROW;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What was agreed about fees goes with the person; what was charged stands in the books, and what
 * was proposed stays beside it without a word about them.
 */
@Component
class FeesPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "customer_fee",
                                "customer_id",
                                OnMerge.COMBINE,
                                Map.of(
                                        "kind", DELETE_ROW,
                                        "currency", DELETE_ROW,
                                        "reason", DELETE_ROW,
                                        "created_via", DELETE_ROW))
                        .with(Links.same("kind"))
                        .seen(Permission.SALE_VIEW)
                        .restorableUnlessLocked(Permission.PRICE_EDIT, "reason"),
                new Table(
                                "fee",
                                "customer_id",
                                OnMerge.REPOINT,
                                Map.of(
                                        "kind", KEEP,
                                        "state", KEEP,
                                        "currency", KEEP,
                                        "created_via", KEEP,
                                        "reason", BLANK))
                        .kept("law")
                        .seen(Permission.SALE_VIEW));
    }
}
