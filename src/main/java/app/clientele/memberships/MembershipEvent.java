package app.clientele.memberships;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a membership.
 *
 * @param day from which it holds
 * @param untilOn the day on which a pause is over, where that is known
 * @param access whether a pause lets use what there is
 * @param plan the other plan
 * @param credited for what was not used
 */
public record MembershipEvent(
        UUID id,
        Kind kind,
        LocalDate day,
        @Nullable LocalDate untilOn,
        @Nullable Boolean access,
        @Nullable String plan,
        @Nullable Money credited,
        @Nullable String reason,
        Instant at,
        @Nullable String by) {
    /** What happened. */
    public enum Kind {
        PAUSED,
        RESUMED,
        /** It goes on with another plan from the next period. */
        PLAN_PLANNED,
        /** That was taken back. */
        PLAN_KEPT,
        PLAN_CHANGED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
