package app.clientele.ledger;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was kept for somebody is money and outlives them; the words about it go. */
@Component
class LedgerPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                                "ledger_account",
                                "customer_id",
                                OnMerge.REPOINT,
                                Map.of("kind", KEEP, "unit", KEEP, "head", KEEP))
                        .kept("law")
                        .seen(Permission.SALE_VIEW),
                new Table(
                                "ledger_entry",
                                "customer_id",
                                OnMerge.REPOINT,
                                Map.of(
                                        "reason",
                                        BLANK,
                                        "kind",
                                        KEEP,
                                        "expires_on",
                                        KEEP,
                                        "created_via",
                                        KEEP,
                                        "previous",
                                        KEEP,
                                        "hash",
                                        KEEP))
                        .kept("law")
                        .seen(Permission.SALE_VIEW));
    }
}
