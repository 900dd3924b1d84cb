package app.clientele.imports.reading;

import app.clientele.shared.Birthday;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates of one file. */
final class Dates {
    /** Five digits: 18 May 1927 and later, so that a bare year is never taken for a day. */
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.[0-9]{1,12})?");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int LONGEST_NUMERIC = 22;

    /** How far ahead lies the last year that two digits mean, where days may lie ahead. */
    private static final int YEARS_AHEAD = 30;

    private final DateOrder order;
    private final LocalDate latest;

    /**
     * @param latest no date written with two digits of its year is later
     */
    Dates(DateOrder order, LocalDate latest) {
        this.order = order;
        this.latest = latest;
    }

    /** A day of any kind, which may lie ahead: two digits of its year mean the nearest one. */
    @Nullable LocalDate day(String text) {
        Birthday read = new Dates(order, latest.plusYears(YEARS_AHEAD)).birthday(text);
        return read == null || read.year() == null
                ? null
                : LocalDate.of(read.year(), read.month(), read.day());
    }

    /** Null when it is no date, or a day that does not exist. */
    @Nullable Birthday birthday(String text) {
        if (text.startsWith("--")) {
            return yearless(text);
        }
        if (text.length() >= 5
                && Character.isDigit(text.charAt(4))
                && SERIAL.matcher(text).matches()) {
            return of(SERIAL_ZERO.plusDays(Integer.parseInt(text.substring(0, 5))));
        }
        DateParts parts = DateParts.of(text);
        try {
            return parts == null ? null : birthday(parts);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The one form of a birthday without its year that knows no other order. */
    private static @Nullable Birthday yearless(String text) {
        try {
            return Birthday.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Birthday of(LocalDate date) {
        return new Birthday(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private @Nullable Birthday birthday(DateParts p) {
        if (p.month > 0) {
            return named(p);
        }
        return switch (p.count) {
            case 1 -> p.digits[0] == 8 ? of(p.numbers[0]) : null;
            case 2 -> ordered(p, 0, 0);
            case 3 -> numeric(p);
            default -> null;
        };
    }

    /** 19900314 */
    private static Birthday of(int digits) {
        return new Birthday(digits / 10_000, digits / 100 % 100, digits % 100);
    }

    private @Nullable Birthday named(DateParts p) {
        boolean yearFirst = p.digits[0] > 2 || p.numbers[0] > 31;
        return switch (p.count) {
            case 1 -> yearFirst ? null : new Birthday(null, p.month, p.numbers[0]);
            case 2 ->
                    yearFirst
                            ? complete(p.numbers[0], p.digits[0], p.month, p.numbers[1])
                            : complete(p.numbers[1], p.digits[1], p.month, p.numbers[0]);
            default -> null;
        };
    }

    private @Nullable Birthday numeric(DateParts p) {
        if (isYear(p)) {
            return complete(p.numbers[0], p.digits[0], p.numbers[1], p.numbers[2]);
        }
        return p.digits[0] > 2 ? null : ordered(p, p.numbers[2], p.digits[2]);
    }

    private static boolean isYear(DateParts p) {
        return p.digits[0] == 4 || (p.digits[0] == 2 && p.numbers[0] > 31);
    }

    private @Nullable Birthday ordered(DateParts p, int year, int yearDigits) {
        boolean dayFirst = p.dotted || order == DateOrder.DAY_FIRST;
        int first = p.numbers[0];
        int second = p.numbers[1];
        boolean swapped = dayFirst ? second > 12 && first <= 12 : first > 12 && second <= 12;
        return dayFirst != swapped
                ? complete(year, yearDigits, second, first)
                : complete(year, yearDigits, first, second);
    }

    private @Nullable Birthday complete(int year, int digits, int month, int day) {
        return switch (digits) {
            case 0 -> new Birthday(null, month, day);
            case 2 -> new Birthday(century(year, month, day), month, day);
            case 4 -> new Birthday(year == 0 ? null : year, month, day);
            default -> null;
        };
    }

    private int century(int year, int month, int day) {
        int candidate = latest.getYear() / 100 * 100 + year;
        boolean later =
                candidate > latest.getYear()
                        || (candidate == latest.getYear()
                                && month * 100 + day
                                        > latest.getMonthValue() * 100 + latest.getDayOfMonth());
        return later ? candidate - 100 : candidate;
    }

    static boolean looksLikeDate(String text) {
        DateParts parts = text.length() < 6 ? null : DateParts.of(text);
        return parts != null && parts.count + (parts.month > 0 ? 1 : 0) == 3;
    }

    /** What one cell says about the order of dates in its file. */
    static DateOrder.Evidence evidence(String text) {
        if (text.length() < 3
                || text.length() > LONGEST_NUMERIC
                || !Character.isDigit(text.charAt(0))) {
            return DateOrder.Evidence.NONE;
        }
        DateParts p = separated(text) ? DateParts.of(text) : null;
        if (p == null
                || p.month > 0
                || p.count < 2
                || isYear(p)
                || p.digits[0] > 2
                || p.digits[1] > 2) {
            return DateOrder.Evidence.NONE;
        }
        return evidence(p, text);
    }

    private static DateOrder.Evidence evidence(DateParts p, String text) {
        int first = p.numbers[0];
        int second = p.numbers[1];
        if (first > 31 || second > 31 || (first > 12 && second > 12) || first == second) {
            return DateOrder.Evidence.NONE;
        }
        if (p.dotted || first > 12) {
            return new DateOrder.Evidence(1, 0, 0, null);
        }
        return second > 12
                ? new DateOrder.Evidence(0, 1, 0, null)
                : new DateOrder.Evidence(0, 0, 1, text);
    }

    private static boolean separated(String text) {
        char second = text.charAt(1);
        char c = Character.isDigit(second) ? text.charAt(2) : second;
        return c == '/' || c == '-' || c == '.' || c == ' ';
    }
}
