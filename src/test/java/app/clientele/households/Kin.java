package app.clientele.households;

import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.Customers;
import app.clientele.messages.Message;
import app.clientele.messages.Messages;
import app.clientele.shared.Birthday;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People who belong together, for tests. */
final class Kin {
    static final Rights ALL = new Rights(true, true, true, true);
    private static final Pattern LINK = Pattern.compile("/family/[\\w-]+");

    private Kin() {}

    static UUID person(String first, @Nullable String email, @Nullable LocalDate born) {
        var details =
                CustomerDetails.of(d -> {
                    d.firstName = first;
                    d.lastName = "Lopes";
                    d.emails = email == null ? List.of() : List.of(new Email(email, true));
                    d.birthday = born == null ? null : Birthday.parse(born.toString());
                });
        return Cast.mia().call(() -> Cast.bean(Customers.class).create(details).id());
    }

    static UUID person(String first) {
        return person(first, null, null);
    }

    static String mail() {
        return UUID.randomUUID() + "@example.org";
    }

    /** In the zone of the cast's businesses. */
    static LocalDate yearsAgo(int years) {
        return LocalDate.now(ZoneId.of("Europe/Stockholm")).minusYears(years);
    }

    static NewRelationship with(UUID other, Relation relation, boolean inPerson) {
        return new NewRelationship(other, relation, null, null, ALL, Rights.NONE, inPerson);
    }

    static Relationship link(UUID one, UUID other, Relation relation, boolean inPerson) {
        return Cast.dora()
                .call(() ->
                        Cast.bean(Relationships.class).add(one, with(other, relation, inPerson)));
    }

    static Message lastMessage(UUID customer) {
        return Cast.dora()
                .call(() -> Cast.bean(Messages.class).of(customer, null, 1).items().getFirst());
    }

    /** Where the link of the latest message to somebody leads. */
    static String invitation(UUID customer) {
        Matcher link = LINK.matcher(Objects.requireNonNull(lastMessage(customer).text()));
        if (!link.find()) {
            throw new AssertionError("No link in the message");
        }
        return link.group();
    }

    /** Lets the time of a link pass, as only the tables' owner can. */
    static void set(UUID link, String assignment) {
        TestDatabase.ownerClient()
                .sql(
                        "update relationship set "
                                + assignment
                                + " where id = :id or relative_id = (select customer_id from relationship where id = :id)"
                                + " and customer_id = (select relative_id from relationship where id = :id)")
                .param("id", link)
                .update();
    }
}
