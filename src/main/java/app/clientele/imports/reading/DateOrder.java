package app.clientele.imports.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What 03/04/1990 means. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this name, if there is one. */
    public static Optional<DateOrder> of(String wireName) {
        return Arrays.stream(values()).filter(o -> o.wireName().equals(wireName)).findFirst();
    }

    /** How people of this language and country write dates. */
    public static DateOrder usualIn(Locale locale) {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        int year = pattern.indexOf('y');
        int month = pattern.indexOf('M');
        return month < pattern.indexOf('d') && year > month ? MONTH_FIRST : DAY_FIRST;
    }

    /**
     * What the dates of a file say about their order.
     *
     * @param order to read them in
     * @param ask whether that is only the usual order, since nothing in the file settles it
     * @param contradictory whether some dates fit only one order and some only the other
     * @param example a date that can be read both ways, null when there is none
     */
    public record Verdict(
            DateOrder order, boolean ask, boolean contradictory, @Nullable String example) {}

    /**
     * Counts of the dates in a column.
     *
     * @param dayFirst fit day first only
     * @param monthFirst fit month first only
     * @param open fit both and mean different days
     */
    public record Evidence(int dayFirst, int monthFirst, int open, @Nullable String example) {
        static final Evidence NONE = new Evidence(0, 0, 0, null);

        Evidence and(Evidence other) {
            return new Evidence(
                    dayFirst + other.dayFirst,
                    monthFirst + other.monthFirst,
                    open + other.open,
                    example == null ? other.example : example);
        }

        Verdict verdict(DateOrder usual) {
            if (dayFirst > 0 && monthFirst > 0) {
                return new Verdict(
                        dayFirst >= monthFirst ? DAY_FIRST : MONTH_FIRST, open > 0, true, example);
            }
            if (dayFirst + monthFirst > 0) {
                return new Verdict(dayFirst > 0 ? DAY_FIRST : MONTH_FIRST, false, false, example);
            }
            return new Verdict(usual, open > 0, false, example);
        }
    }
}
