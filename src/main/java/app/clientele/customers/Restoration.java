package app.clientele.customers;

import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts back what a change replaced, one field at a time or whole, by the same rules as any other
 * edit.
 */
@Service
public class Restoration {
    private final Sql sql;
    private final History history;
    private final Customers customers;
    private final RestoredRows rows;
    private final JsonMapper json;

    Restoration(Sql sql, History history, Customers customers, RestoredRows rows, JsonMapper json) {
        this.sql = sql;
        this.history = history;
        this.customers = customers;
        this.rows = rows;
        this.json = json;
    }

    /**
     * Takes one change back.
     *
     * @param field the one field to put back; absent for all the change touched
     */
    @Requires(Permission.HISTORY_RESTORE)
    @Transactional
    public void putBack(UUID customer, long change, @Nullable String field) {
        History.Raw raw = history.get(customer, change);
        if (!raw.entity().equals("customer")) {
            rows.takeBack(raw, field);
            return;
        }
        JsonNode before = HistoryWords.before(raw);
        if (before == null) {
            throw new Refused("not_restorable");
        }
        List<String> fields =
                raw.columns().stream()
                        .map(HistoryWords::field)
                        .distinct()
                        .filter(f -> field == null || f.equals(field))
                        .toList();
        customers.change(customer, details -> with(details, fields, before));
    }

    private CustomerDetails with(CustomerDetails details, List<String> fields, JsonNode before) {
        ObjectNode tree = json.valueToTree(details);
        boolean any = false;
        for (String field : fields) {
            JsonNode value = value(field, before);
            if (value != null) {
                tree.set(field, value);
                any = true;
            }
        }
        if (!any) {
            throw new Refused("not_restorable");
        }
        return json.treeToValue(tree, CustomerDetails.class);
    }

    /** What the field was, in the form of the details; nothing for what is no detail. */
    private @Nullable JsonNode value(String field, JsonNode row) {
        return switch (field) {
            case "firstName" -> row.path("first_name");
            case "middleName" -> row.path("middle_name");
            case "lastName" -> row.path("last_name");
            case "displayName" -> row.path("display_name");
            case "emails" ->
                    json.valueToTree(
                            json.treeToValue(
                                    row.path("emails"), new TypeReference<List<Email>>() {}));
            case "phones" ->
                    json.valueToTree(
                            json.treeToValue(
                                    row.path("phones"), new TypeReference<List<Phone>>() {}));
            case "birthday" -> birthday(row);
            case "gender", "pronouns", "language" -> row.path(field);
            case "status" -> choice(row.path("status_id"));
            case "referralMethod" -> choice(row.path("referral_method_id"));
            case "customerSince" -> row.path("customer_since");
            case "externalId" -> row.path("external_id");
            case "referredBy" -> referrer(row);
            default -> null;
        };
    }

    private JsonNode birthday(JsonNode row) {
        String told = HistoryWords.birthday(row);
        return told == null ? json.nullNode() : json.valueToTree(told);
    }

    private JsonNode choice(JsonNode id) {
        return id.isString()
                ? json.valueToTree(
                        sql.of("select name from choice where business_id = :business and id = :id")
                                .param("id", UUID.fromString(id.asString()))
                                .query(String.class)
                                .optional()
                                .orElseThrow(() -> new Refused("belongs_to_nothing")))
                : json.nullNode();
    }

    private JsonNode referrer(JsonNode row) {
        JsonNode id = row.path("referred_by_id");
        JsonNode name = row.path("referred_by_name");
        return json.valueToTree(
                new Referrer(
                        id.isString() ? UUID.fromString(id.asString()) : null,
                        name.isString() ? name.asString() : null));
    }
}
