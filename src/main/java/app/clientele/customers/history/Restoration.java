package app.clientele.customers.history;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Photos;
import app.clientele.customers.custom.CustomField;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> FIELDS =
            Set.of(
                    "firstName",
                    "middleName",
                    "lastName",
                    "displayName",
                    "emails",
                    "phones",
                    "birthday",
                    "gender",
                    "pronouns",
                    "language",
                    "status",
                    "referralMethod",
                    "customerSince",
                    "externalId",
                    "preferredBranchId",
                    "preferredStaffIds",
                    "barredStaff",
                    "tax.company",
                    "tax.number",
                    "tax.reason",
                    "referredBy",
                    "photo",
                    "deactivated",
                    "lockedReason");

    /** Those that are no details, and are put back in their own ways. */
    private static final Set<String> OTHERS = Set.of("photo", "deactivated", "lockedReason");

    private static final String TAX = "tax.";

    private final Sql sql;
    private final LoggedChanges log;
    private final Customers customers;
    private final Photos photos;
    private final RestoredRows rows;
    private final Locks locks;
    private final JsonMapper json;

    Restoration(
            Sql sql,
            LoggedChanges log,
            Customers customers,
            Photos photos,
            RestoredRows rows,
            Locks locks,
            JsonMapper json) {
        this.sql = sql;
        this.log = log;
        this.customers = customers;
        this.photos = photos;
        this.rows = rows;
        this.locks = locks;
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
        takeBack(customer, log.get(customer, change), field);
    }

    /** Whether it is a field of the record's own that can be put back. */
    static boolean isKnown(String field) {
        return FIELDS.contains(field) || CustomHistory.isField(field);
    }

    void takeBack(UUID customer, LoggedChange change, @Nullable String field) {
        if (!change.entity().equals("customer")) {
            rows.takeBack(customer, change, field);
            return;
        }
        if (!change.rowId().equals(customer)) {
            throw new Refused("not_restorable");
        }
        JsonNode before = HistoryWords.before(change);
        List<String> fields =
                change.columns().stream()
                        .map(HistoryFields::of)
                        .distinct()
                        .filter(Restoration::isKnown)
                        .filter(f -> field == null || f.equals(field))
                        .toList();
        if (before == null || fields.isEmpty()) {
            throw new Refused("not_restorable");
        }
        putBack(customer, fields, before);
    }

    private void putBack(UUID customer, List<String> fields, JsonNode before) {
        List<String> details = fields.stream().filter(f -> !OTHERS.contains(f)).toList();
        if (!details.isEmpty()) {
            customers.change(customer, d -> with(d, details, before));
        }
        if (fields.contains("lockedReason")) {
            locks.putBack(customer, before);
        }
        if (fields.contains("photo")) {
            photos.show(customer, id(before.path("photo_id")));
        }
        if (fields.contains("deactivated") && before.path("deactivated_at").isString()) {
            customers.deactivate(customer);
        } else if (fields.contains("deactivated")) {
            customers.reactivate(customer);
        }
    }

    private static @Nullable UUID id(JsonNode node) {
        return node.isString() ? UUID.fromString(node.asString()) : null;
    }

    private CustomerDetails with(CustomerDetails details, List<String> fields, JsonNode before) {
        ObjectNode tree = json.valueToTree(details);
        fields.forEach(field -> put(tree, field, before));
        return json.treeToValue(tree, CustomerDetails.class);
    }

    private void put(ObjectNode tree, String field, JsonNode before) {
        if (CustomHistory.isField(field)) {
            tree.withObject(CustomField.ALL)
                    .set(CustomHistory.key(field), CustomHistory.value(field, before));
        } else if (field.startsWith(TAX)) {
            JsonNode value = before.path(HistoryFields.column(field));
            ObjectNode tax = tree.withObject("tax");
            tax.set(field.substring(TAX.length()), value);
            tax.put("exempt", tax.path("reason").isString());
        } else {
            tree.set(field, value(field, before));
        }
    }

    /** What the field was, in the form of the details. */
    private JsonNode value(String field, JsonNode row) {
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
            case "preferredBranchId" -> row.path("preferred_branch_id");
            case "preferredStaffIds" ->
                    json.valueToTree(row.path("preferred_staff").findValuesAsString("staffId"));
            case "barredStaff" -> row.path("barred_staff");
            case "referredBy" -> referrer(row);
            default -> throw new IllegalArgumentException(field);
        };
    }

    private JsonNode birthday(JsonNode row) {
        String told = HistoryValues.birthday(row);
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
        return json.valueToTree(new Referrer(id(id), name.isString() ? name.asString() : null));
    }
}
