package app.clientele.households;

import app.clientele.customers.duplicates.KnownApart;
import org.springframework.stereotype.Component;

/** Who is linked to somebody is not the same person. */
@Component
class LinkedPeople implements KnownApart {
    @Override
    public String condition() {
        return """
        exists (select from relationship r where r.business_id = :business
            and r.customer_id = p.customer_id and r.relative_id = p.other_id)
        """;
    }
}
