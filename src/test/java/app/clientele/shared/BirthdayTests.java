package app.clientele.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BirthdayTests {
    private static Integer age(String born, String day) {
        return Birthday.parse(born).age(LocalDate.parse(day)).orElseThrow();
    }

    @Test
    void whoWasBornOnALeapDayIsAYearOlderWhenItIsCelebrated() {
        Birthday leap = Birthday.parse("1980-02-29");
        LocalDate next = leap.next(LocalDate.parse("2026-11-22"));
        assertThat(next).isEqualTo("2027-02-28");
        assertThat(leap.age(next)).contains(47);
        assertThat(age("1980-02-29", "2027-02-27")).isEqualTo(46);
        assertThat(age("1980-02-29", "2028-02-28")).isEqualTo(47);
        assertThat(age("1980-02-29", "2028-02-29")).isEqualTo(48);
    }

    @Test
    void countsCompletedYears() {
        assertThat(age("1990-11-23", "2026-11-22")).isEqualTo(35);
        assertThat(age("1990-11-23", "2026-11-23")).isEqualTo(36);
        assertThat(age("2026-11-22", "2026-11-22")).isZero();
        assertThat(Birthday.parse("--11-23").age(LocalDate.parse("2026-11-23"))).isEmpty();
    }
}
