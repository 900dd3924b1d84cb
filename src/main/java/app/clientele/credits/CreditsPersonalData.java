package app.clientele.credits;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What somebody has and used stands beside the invoices that sold it, without a word about them.
 */
@Component
class CreditsPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                table(
                        "bought_package",
                        Map.of(
                                "name", KEEP,
                                "bought_on", KEEP,
                                "end_reason", BLANK,
                                "move_reason", BLANK)),
                table(
                        "visit_credit",
                        Map.of(
                                "origin", KEEP,
                                "name", KEEP,
                                "reason", BLANK,
                                "from_on", KEEP,
                                "created_via", KEEP)),
                table("credit_use", Map.of("used_on", KEEP, "created_via", KEEP)));
    }

    private static Table table(String name, Map<String, OnErase> columns) {
        return new Table(name, "customer_id", OnMerge.REPOINT, columns)
                .kept("law")
                .seen(Permission.SALE_VIEW);
    }
}
