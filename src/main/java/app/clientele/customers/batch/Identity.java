package app.clientele.customers.batch;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Names;
import app.clientele.customers.Phones;
import app.clientele.customers.SearchKeys.Key;
import app.clientele.shared.Birthday;
import app.clientele.shared.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells who somebody is: a contact with the first name, or the whole name and birthday. Ids of
 * other products mean something by themselves within one file only: every product counts from one.
 */
final class Identity {
    /** An id of another product; no key of the search. */
    static final char EXTERNAL = 'x';

    /** Kinds of keys, the surest first. */
    static final List<Character> KINDS = List.of(EXTERNAL, Key.EMAIL, Key.PHONE, Key.NAME);

    private Identity() {}

    /**
     * Whether two who share a key of this kind are one.
     *
     * @param sameFile whether the ids of both are of one file
     */
    static boolean isSame(char kind, CustomerDetails one, CustomerDetails other, boolean sameFile) {
        if (kind == EXTERNAL) {
            return sameFile || agree(one, other);
        }
        if (bothDiffer(one.externalId(), other.externalId())) {
            // the file itself says that they are two; two products say nothing
            return !sameFile && whole(one).equals(whole(other)) && agreeOnBirthday(one, other);
        }
        return kind == Key.NAME
                ? whole(one).equals(whole(other))
                        && Objects.equals(one.birthday(), other.birthday())
                : first(one).equals(first(other));
    }

    /** Whether anything besides says so, too: a contact, the birthday or the name. */
    private static boolean agree(CustomerDetails one, CustomerDetails other) {
        List<Key> keys = keys(other);
        boolean shared = keys(one).stream().anyMatch(k -> k.kind() != EXTERNAL && keys.contains(k));
        Birthday born = one.birthday();
        return shared
                || born != null && born.year() != null && born.equals(other.birthday())
                || first(one).equals(first(other))
                        && !bothDiffer(folded(one.lastName()), folded(other.lastName()));
    }

    private static boolean agreeOnBirthday(CustomerDetails one, CustomerDetails other) {
        return one.birthday() == null
                || other.birthday() == null
                || one.birthday().equals(other.birthday());
    }

    private static boolean bothDiffer(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static @Nullable String folded(@Nullable String name) {
        return name == null ? null : Folded.of(name);
    }

    static String first(CustomerDetails details) {
        return Folded.of(String.valueOf(details.firstName()));
    }

    private static String whole(CustomerDetails details) {
        return Folded.of(
                Names.joined(details.firstName(), details.middleName(), details.lastName()));
    }

    /** What two rows of one file that are about the same person have in common. */
    static String mark(Key key, CustomerDetails details) {
        String with =
                switch (key.kind()) {
                    case Key.EMAIL, Key.PHONE -> first(details);
                    case Key.NAME -> String.valueOf(details.birthday());
                    default -> "";
                };
        return key.kind() + key.text() + "|" + with;
    }

    /** The order names of all who have the same whole name, wherever first and last name part. */
    static Stream<String> sortNames(CustomerDetails details) {
        String own = Names.sortKey(details.firstName(), details.middleName(), details.lastName());
        String whole = whole(details);
        Stream<String> parted =
                IntStream.range(0, whole.length())
                        .filter(i -> whole.charAt(i) == ' ')
                        .mapToObj(i -> whole.substring(i + 1) + " " + whole.substring(0, i));
        return Stream.concat(Stream.of(own, whole), parted).distinct();
    }

    /** By which a row may be found among the customers: two who are one share at least one. */
    static List<Key> keys(CustomerDetails details) {
        List<Key> keys = new ArrayList<>();
        if (details.externalId() != null) {
            keys.add(new Key(EXTERNAL, details.externalId()));
        }
        for (Email email : details.emails()) {
            keys.add(new Key(Key.EMAIL, String.valueOf(email.address()).toLowerCase(Locale.ROOT)));
        }
        for (Phone phone : details.phones()) {
            if (phone.e164() != null) {
                keys.add(new Key(Key.PHONE, Phones.digits(phone.e164())));
            }
        }
        if (details.birthday() != null) {
            keys.add(new Key(Key.NAME, whole(details)));
        }
        return keys;
    }
}
