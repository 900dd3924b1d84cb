package app.clientele.customers.web;

import app.clientele.customers.ProfilePart;
import app.clientele.shared.Permission;

/** The statuses to choose from in the head of the profile; an archived one only while it is set. */
class StatusGlance implements ProfilePart {
    @Override
    public int order() {
        return 0;
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public String glance() {
        return """
        select json_agg(json_build_object('name', o.name, 'colour', o.colour) order by o.position, o.name)
        from choice o where o.business_id = :business and o.list = 'status' and (o.archived_at is null or o.id = c.status_id)
        """;
    }
}
