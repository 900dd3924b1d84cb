package app.clientele.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of the business forbids this now (409); subclasses are named for the fact. */
public class Refused extends RuntimeException {
    private final transient List<Reason> reasons;

    /**
     * One reason.
     *
     * @param code stable name for machines, such as {@code profile_locked}; its words stand under
     *     {@code refused.<code>}
     * @param about by name which of several things it is about; absent where there is but one
     */
    public record Reason(String code, List<Object> args, @Nullable String about) {
        public Reason(String code, Object... args) {
            this(code, List.of(args), null);
        }

        Reason about(String name) {
            return new Reason(code, args, name);
        }
    }

    public Refused(String code, Object... args) {
        this(List.of(new Reason(code, args)));
    }

    public Refused(List<Reason> reasons) {
        super(reasons.getFirst().code(), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    /** The same, said of one of several things. */
    public Refused about(String name) {
        return new Refused(reasons.stream().map(reason -> reason.about(name)).toList());
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
