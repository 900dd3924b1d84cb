package app.clientele.customers.list;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the list may show beside the name. */
public enum ListColumn {
    PHONE,
    EMAIL,
    STATUS,
    TAGS,
    BIRTHDAY,
    CUSTOMER_SINCE,
    LANGUAGE,
    COMPANY,
    BRANCH,
    STAFF,
    NUMBER,
    CREATED,
    UPDATED;

    /** Shown until somebody chooses. */
    public static final List<ListColumn> USUAL = List.of(PHONE, EMAIL, STATUS, TAGS, NUMBER);

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListColumn> of(String wireName) {
        return Arrays.stream(values()).filter(c -> c.wireName().equals(wireName)).findFirst();
    }
}
