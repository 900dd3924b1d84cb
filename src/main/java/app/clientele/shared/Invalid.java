package app.clientele.shared;

import java.util.List;

/** Something typed can't be taken (422); says for each field what is wrong. */
public final class Invalid extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * What is wrong with one field.
     *
     * @param field its path, such as {@code emails[0].address}; empty for the whole
     * @param code message key below {@code invalid.}
     */
    public record Problem(String field, String code, List<Object> args) {
        public Problem(String field, String code, Object... args) {
            this(field, code, List.of(args));
        }

        /** The same problem seen from one level above. */
        public Problem under(String parent) {
            return new Problem(field.isEmpty() ? parent : parent + "." + field, code, args);
        }
    }

    public Invalid(List<Problem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public Invalid(String field, String code, Object... args) {
        this(List.of(new Problem(field, code, args)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
