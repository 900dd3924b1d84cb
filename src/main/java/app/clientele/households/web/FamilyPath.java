package app.clientele.households.web;

import java.util.UUID;

/** Where the family of a customer is found. */
final class FamilyPath {
    static final String CUSTOMER =
            "/customers/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private FamilyPath() {}

    static String of(UUID customer) {
        return "/customers/" + customer + "/family";
    }
}
