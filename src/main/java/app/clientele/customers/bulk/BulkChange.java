package app.clientele.customers.bulk;

import app.clientele.customers.choices.Choices;
import app.clientele.shared.Permission;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing done to many customers, and how far it has come.
 *
 * @param choice the name of the tag or status it is about
 * @param done those gone through so far, the failed included
 * @param failures the first of those with whom it could not be done
 */
public record BulkChange(
        UUID id,
        Action action,
        @Nullable String choice,
        State state,
        int total,
        int done,
        int undone,
        int failed,
        List<Failure> failures,
        Instant createdAt) {

    /** What is done. */
    public enum Action {
        TAG(Permission.TAG_ASSIGN, Choices.Kind.TAG),
        UNTAG(Permission.TAG_ASSIGN, Choices.Kind.TAG),
        STATUS(Permission.PROFILE_EDIT, Choices.Kind.STATUS),
        DEACTIVATE(Permission.PROFILE_DEACTIVATE, null),
        REACTIVATE(Permission.PROFILE_DEACTIVATE, null);

        private final Permission permission;
        private final Choices.@Nullable Kind kind;

        Action(Permission permission, Choices.@Nullable Kind kind) {
            this.permission = permission;
            this.kind = kind;
        }

        public Permission permission() {
            return permission;
        }

        /** The list it chooses from, if any. */
        public Choices.@Nullable Kind kind() {
            return kind;
        }

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Action> of(String wireName) {
            return Arrays.stream(values()).filter(a -> a.wireName().equals(wireName)).findFirst();
        }
    }

    /** Done and undone are ends; the others go on by themselves. */
    public enum State {
        RUNNING,
        DONE,
        UNDOING,
        UNDONE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A customer with whom it could not be done.
     *
     * @param key message that says why
     */
    public record Failure(UUID customerId, String name, String key, List<String> args) {}

    public boolean isUnderway() {
        return state == State.RUNNING || state == State.UNDOING;
    }

    /** How many it was done to, or taken back from. */
    public int succeeded() {
        return state == State.UNDOING || state == State.UNDONE ? undone : done - failed;
    }
}
