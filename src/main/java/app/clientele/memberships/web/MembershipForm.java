package app.clientele.memberships.web;

import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody joins, as typed so far.
 *
 * @param name of the customer
 * @param cards that can be charged
 */
public record MembershipForm(
        View view,
        UUID customer,
        String name,
        List<Option> plans,
        List<Option> branches,
        List<Option> staff,
        List<Option> cards,
        Typed typed,
        FormErrors errors) {
    MembershipForm with(Typed other, FormErrors found) {
        return new MembershipForm(
                view, customer, name, plans, branches, staff, cards, other, found);
    }

    public String path() {
        return "/customers/" + customer + "/memberships";
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
