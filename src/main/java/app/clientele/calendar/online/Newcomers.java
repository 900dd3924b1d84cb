package app.clientele.calendar.online;

import app.clientele.customers.Customer;
import app.clientele.shared.Caller;
import org.springframework.stereotype.Component;

/** Finds or makes the record of whoever comes without an account; a known one stays as it is. */
@Component
public class Newcomers {
    private final KnownPeople people;
    private final SuggestedChanges suggestions;

    Newcomers(KnownPeople people, SuggestedChanges suggestions) {
        this.people = people;
        this.suggestions = suggestions;
    }

    /** Their record; what they typed that differs from it is written down for the desk. */
    public Customer meet(Whoever who) {
        Customer customer = people.findOrCreate(who);
        suggestions.note(customer, who, Caller.current().door().wireName());
        return customer;
    }
}
