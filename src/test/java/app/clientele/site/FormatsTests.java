package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader in Gothenburg sees on a Sunday at noon, while the server stands elsewhere. */
class FormatsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
    private final Formats british = formats(Locale.UK);

    private static Formats formats(Locale locale) {
        var texts = new Texts(new SiteConfiguration().messageSource(false), true);
        var clock = Clock.fixed(NOW, ZoneId.of("UTC"));
        return new Formats(texts, locale, ZoneId.of("Europe/Stockholm"), clock);
    }

    @Test
    void datesAndNumbersFollowTheReadersLanguage() {
        var day = LocalDate.of(1989, 11, 24);
        assertThat(british.date(day)).isEqualTo("24 Nov 1989");
        assertThat(formats(Locale.US).date(day)).isEqualTo("Nov 24, 1989");
        assertThat(formats(Locale.GERMANY).date(day)).isEqualTo("24.11.1989");
        assertThat(british.number(1_284_000)).isEqualTo("1,284,000");
        assertThat(formats(Locale.GERMANY).number(1_284_000)).isEqualTo("1.284.000");
    }

    @Test
    void timesAreThoseOfTheBranch() {
        assertThat(british.time(NOW)).isEqualTo("12:00");
        assertThat(british.date(Instant.parse("2026-11-22T23:30:00Z"))).isEqualTo("23 Nov 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "-PT59S, just now",
        "-PT1M, a minute ago",
        "-PT59M, 59 minutes ago",
        "-PT1H, an hour ago",
        "-PT11H, 11 hours ago",
        "-PT13H, yesterday",
        "-PT47H, 2 days ago",
        "-P7D, 7 days ago",
        "-P8D, 14 Nov 2026",
        "PT30S, just now",
        "PT90M, in an hour",
        "PT24H, tomorrow",
        "P3D, in 3 days",
        "P8D, 30 Nov 2026",
    })
    void momentsAreRelativeWithinAWeek(Duration away, String words) {
        assertThat(british.ago(NOW.plus(away))).isEqualTo(words);
    }

    @Test
    void earlierTodayIsNeverYesterday() {
        var night = Instant.parse("2026-11-21T23:10:00Z");
        var lateInTheDay = Clock.fixed(Instant.parse("2026-11-22T22:50:00Z"), ZoneId.of("UTC"));
        var late = new Formats(british.texts(), Locale.UK, british.zone(), lateInTheDay);
        assertThat(late.ago(night)).isEqualTo("23 hours ago");
    }

    @Test
    void aRelativeMomentCarriesTheFullOne() {
        var html = new StringOutput();
        british.agoElement(NOW.minus(Duration.ofDays(2))).writeTo(html);
        assertThat(html.toString())
                .isEqualTo(
                        "<time datetime=\"2026-11-20T11:00:00Z\" title=\"20 Nov 2026, 12:00\">2 days ago</time>");
    }
}
