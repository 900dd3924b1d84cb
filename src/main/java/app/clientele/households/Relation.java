package app.clientele.households;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody is to a customer. */
public enum Relation {
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    GRANDPARENT,
    GRANDCHILD,
    GUARDIAN,
    WARD,
    FRIEND,
    CARER,
    CARED_FOR,
    PET,
    OWNER,
    OTHER;

    /** What the customer is to them. */
    public Relation counterpart() {
        return switch (this) {
            case CHILD -> PARENT;
            case PARENT -> CHILD;
            case GRANDPARENT -> GRANDCHILD;
            case GRANDCHILD -> GRANDPARENT;
            case GUARDIAN -> WARD;
            case WARD -> GUARDIAN;
            case CARER -> CARED_FOR;
            case CARED_FOR -> CARER;
            case PET -> OWNER;
            case OWNER -> PET;
            case SPOUSE, SIBLING, FRIEND, OTHER -> this;
        };
    }

    /** Whether they answer for the customer while that one is a child. */
    boolean answersForChildren() {
        return this == PARENT || this == GUARDIAN;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing chosen is nothing said. */
    @JsonCreator
    static @Nullable Relation of(String wireName) {
        return wireName.isEmpty()
                ? null
                : Arrays.stream(values())
                        .filter(r -> r.wireName().equals(wireName))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(wireName));
    }
}
