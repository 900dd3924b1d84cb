package app.clientele.calendar.rules;

import app.clientele.database.Sql;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the profile, too, asks at a glance, and looks whether what is named is there. */
@Component
class RuleRows {
    private final Sql sql;
    private final JsonMapper json;

    RuleRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * The answer to an expression over {@code c}, the customer's row.
     *
     * @throws NotFound when there is no such customer in this business
     */
    JsonNode ask(UUID customer, String expression) {
        return sql.of(
                        "select coalesce(to_json((%s))::text, 'null') from customer c where c.business_id = :business and c.id = :customer"
                                .formatted(expression))
                .param("customer", customer)
                .query(String.class)
                .optional()
                .map(json::readTree)
                .orElseThrow(() -> new NotFound("customer"));
    }

    /**
     * @throws Invalid naming the field when the business has no such thing
     */
    void mustKnow(String table, String field, UUID id) {
        boolean known =
                sql.of(
                                "select exists (select from %s where business_id = :business and id = :id)"
                                        .formatted(table))
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        if (!known) {
            throw new Invalid(field, table + "_unknown");
        }
    }
}
