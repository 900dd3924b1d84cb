package app.clientele.households.web;

import app.clientele.customers.Customer;
import app.clientele.households.MessageCopies;
import app.clientele.households.MessageCopies.MessageCopy;
import app.clientele.households.Relationship;
import app.clientele.households.Relationships;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;

/**
 * Somebody's family as one viewer sees it.
 *
 * @param editable whether the viewer may change it: not while the record is locked for them
 */
public record FamilyPage(
        UUID customer,
        String name,
        boolean editable,
        List<Relationship> links,
        List<MessageCopy> copies) {
    static FamilyPage of(
            View view, Customer customer, List<Relationship> links, List<MessageCopy> copies) {
        return new FamilyPage(
                customer.id(), customer.shownName(), editable(view, customer), links, copies);
    }

    static boolean editable(View view, Customer customer) {
        return view.may(Permission.FAMILY_EDIT)
                && customer.eraseAt() == null
                && (customer.lock() == null || view.may(Permission.PROFILE_LOCK));
    }

    public String path() {
        return FamilyPath.of(customer);
    }

    public String copiesPath() {
        return "/customers/" + customer + "/copies";
    }

    public boolean roomForLinks() {
        return links.size() < Relationships.MOST;
    }

    public boolean roomForCopies() {
        return copies.size() < MessageCopies.MOST;
    }
}
