package app.clientele.customers;

import java.util.regex.Pattern;

/**
 * Whether a text can be the number of a taxpayer. Every country has forms of its own, and more than
 * one of them, so only what is a number nowhere is turned down.
 */
public final class TaxNumbers {
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Nd} .,/&*+-]{4,40}");
    private static final int FEWEST_DIGITS = 2;

    private TaxNumbers() {}

    public static boolean isPlausible(String number) {
        return CHARACTERS.matcher(number).matches()
                && number.codePoints().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }
}
