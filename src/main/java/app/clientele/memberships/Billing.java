package app.clientele.memberships;

import java.time.LocalDate;

/**
 * On which days a membership is charged.
 *
 * @param anchor the day of the period of the number
 * @param number of the period that begins on the anchor
 */
record Billing(LocalDate anchor, int number, Interval interval) {
    /** The first day of a period, on which it is charged. */
    LocalDate day(int period) {
        return interval.after(anchor, period - number);
    }

    /** The last day of a period. */
    LocalDate last(int period) {
        return day(period + 1).minusDays(1);
    }

    /** The same, with a period on another day and all later ones counted from there. */
    Billing moved(int period, LocalDate day) {
        return new Billing(day, period, interval);
    }

    /** The first period that begins on a day or later. */
    int from(int period, LocalDate day) {
        int next = period;
        while (day(next).isBefore(day)) {
            next++;
        }
        return next;
    }
}
