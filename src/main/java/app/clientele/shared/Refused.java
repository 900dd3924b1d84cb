package app.clientele.shared;

import java.util.List;

/** A rule of the business forbids this now (409); subclasses are named for the fact. */
public class Refused extends RuntimeException {
    private final transient List<Reason> reasons;

    /**
     * One reason.
     *
     * @param code stable name for machines, such as {@code profile_locked}; its words stand under
     *     {@code refused.<code>}
     */
    public record Reason(String code, List<Object> args) {
        public Reason(String code, Object... args) {
            this(code, List.of(args));
        }
    }

    public Refused(String code, Object... args) {
        this(List.of(new Reason(code, args)));
    }

    public Refused(List<Reason> reasons) {
        super(reasons.getFirst().code(), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
