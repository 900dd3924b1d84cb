package app.clientele.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day of birth whose year may be unknown; written {@code YYYY-MM-DD} or {@code --MM-DD}. */
public record Birthday(@Nullable Integer year, int month, int day) {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{4})|-)-(\\d{2})-(\\d{2})");

    public Birthday {
        MonthDay monthDay = MonthDay.of(month, day);
        if (year != null && (year < 1 || !monthDay.isValidYear(year))) {
            throw new DateTimeException("No such day: " + year + "-" + month + "-" + day);
        }
    }

    /**
     * Reads {@code YYYY-MM-DD} or {@code --MM-DD}.
     *
     * @throws DateTimeException when it is neither, or no such day exists
     */
    @JsonCreator
    public static Birthday parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new DateTimeException("Not a birthday: " + text);
        }
        String year = form.group(1);
        return new Birthday(
                year == null ? null : Integer.valueOf(year),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)));
    }

    /** The day it is celebrated in a year; 29 February falls on the 28th in common years. */
    public LocalDate in(int celebrated) {
        return MonthDay.of(month, day).atYear(celebrated);
    }

    /** The next celebration, today included. */
    public LocalDate next(LocalDate today) {
        LocalDate thisYear = in(today.getYear());
        return thisYear.isBefore(today) ? in(today.getYear() + 1) : thisYear;
    }

    /** Completed years of age, when the year is known: one more from each celebration on. */
    public Optional<Integer> age(LocalDate today) {
        int celebrated = today.getYear() - (today.isBefore(in(today.getYear())) ? 1 : 0);
        return Optional.ofNullable(year).map(y -> celebrated - y);
    }

    /** Whether the day of birth lies after the given day, as far as known. */
    public boolean isAfter(LocalDate today) {
        return year != null && LocalDate.of(year, month, day).isAfter(today);
    }

    @Override
    @JsonValue
    public String toString() {
        return year == null
                ? String.format(Locale.ROOT, "--%02d-%02d", month, day)
                : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }
}
