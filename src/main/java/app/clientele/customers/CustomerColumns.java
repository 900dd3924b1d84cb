package app.clientele.customers;

import app.clientele.customers.CustomerDetails.Referrer;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a record, as a statement that writes one names them. */
@Component
class CustomerColumns {
    private final JsonMapper json;
    private final StaffLists staff;

    CustomerColumns(JsonMapper json, StaffLists staff) {
        this.json = json;
        this.staff = staff;
    }

    StatementSpec bind(StatementSpec statement, UUID id, CustomerRules.Checked checked) {
        CustomerDetails details = checked.details();
        Referrer referrer = details.referredBy();
        var birthday = details.birthday();
        return statement
                .param("id", id)
                .param("first", details.firstName())
                .param("middle", details.middleName())
                .param("last", details.lastName())
                .param("display", details.displayName())
                .param(
                        "sort",
                        Names.sortKey(
                                details.firstName(), details.middleName(), details.lastName()))
                .param("emails", json.writeValueAsString(details.emails()))
                .param("phones", json.writeValueAsString(details.phones()))
                .param("year", birthday == null ? null : birthday.year())
                .param("month", birthday == null ? null : birthday.month())
                .param("day", birthday == null ? null : birthday.day())
                .param("gender", details.gender())
                .param("pronouns", details.pronouns())
                .param("language", details.language())
                .param("status", checked.statusId())
                .param("since", details.customerSince())
                .param("referrer", referrer == null ? null : referrer.customerId())
                .param("referrerName", referrer == null ? null : referrer.name())
                .param("method", checked.referralMethodId())
                .param("external", details.externalId())
                .param("company", details.taxOrNone().company())
                .param("taxNumber", details.taxOrNone().number())
                .param("exempt", details.taxOrNone().reason())
                .param("branch", details.preferredBranchId())
                .param("preferred", staff.preferred(details))
                .param("barred", staff.barred(details))
                .param("custom", json.writeValueAsString(details.customFields()));
    }
}
