package app.clientele.customers;

import app.clientele.business.Business;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A customer's profile as one caller opens it.
 *
 * @param today in the zone of the business
 * @param glances what the parts asked to know, by part
 */
public record Profile(
        Customer customer, Business business, LocalDate today, Map<ProfilePart, JsonNode> glances) {
    public JsonNode glance(ProfilePart part) {
        return glances.getOrDefault(part, MissingNode.getInstance());
    }
}
