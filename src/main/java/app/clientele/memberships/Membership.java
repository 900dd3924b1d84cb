package app.clientele.memberships;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is a member, on the terms that were agreed.
 *
 * @param customer their name
 * @param plan as it was called
 * @param soldBy who sold it
 * @param nextOn when it is charged next; never again when absent
 * @param nextNumber of the period that is charged then
 * @param endsOn its last day, as far as it is known
 * @param attention why somebody has to look after it, the gravest first
 * @param cardId which card is charged; what is due is owed when absent
 * @param card as it is called
 * @param benefits what it brings
 * @param pause in which it is, or that is to come
 * @param nextPlanId which plan it goes on with from the next period, if another
 * @param nextPlan as it is called
 */
public record Membership(
        UUID id,
        UUID customerId,
        @Nullable String customer,
        UUID planId,
        String plan,
        UUID branchId,
        String branch,
        @Nullable UUID staffId,
        @Nullable String soldBy,
        MembershipState state,
        List<Attention> attention,
        Money price,
        Interval interval,
        Money joiningFee,
        @Nullable Integer term,
        int noticeDays,
        Money leavingFee,
        LocalDate startsOn,
        @Nullable LocalDate nextOn,
        int nextNumber,
        @Nullable LocalDate endsOn,
        @Nullable Instant cancelledAt,
        @Nullable How cancelledHow,
        @Nullable String cancelReason,
        @Nullable UUID cardId,
        @Nullable String card,
        @Nullable String note,
        Benefits benefits,
        @Nullable Pause pause,
        @Nullable UUID nextPlanId,
        @Nullable String nextPlan,
        @JsonIgnore int termFrom,
        @JsonIgnore int pausedPeriods,
        @JsonIgnore LocalDate anchorOn,
        @JsonIgnore int anchorNumber,
        @JsonIgnore LocalDate today,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** How one leaves. */
    public enum How {
        /** At once, for the fee. */
        FEE,
        /** At once, for nothing. */
        WAIVED,
        /** Once the notice is over and what is paid for is used. */
        PERIOD_END;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static How of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    Billing billing() {
        return new Billing(anchorOn, anchorNumber, interval);
    }

    /**
     * A time in which nothing is charged.
     *
     * @param on its first day
     * @param from the first period that is not charged
     * @param until the first that is charged again; whoever resumes it says so when absent
     * @param resumesOn the day of that
     * @param access whether what the membership brought may be used meanwhile
     */
    public record Pause(
            LocalDate on,
            @JsonIgnore int from,
            @JsonIgnore @Nullable Integer until,
            @Nullable LocalDate resumesOn,
            boolean access,
            @Nullable String reason) {
        private boolean has(int period) {
            return period >= from && (until == null || period < until);
        }
    }

    /** Whether a period is not charged. */
    boolean pauses(int period) {
        return pause != null && pause.has(period);
    }

    /** Whether its next period is to be charged today, or was to be. */
    @JsonIgnore
    boolean isDue() {
        return nextOn != null && !nextOn.isAfter(today);
    }

    /** The last day, when this is how it is charged and so many periods more are paused. */
    @Nullable LocalDate end(Billing days, int paused) {
        return term == null || cancelledAt != null
                ? endsOn
                : days.last(termFrom - 1 + term + pausedPeriods + paused);
    }
}
