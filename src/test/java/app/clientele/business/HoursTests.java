package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours as people type them. */
class HoursTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    9-17                   | 9:00–17:00
                    9–12:30, 13–18         | 9:00–12:30, 13:00–18:00
                    9.00 to 17.30          | 9:00–17:30
                    9h30-18h               | 9:30–18:00
                    9am–5pm                | 9:00–17:00
                    9-5pm                  | 9:00–17:00
                    1-5pm                  | 13:00–17:00
                    9-5                    | 9:00–17:00
                    9am-5                  | 9:00–17:00
                    12-8pm                 | 12:00–20:00
                    12pm to 12am           | 12:00–24:00
                    8 a.m. - noon          | wrong
                    8 a.m. - 12 p.m.       | 8:00–12:00
                    20-2                   | 20:00–02:00
                    10:00–02:00            | 10:00–02:00
                    22-6                   | 22:00–06:00
                    0-24                   | 0:00–24:00
                    0:00-0:00              | 0:00–24:00
                    13-18 and 9-12         | 9:00–12:00, 13:00–18:00
                    9-12, 11-14            | 9:00–14:00
                    9-12; 12-14            | 9:00–14:00
                    ''                     | ''
                    """)
    void areRead(String typed, String read) {
        if (read.equals("wrong")) {
            assertThatThrownBy(() -> Hours.typed(typed))
                    .isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(Hours.typed(typed).text()).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closed",
                "9",
                "9-",
                "-17",
                "25-26",
                "9:60-10",
                "9-24:30",
                "13pm-14",
                "9-17,",
                "9-17 10-11",
                "0am-5",
                "9--17",
                "٩-١٧",
                "9-17\u0000"
            })
    void andNothingElse(String typed) {
        assertThatThrownBy(() -> Hours.typed(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsShownReadsAsTheSameAgain() {
        var chance = new Random(7);
        Stream.generate(() -> any(chance))
                .limit(2000)
                .forEach(hours -> {
                    assertThat(Hours.typed(hours.text())).isEqualTo(hours);
                    assertThat(Hours.ofStored(hours.stored())).isEqualTo(hours);
                });
    }

    private static Hours any(Random chance) {
        return new Hours(
                Stream.generate(
                                () -> {
                                    int start = chance.nextInt(Period.DAY);
                                    return new Period(
                                            start, start + 1 + chance.nextInt(Period.DAY));
                                })
                        .limit(chance.nextInt(4))
                        .toList());
    }

    @Test
    void aPeriodIsWithinADayOfItsBeginning() {
        assertThatThrownBy(() -> new Period(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(1440, 1500))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(60, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(60, 1501)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Hours(List.of(new Period(540, 1980))).text()).isEqualTo("9:00–09:00");
    }
}
