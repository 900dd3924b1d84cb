package app.clientele.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.memberships.Interval.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days on which a membership is charged, over ten years (R5, C11). */
class BillingTests {
    private static final Interval MONTHLY = new Interval(1, Unit.MONTH);

    /** A job that looks every twenty minutes, with pauses of days in which nothing runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pacific/Kiritimati",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Europe/Amsterdam",
                "Africa/Casablanca",
                "America/St_Johns",
                "America/Santiago",
                "Pacific/Pago_Pago"
            })
    void eachPeriodIsChargedOnceOnItsDay(String zone) {
        for (int day = 28; day <= 31; day++) {
            var billing = new Billing(LocalDate.of(2028, 1, day), 1, MONTHLY);
            assertThat(charged(billing, ZoneId.of(zone)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 120).mapToObj(billing::day).toList());
        }
    }

    private static List<LocalDate> charged(Billing billing, ZoneId zone) {
        var days = new ArrayList<LocalDate>();
        Instant now = billing.anchor().minusDays(3).atStartOfDay(zone).toInstant();
        int next = 1;
        while (next <= 120) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            if (!billing.day(next).isAfter(today)) {
                days.add(billing.day(next));
                assertThat(today).isEqualTo(billing.day(next));
                next++;
            }
            now = now.plus(Duration.ofMinutes(20));
        }
        return days;
    }

    @Test
    void theThirtyFirstStaysTheThirtyFirst() {
        var billing = new Billing(LocalDate.of(2027, 12, 31), 1, MONTHLY);
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(billing::day))
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30");
        assertThat(billing.last(2)).isEqualTo("2028-02-28");
        assertThat(billing.last(3)).isEqualTo("2028-03-30");
    }

    @Test
    void aLeapDayComesRoundEachYear() {
        var billing = new Billing(LocalDate.of(2028, 2, 29), 1, new Interval(1, Unit.YEAR));
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(billing::day))
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
    }

    @Test
    void anotherDayIsWhereLaterOnesAreCountedFrom() {
        var billing = new Billing(LocalDate.of(2028, 1, 31), 1, MONTHLY);
        Billing moved = billing.moved(3, LocalDate.of(2028, 4, 5));
        assertThat(moved.day(3)).isEqualTo("2028-04-05");
        assertThat(moved.day(4)).isEqualTo("2028-05-05");
    }
}
