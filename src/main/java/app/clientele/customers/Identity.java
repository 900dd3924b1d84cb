package app.clientele.customers;

import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.shared.Birthday;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells who somebody is: a contact with the first name, or the whole name and birthday. */
final class Identity {
    private Identity() {}

    static boolean isSame(char kind, CustomerDetails one, CustomerDetails other) {
        if (bothDiffer(one.externalId(), other.externalId())) {
            return false; // the file itself says that they are two
        }
        return kind == SearchKeys.Key.NAME
                ? one.birthday() != null && one.birthday().equals(other.birthday())
                : first(one).equals(first(other));
    }

    private static boolean bothDiffer(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static String first(CustomerDetails details) {
        return Names.fold(String.valueOf(details.firstName()));
    }

    private static String whole(CustomerDetails details) {
        return Names.fold(
                Names.joined(details.firstName(), details.middleName(), details.lastName()));
    }

    /** The keys by which a row may be found among the customers. */
    static List<SearchKeys.Key> keys(CustomerDetails details) {
        List<SearchKeys.Key> keys = new ArrayList<>();
        for (Email email : details.emails()) {
            keys.add(
                    new SearchKeys.Key(
                            SearchKeys.Key.EMAIL,
                            String.valueOf(email.address()).toLowerCase(Locale.ROOT)));
        }
        for (Phone phone : details.phones()) {
            if (phone.e164() != null) {
                keys.add(new SearchKeys.Key(SearchKeys.Key.PHONE, Phones.digits(phone.e164())));
            }
        }
        if (details.birthday() != null) {
            keys.add(new SearchKeys.Key(SearchKeys.Key.NAME, whole(details)));
        }
        return keys;
    }

    /** Texts of which two rows about the same person share at least one. */
    static Set<String> identities(CustomerDetails details) {
        Set<String> identities = new LinkedHashSet<>();
        if (details.externalId() != null) {
            identities.add("x" + details.externalId());
            return identities;
        }
        String first = first(details);
        details.emails()
                .forEach(e ->
                        identities.add(
                                "e"
                                        + String.valueOf(e.address()).toLowerCase(Locale.ROOT)
                                        + "|"
                                        + first));
        details.phones().stream()
                .filter(p -> p.e164() != null)
                .forEach(p -> identities.add("p" + p.e164() + "|" + first));
        Birthday birthday = details.birthday();
        if (birthday != null) {
            identities.add("n" + whole(details) + "|" + birthday);
        }
        return identities;
    }
}
