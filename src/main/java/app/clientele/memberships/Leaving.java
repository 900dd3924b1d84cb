package app.clientele.memberships;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What leaving a membership comes to today.
 *
 * @param fee for leaving at once; nothing when there is no reason for one
 * @param why there is a fee: {@code term} as that is not over, {@code notice} as none was given
 * @param lastDay when one leaves without a fee: once the notice is over and what is paid for is
 *     used
 */
public record Leaving(Money fee, @Nullable String why, LocalDate lastDay) {
    static Leaving of(Membership membership) {
        LocalDate lastDay = lastDay(membership);
        Money fee = membership.leavingFee();
        String why = fee.isZero() ? null : why(membership);
        return new Leaving(why == null ? Money.zero(fee.getCurrencyUnit()) : fee, why, lastDay);
    }

    private static @Nullable String why(Membership membership) {
        LocalDate end = membership.endsOn();
        if (membership.term() != null && end != null && membership.today().isBefore(end)) {
            return "term";
        }
        return membership.noticeDays() > 0 ? "notice" : null;
    }

    /**
     * The end of the term; without one, of the period in which the notice is over, and no earlier
     * than what was charged: that may be ahead.
     */
    private static LocalDate lastDay(Membership membership) {
        LocalDate end = membership.endsOn();
        if (end != null) {
            return end;
        }
        LocalDate noticed = membership.today().plusDays(membership.noticeDays());
        Billing billing = membership.billing();
        int period = membership.nextNumber() - 1;
        while (billing.last(period).isBefore(noticed)) {
            period++;
        }
        return billing.last(period);
    }
}
