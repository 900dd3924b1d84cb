package app.clientele.customers.search;

import java.util.List;
import java.util.UUID;

/**
 * Something else a customer is known by, typed whole, such as the code of a pass. Every module may
 * have some, as beans; asked at every search, so it looks at the text first.
 */
public interface KnownBy {
    /** Whose it is. */
    List<UUID> owners(String typed);
}
