package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** People an invented business wrote down twice, as happens at a busy desk. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoTwins {
    private static final int APART = 11;

    private final Customers customers;
    private final Notes notes;

    DemoTwins(Customers customers, Notes notes) {
        this.customers = customers;
        this.notes = notes;
    }

    /** How somebody is written down the second time. */
    private static final List<BiConsumer<CustomerDetails.Draft, CustomerDetails>> AGAIN =
            List.of(
                    (twin, known) -> twin.phones = known.phones(),
                    (twin, known) -> {
                        twin.phones = known.phones();
                        twin.firstName = misheard(String.valueOf(known.firstName()));
                    },
                    (twin, known) -> {
                        twin.emails = known.emails();
                        twin.lastName = null;
                    },
                    (twin, known) -> {
                        twin.firstName = String.valueOf(known.firstName()).toUpperCase(Locale.ROOT);
                        twin.lastName = String.valueOf(known.lastName()).toUpperCase(Locale.ROOT);
                    });

    void add(List<CustomerDetails> people) {
        List<CustomerDetails> reachable =
                people.stream()
                        .filter(p ->
                                !p.phones().isEmpty()
                                        && !p.emails().isEmpty()
                                        && p.lastName() != null)
                        .toList();
        for (int i = 0; i < AGAIN.size(); i++) {
            CustomerDetails known = reachable.get(7 + i * APART);
            var twin = again(known, AGAIN.get(i));
            var made = customers.create(twin);
            notes.add(made.id(), new NoteDetails("Walked in.", "general", false));
        }
    }

    private static CustomerDetails again(
            CustomerDetails known, BiConsumer<CustomerDetails.Draft, CustomerDetails> way) {
        return CustomerDetails.of(d -> {
            d.firstName = known.firstName();
            d.lastName = known.lastName();
            way.accept(d, known);
        });
    }

    /** With its last letter twice: near enough to be the same, and not found by the name. */
    private static String misheard(String name) {
        return name + name.substring(name.offsetByCodePoints(name.length(), -1));
    }
}
