package app.clientele.customers.web;

import app.clientele.Cast;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.site.Input;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;

/** A customer as the form would send her. */
public final class Drafts {
    private Drafts() {}

    public static UUID ada(Input input, Customers customers) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("firstName", "Ada");
        fields.add("lastName", "Lovelace");
        fields.add("pronouns", "she/her");
        fields.add("emails[0].address", "ada@example.org");
        fields.add("phones[0].number", "070-555 01 01");
        fields.add("addresses[0].street", "Storgatan 12");
        fields.add("addresses[0].city", "Göteborg");
        fields.add("birthday", "1990-12-10");
        return Cast.mia()
                .call(() -> customers.create(input.form(fields, CustomerDetails.class)).id());
    }
}
