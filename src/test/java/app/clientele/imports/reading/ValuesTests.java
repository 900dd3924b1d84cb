package app.clientele.imports.reading;

import static app.clientele.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.shared.Birthday;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTests {
    private final Dates dayFirst = new Dates(DateOrder.DAY_FIRST, TestFiles.TODAY);
    private final Dates monthFirst = new Dates(DateOrder.MONTH_FIRST, TestFiles.TODAY);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "1990-03-14, 1990-03-14",
                "1990-03-14T00:00:00Z, 1990-03-14",
                "1990-03-14 10:15, 1990-03-14",
                "1990/3/14, 1990-03-14",
                "19900314, 1990-03-14",
                "14/03/1990, 1990-03-14",
                "3/14/1990, 1990-03-14",
                "14.3.1990, 1990-03-14",
                "14-03-90, 1990-03-14",
                "14/03/26, 2026-03-14",
                "15/03/26, 1926-03-15",
                "01/01/30, 1930-01-01",
                "90/03/14, 1990-03-14",
                "14/03/1990 12:00:00 AM, 1990-03-14",
                "14 March 1990, 1990-03-14",
                "\"March 14th, 1990\", 1990-03-14",
                "14-Mar-90, 1990-03-14",
                "14 mars 1990, 1990-03-14",
                "14. März 1990, 1990-03-14",
                "14 de marzo de 1990, 1990-03-14",
                "14 maart 1990, 1990-03-14",
                "14 марта 1990 г., 1990-03-14",
                "1990年3月14日, 1990-03-14",
                "٢٠٠٠-٠٣-١٤, 2000-03-14",
                "32946, 1990-03-14",
                "32946.5, 1990-03-14",
                "0000-03-14, --03-14",
                "--03-14, --03-14",
                "0000-02-29, --02-29",
                "14/03, --03-14",
                "March 14, --03-14",
                "29/02/1992, 1992-02-29",
            })
    void readsDates(String text, String date) {
        assertThat(dayFirst.birthday(text)).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29/02/1991",
                "31/04/1990",
                "2019",
                "March 1990",
                "14/03/990",
                "00/00/0000",
                "13/13/1990",
                "soon",
                "1/2/3/4",
                "12:00",
                "1990-03-14 to 1991-03-14"
            })
    void readsNothingElseAsADate(String text) {
        assertThat(dayFirst.birthday(text)).isNull();
    }

    @Test
    void readsDatesInTheOrderOfTheFile() {
        assertThat(dayFirst.birthday("03/04/1990")).isEqualTo(new Birthday(1990, 4, 3));
        assertThat(monthFirst.birthday("03/04/1990")).isEqualTo(new Birthday(1990, 3, 4));
        assertThat(monthFirst.birthday("03.04.1990"))
                .as("dots are never month first")
                .isEqualTo(new Birthday(1990, 4, 3));
    }

    @Test
    void readsTheMonthFirstWhereTheYearIsLeftOutByDashes() {
        assertThat(dayFirst.birthday("--03-04")).isEqualTo(new Birthday(null, 3, 4));
        assertThat(monthFirst.birthday("--03-04")).isEqualTo(new Birthday(null, 3, 4));
        assertThat(dayFirst.birthday("--13-04")).isNull();
    }

    @Test
    void readsTwoDigitsAsTheNearestYearWhereDaysMayLieAhead() {
        assertThat(dayFirst.day("31/12/27")).isEqualTo("2027-12-31");
        assertThat(dayFirst.day("01/01/56")).isEqualTo("2056-01-01");
        assertThat(dayFirst.day("01/01/57")).isEqualTo("1957-01-01");
        assertThat(dayFirst.birthday("31/12/27")).isEqualTo(new Birthday(1927, 12, 31));
        assertThat(dayFirst.day("--03-04")).isNull();
    }

    @Test
    void readsEveryDayAsItWasWritten() {
        List<String> patterns =
                List.of(
                        "uuuu-MM-dd",
                        "dd/MM/uuuu",
                        "d-M-uuuu",
                        "d MMMM uuuu",
                        "MMM d, uuuu",
                        "uuuuMMdd");
        forAll(
                3_000,
                random -> LocalDate.ofEpochDay(random.nextInt(-10_000, 20_000)),
                day -> {
                    for (String pattern : patterns) {
                        String text =
                                day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
                        assertThat(dayFirst.birthday(text)).as(text).hasToString(day.toString());
                    }
                });
    }

    @Test
    void neverReadsTwoDigitsAsAYearToCome() {
        forAll(
                3_000,
                random ->
                        LocalDate.ofEpochDay(random.nextInt(0, 36_000))
                                .format(DateTimeFormatter.ofPattern("dd/MM/uu")),
                text -> {
                    Birthday read = dayFirst.birthday(text);
                    assertThat(read == null || !read.isAfter(TestFiles.TODAY)).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "John Smith, John, Smith",
                "\"Smith, John\", John, Smith",
                "\"Smith, John Paul\", John Paul, Smith",
                "\"John Smith, Jr.\", John, \"Smith, Jr.\"",
                "John Smith Jr, John, Smith Jr",
                "Anna van der Berg, Anna, van der Berg",
                "Leonardo da Vinci, Leonardo, da Vinci",
                "Mary Ann Smith, Mary Ann, Smith",
                "De Wit, De, Wit",
                "Cher, Cher,",
                "山田 花子, 花子, 山田",
                "山田太郎, 山田太郎,",
                "محمد بن سلمان, محمد بن, سلمان",
            })
    void takesNamesApart(String full, String first, String last) {
        assertThat(Names.of(full)).isEqualTo(new Names(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "ja, true",
        "Sí, true",
        "はい, true",
        "TRUE, true",
        "subscribed, true",
        "non, false",
        "нет, false",
        "0, false",
        "unsubscribed, false",
        "maybe,",
        "x,"
    })
    void readsYesAndNo(String text, Boolean answer) {
        assertThat(Words.yesOrNo(Target.MARKETING_EMAIL, text)).isEqualTo(answer);
    }

    @Test
    void readsOneWordByItsColumn() {
        assertThat(Words.yesOrNo(Target.BLOCKED, "Blocked")).isTrue();
        assertThat(Words.yesOrNo(Target.MARKETING_EMAIL, "Blocked")).isNull();
        assertThat(Words.yesOrNo(Target.ACTIVE, "Inactive")).isFalse();
        assertThat(Words.yesOrNo(Target.MARKETING_EMAIL, "active")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "F, female",
        "Frau, female",
        "vrouw, female",
        "женский, female",
        "女性, female",
        "M, male",
        "Uomo, male",
        "Non-binary, Non-binary"
    })
    void readsGender(String text, String gender) {
        assertThat(Words.gender("Gender", text)).isEqualTo(gender);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ann@example.com, ann@example.com",
                "mailto:ann@example.com, ann@example.com",
                "Ann <ann@example.com>, ann@example.com",
                "ann@example.com; b@example.org, ann@example.com|b@example.org",
                "\"ann@example.com,b@example.org\", ann@example.com|b@example.org",
                "none, \"\"",
                "ann@, ann@",
            })
    void findsMailAddresses(String cell, String addresses) {
        assertThat(String.join("|", Cells.emails(cell))).isEqualTo(addresses);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'+15550100401, +15550100401",
                "0176 12 / 34, 0176 12 / 34",
                "0100 000 001 / 0100 000 002, 0100 000 001|0100 000 002",
                "0100 000 001;0100 000 002, 0100 000 001|0100 000 002",
                "555-0100 x12, 555-0100 x12"
            })
    void findsPhones(String cell, String phones) {
        assertThat(String.join("|", Cells.phones(Texts.clean(cell)))).isEqualTo(phones);
    }

    @Test
    void cleansCells() {
        assertThat(Texts.clean("\u00A0 Ann\u200B\uFEFF")).isEqualTo("Ann");
        assertThat(Texts.clean("=\"0123\"")).isEqualTo("0123");
        assertThat(Texts.clean("'=1+1")).isEqualTo("=1+1");
        assertThat(Texts.clean("'s-Gravenhage")).isEqualTo("'s-Gravenhage");
        assertThat(Texts.clean("=1+1")).isEqualTo("=1+1");
    }
}
