package app.clientele.customers.web;

import app.clientele.customers.ProfilePart;
import app.clientele.shared.Permission;

/** The day on which the rule for people not seen for long will begin to erase somebody. */
class RetentionGlance implements ProfilePart {
    @Override
    public int order() {
        return 0;
    }

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_ERASE;
    }

    @Override
    public String glance() {
        return """
        select n.due_on from retention_notice n where n.business_id = :business and n.customer_id = c.id and n.kept_until is null
        """;
    }
}
