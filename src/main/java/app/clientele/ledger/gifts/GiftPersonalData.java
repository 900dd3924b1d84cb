package app.clientele.ledger.gifts;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A card is money and outlives them; for whom it was and what was said goes with either of them.
 */
@Component
class GiftPersonalData implements PersonalData {
    private static final List<String> SAID =
            List.of("recipient_name", "recipient_email", "message", "reason", "void_reason");
    private static final List<String> FACTS =
            List.of(
                    "code_hash",
                    "code_sealed",
                    "code_end",
                    "currency",
                    "service_name",
                    "deliver_on",
                    "expires_on",
                    "created_via");

    @Override
    public List<Table> tables() {
        Map<String, OnErase> columns = new LinkedHashMap<>();
        SAID.forEach(column -> columns.put(column, BLANK));
        FACTS.forEach(column -> columns.put(column, KEEP));
        return List.of(
                new Table("gift_card", "customer_id", OnMerge.REPOINT, columns)
                        .with(Links.NONE.others("buyer_id"))
                        .kept("law")
                        .seen(Permission.SALE_VIEW));
    }
}
