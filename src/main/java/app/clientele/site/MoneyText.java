package app.clientele.site;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts as people type them: with their own comma or point, and in whatever digits. */
public final class MoneyText {
    private static final Pattern NOT_OF_THE_NUMBER = Pattern.compile("[\\p{Sc}\\s\\p{Z}'’]|\\p{L}");

    /** The platform writes {@code SEK5} where it knows no sign. */
    private static final Pattern CODE_AT_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})");

    private static final char NONE = '\0';

    private MoneyText() {}

    /** The amount as it stands in a field. */
    public static String amount(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(money.getScale());
        format.setMaximumFractionDigits(money.getScale());
        return format.format(money.getAmount());
    }

    /** With its currency, as one reads it. */
    public static String whole(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.getCurrencyUnit().toCurrency());
        format.setMinimumFractionDigits(money.getScale());
        format.setMaximumFractionDigits(money.getScale());
        String text = format.format(money.getAmount());
        return CODE_AT_DIGIT.matcher(text).replaceAll("\u00a0");
    }

    /**
     * What somebody typed as a plain decimal such as {@code 1250.5}; what can't be read stays as it
     * is, for the command to refuse.
     */
    public static String decimal(String typed, CurrencyUnit currency, Locale locale) {
        String text = digits(NOT_OF_THE_NUMBER.matcher(typed.strip()).replaceAll(""));
        char mark = mark(text, currency, locale);
        StringBuilder number = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c == mark) {
                number.append('.');
            } else if (".,٫٬".indexOf(c) < 0) {
                number.append(c);
            }
        }
        return grouped(text, mark) && number.toString().matches("-?[0-9]+([.][0-9]+)?")
                ? number.toString()
                : typed;
    }

    private static String digits(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.chars()
                .forEach(c ->
                        latin.append(
                                Character.isDigit(c)
                                        ? (char) ('0' + Character.digit(c, 10))
                                        : (char) c));
        return latin.toString();
    }

    /**
     * The decimal mark, if there is one: the last sign, unless it comes again or three digits
     * follow, which tell thousands apart in all but the few currencies that have three decimals.
     */
    private static char mark(String text, CurrencyUnit currency, Locale locale) {
        char own = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        int last = -1;
        for (char sign : new char[] {'.', ',', '٫', '٬'}) {
            last = Math.max(last, text.lastIndexOf(sign));
        }
        if (last < 0) {
            return NONE;
        }
        char sign = text.charAt(last);
        boolean once = text.indexOf(sign) == last;
        boolean others = text.substring(0, last).chars().anyMatch(c -> ".,٫٬".indexOf(c) >= 0);
        boolean three = text.length() - last - 1 == 3;
        boolean thousands = three && (currency.getDecimalPlaces() != 3 || sign != own);
        return once && (others || !thousands) ? sign : NONE;
    }

    /** Thousands are told apart in threes, or not at all. */
    private static boolean grouped(String text, char mark) {
        int end = text.indexOf(mark) < 0 ? text.length() : text.indexOf(mark);
        String whole = text.substring(0, end);
        return whole.matches("-?([0-9]*|[0-9]{1,3}([.,٬٫][0-9]{3})+)");
    }
}
