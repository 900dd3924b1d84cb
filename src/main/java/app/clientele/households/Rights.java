package app.clientele.households;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumSet;
import java.util.Set;

/** What was granted to somebody about a customer. */
public record Rights(boolean book, boolean view, boolean pay, boolean copies) {
    /** Nothing. */
    public static final Rights NONE = new Rights(false, false, false, false);

    /** Exactly these. */
    public static Rights of(Set<Right> rights) {
        return new Rights(
                rights.contains(Right.BOOK),
                rights.contains(Right.VIEW),
                rights.contains(Right.PAY),
                rights.contains(Right.COPIES));
    }

    /** Whether this one is among them. */
    public boolean has(Right right) {
        return switch (right) {
            case BOOK -> book;
            case VIEW -> view;
            case PAY -> pay;
            case COPIES -> copies;
        };
    }

    @JsonIgnore
    public boolean isNone() {
        return equals(NONE);
    }

    /** Them, one by one. */
    public Set<Right> all() {
        Set<Right> all = EnumSet.noneOf(Right.class);
        EnumSet.allOf(Right.class).stream().filter(this::has).forEach(all::add);
        return all;
    }
}
