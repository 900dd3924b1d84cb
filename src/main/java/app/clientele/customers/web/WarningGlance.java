package app.clientele.customers.web;

import app.clientele.customers.ProfilePart;
import app.clientele.shared.Permission;

/**
 * What nobody may overlook: the first notes on allergies and conditions, in the head of the
 * profile.
 */
class WarningGlance implements ProfilePart {
    @Override
    public int order() {
        return 0;
    }

    @Override
    public Permission permission() {
        return Permission.NOTE_VIEW;
    }

    @Override
    public String glance() {
        return """
        select json_agg(json_build_object('kind', w.kind, 'text', left(w.body, 200))) from (
            select n.kind, n.body from note n
            where n.business_id = :business and n.customer_id = c.id and n.kind in ('allergy', 'medical')
            order by n.kind, n.pinned desc, n.position limit 3) w
        """;
    }
}
