package app.clientele.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers as people of a country type them. */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** The number in E.164 form ({@code +46701234567}), or nothing when it can't be one. */
    public static @Nullable String e164(String typed, String country) {
        try {
            PhoneNumber number = NUMBERS.parse(typed, country);
            return NUMBERS.isPossibleNumber(number)
                    ? NUMBERS.format(number, PhoneNumberFormat.E164)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** How it is read aloud: in the national form at home, else in the international one. */
    public static String shown(CustomerDetails.Phone phone, String country) {
        if (phone.e164() == null) {
            return String.valueOf(phone.number());
        }
        try {
            PhoneNumber number = NUMBERS.parse(phone.e164(), null);
            boolean home = country.equals(NUMBERS.getRegionCodeForNumber(number));
            return NUMBERS.format(
                    number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return String.valueOf(phone.number());
        }
    }

    /** The digits by which a phone is found again, whatever form it is typed in. */
    public static String key(String typed, String country) {
        String e164 = e164(typed, country);
        return digits(e164 == null ? typed : e164);
    }

    public static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isDigit)
                .forEach(c -> digits.append(Character.getNumericValue(c)));
        return digits.toString();
    }

    public static String callingCode(String country) {
        return Integer.toString(NUMBERS.getCountryCodeForRegion(country));
    }

    /**
     * The number as a file means it: with the plus it may have lost, when only that makes it one.
     */
    public static String withLostPlus(String digits, String country) {
        return isValid(digits, country) || !isValid("+" + digits, country) ? digits : "+" + digits;
    }

    private static boolean isValid(String typed, String country) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(typed, country));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** Whether the number may belong to a mobile, as far as its digits tell. */
    public static boolean mayBeMobile(String typed, String country) {
        try {
            return switch (NUMBERS.getNumberType(NUMBERS.parse(typed, country))) {
                case MOBILE, FIXED_LINE_OR_MOBILE, UNKNOWN -> true;
                default -> false;
            };
        } catch (NumberParseException e) {
            return true;
        }
    }
}
