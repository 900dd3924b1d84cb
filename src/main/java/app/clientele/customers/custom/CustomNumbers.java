package app.clientele.customers.custom;

import app.clientele.shared.CardNumbers;
import app.clientele.shared.Invalid;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people and programs write them; kept with at most 15 digits, 6 of them decimals. */
final class CustomNumbers {
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F'’]");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){2,}|[+-]?\\d{1,3}(\\.\\d{3}){2,}");

    private CustomNumbers() {}

    /** An {@code Integer}, {@code Long} or {@code BigDecimal}: as the number is read from JSON. */
    static Object read(Object value) {
        if (value instanceof Number number) {
            return kept(new BigDecimal(number.toString()));
        }
        if (!(value instanceof String text)) {
            throw new Invalid("", "number");
        }
        String plain = withPoint(SPACES.matcher(text).replaceAll("").replace('−', '-'));
        if (!PLAIN.matcher(plain).matches() || plain.length() > 2 * MOST_DIGITS) {
            throw new Invalid("", "number");
        }
        return kept(new BigDecimal(plain));
    }

    /** With one point for the decimals; 1,000 is left alone, for it may be one or a thousand. */
    private static String withPoint(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            String grouping = comma > point ? "." : ",";
            return text.replace(grouping, "").replace(',', '.');
        }
        if (text.indexOf(',') != comma || text.indexOf('.') != point) {
            return GROUPED.matcher(text).matches() ? text.replaceAll("[.,]", "") : text;
        }
        boolean unclear = comma >= 0 && text.length() - comma - 1 == 3;
        return unclear ? text : text.replace(',', '.');
    }

    private static Object kept(BigDecimal number) {
        BigDecimal least = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        long whole = (long) least.precision() - least.scale();
        if (least.scale() > MOST_DECIMALS
                || whole > MOST_DIGITS
                || Math.max(least.precision(), whole) > MOST_DIGITS) {
            throw new Invalid("", "number");
        }
        if (CardNumbers.in(least.toPlainString())) {
            throw new Invalid("", "card_number");
        }
        if (least.scale() > 0) {
            return least;
        }
        long integer = least.longValueExact();
        if (integer == (int) integer) {
            return (int) integer;
        }
        return integer;
    }
}
