package app.clientele.customers;

import app.clientele.business.Feature;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One kind of entries of a customer's timeline. Every module may have some, as beans; all of them
 * are read in one statement.
 */
public interface TimelineSource {
    /** Its name in addresses, message keys ({@code profile.timeline.<kind>}) and the API. */
    String kind();

    /** The icon of its entries. */
    String icon();

    /** The colour of that. */
    String colour();

    Permission permission();

    default @Nullable Feature feature() {
        return null;
    }

    /**
     * Plain selects of {@code at, id, verb, text, actor, link} about the customer {@code own.id}:
     * without an order or a limit, which the timeline adds, so that an index on customer, time and
     * id answers in its order. No two entries of one kind may have the same time and id. The verb
     * is the end of a message key ({@code profile.timeline.<kind>.<verb>}), the link the end of an
     * address of the profile, the actor an id of staff or of a key. {@code :business}, {@code
     * :customer} and {@code :zone} are bound.
     */
    List<String> queries();

    /** The type of its ids. */
    default Key key() {
        return Key.UUID;
    }

    /** Puts texts as they were selected into words. */
    default UnaryOperator<@Nullable String> words(Locale locale, List<String> texts) {
        return text -> text;
    }

    /** What ids are made of. */
    enum Key {
        UUID,
        BIGINT
    }
}
