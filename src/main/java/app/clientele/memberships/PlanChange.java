package app.clientele.memberships;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What another plan comes to.
 *
 * @param day from which it holds
 * @param price of its first period, which is charged on that day
 * @param unused what there is back for what was paid and is not used
 * @param toPay what is left to pay on that day
 * @param endsOn the last day of its term, if it has one
 */
public record PlanChange(
        UUID planId,
        String plan,
        When when,
        LocalDate day,
        Money price,
        @Nullable Unused unused,
        Money toPay,
        @Nullable LocalDate endsOn) {
    /** From when on. */
    public enum When {
        NOW,
        NEXT_PERIOD;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The smaller share of days and visits that are not used, of what was paid.
     *
     * @param days of the period that are left, today among them
     * @param ofDays it has
     * @param visits that are left, of those it brought
     * @param ofVisits it brought; 0 when it brought none
     */
    public record Unused(Money amount, long days, long ofDays, long visits, long ofVisits) {}
}
