package app.clientele.sales;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What was issued outlives the person, with the name it was issued to, for as long as the law wants
 * books kept. What else was said of them in it goes.
 */
@Component
class SalesPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                kept(
                        "sales_order",
                        List.of("note", "discount_reason"),
                        List.of("status", "currency", "created_via")),
                kept(
                        "order_line",
                        List.of("price_reason", "discount_reason", "gift"),
                        List.of("kind", "name", "currency", "price_source")),
                kept(
                        "invoice",
                        List.of("void_reason"),
                        List.of("issued_on", "currency", "document", "status", "created_via")),
                kept(
                        "credit_note",
                        List.of("reason"),
                        List.of("issued_on", "currency", "document", "created_via")),
                kept(
                        "payment",
                        List.of("reference", "reason"),
                        List.of("kind", "tender", "state", "currency", "taken_on", "created_via")),
                kept(
                        "iou",
                        List.of("comment", "void_reason"),
                        List.of("currency", "state", "created_via")));
    }

    private static Table kept(String table, List<String> said, List<String> facts) {
        Map<String, OnErase> columns = new LinkedHashMap<>();
        said.forEach(column -> columns.put(column, BLANK));
        facts.forEach(column -> columns.put(column, KEEP));
        return new Table(table, "customer_id", OnMerge.REPOINT, columns)
                .kept("law")
                .seen(Permission.SALE_VIEW);
    }
}
