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
                    9-17                   | 9–17             | 9am–5pm
                    9–12:30, 13–18         | 9–12:30, 13–18   | 9am–12:30pm, 1pm–6pm
                    9.00 to 17.30          | 9–17:30          | 9am–5:30pm
                    9h30-18h               | 9:30–18          | 9:30am–6pm
                    9am–5pm                | 9–17             | 9am–5pm
                    9-5pm                  | 9–17             | 9am–5pm
                    1-5pm                  | 13–17            | 1pm–5pm
                    9-5                    | 9–17             | 9am–5pm
                    9am-5                  | 9–17             | 9am–5pm
                    12-8pm                 | 12–20            | 12pm–8pm
                    12pm to 12am           | 12–24            | 12pm–12am
                    8 a.m. - 12 p.m.       | 8–12             | 8am–12pm
                    20-2                   | 20–02            | 8pm–2am
                    10:00–02:00            | 10–02            | 10am–2am
                    22-6                   | 22–06            | 10pm–6am
                    0-24                   | 0–24             | 12am–12am
                    0:00-0:00              | 0–24             | 12am–12am
                    13-18 and 9-12         | 9–12, 13–18      | 9am–12pm, 1pm–6pm
                    9-12, 11-14            | 9–14             | 9am–2pm
                    9-12; 12-14            | 9–14             | 9am–2pm
                    ''                     | ''               | ''
                    """)
    void areRead(String typed, String read, String halves) {
        assertThat(Hours.typed(typed).text(false)).isEqualTo(read);
        assertThat(Hours.typed(typed).text(true)).isEqualTo(halves);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closed",
                "8 a.m. - noon",
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
                    assertThat(Hours.typed(hours.text(false))).isEqualTo(hours);
                    assertThat(Hours.typed(hours.text(true))).isEqualTo(hours);
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
        assertThat(new Hours(List.of(new Period(540, 1980))).text(false)).isEqualTo("9–09");
    }
}
