package app.clientele.imports.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes cells with several values apart. */
final class Cells {
    static final ReadCustomer.Address NO_ADDRESS =
            new ReadCustomer.Address(null, null, null, null, null, null, null);

    private static final Pattern BETWEEN_TAGS = Pattern.compile("[,;|\\n\\r、،]+");
    private static final Pattern MAIL = Pattern.compile("[^\\s,;|<>()\"@]++@[^\\s,;|<>()\"]++");
    private static final Pattern BETWEEN_PHONES = Pattern.compile("[;,|\\n\\r]+| / | or | & ");
    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[Ee]\\+?\\d{1,2}");
    private static final int FEWEST_DIGITS = 6;
    private static final int SHOWN = 60;

    private Cells() {}

    static List<String> tags(String text) {
        String list =
                text.startsWith("[") && text.endsWith("]")
                        ? text.substring(1, text.length() - 1)
                        : text;
        return Arrays.stream(BETWEEN_TAGS.split(list))
                .map(tag -> tag.strip().replaceAll("^\"|\"$", "").strip())
                .filter(tag -> !Words.isEmpty(tag))
                .toList();
    }

    /** Every address in "Ann &lt;ann@example.com&gt;; a@example.org". */
    static List<String> emails(String text) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        if (isOne(text)) {
            return List.of(text.startsWith("mailto:") ? text.substring(7) : text);
        }
        return found(text);
    }

    private static boolean isOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" ,;|<>\n\t".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> found(String text) {
        List<String> addresses = new ArrayList<>();
        Matcher mail = MAIL.matcher(text);
        while (mail.find()) {
            addresses.add(mail.group());
        }
        return addresses.isEmpty() ? List.of(text) : addresses;
    }

    /** Parts too short to be phones belong together: "0176 12 / 34" is one number. */
    static List<String> phones(String text) {
        if (isBare(text)) {
            return List.of(text);
        }
        String[] parts = BETWEEN_PHONES.split(text);
        boolean all =
                parts.length > 1 && Arrays.stream(parts).allMatch(p -> digits(p) >= FEWEST_DIGITS);
        return all ? Arrays.stream(parts).map(Cells::bare).toList() : List.of(bare(text));
    }

    private static boolean isBare(String phone) {
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if ((c < '0' || c > '9') && " +-().".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String phone) {
        String number = phone.strip();
        return number.startsWith("'") ? number.substring(1).strip() : number;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** Spreadsheet programs turn long numbers into 4.47911E+11, and their last digits are gone. */
    static boolean isRounded(String text) {
        return (text.indexOf('E') > 0 || text.indexOf('e') > 0) && ROUNDED.matcher(text).matches();
    }

    static ReadCustomer.Phone phone(String number, Target target, Format format) {
        ReadCustomer.PhoneKind kind =
                switch (target) {
                    case MOBILE -> ReadCustomer.PhoneKind.MOBILE;
                    case DAY_PHONE -> ReadCustomer.PhoneKind.DAY;
                    case NIGHT_PHONE -> ReadCustomer.PhoneKind.NIGHT;
                    default -> ReadCustomer.PhoneKind.UNKNOWN;
                };
        boolean digitsOnly = digits(number) == number.length() && !number.startsWith("0");
        return new ReadCustomer.Phone(
                number, kind, digitsOnly && (format == Format.FRESHA || number.length() > 10));
    }

    static ReadCustomer.NoteKind noteKind(Target target) {
        return switch (target) {
            case ALLERGY_NOTE -> ReadCustomer.NoteKind.ALLERGY;
            case MEDICAL_NOTE -> ReadCustomer.NoteKind.MEDICAL;
            case RED_ALERT -> ReadCustomer.NoteKind.RED_ALERT;
            case YELLOW_ALERT -> ReadCustomer.NoteKind.YELLOW_ALERT;
            default -> ReadCustomer.NoteKind.GENERAL;
        };
    }

    static @Nullable String joined(@Nullable String street, @Nullable String number) {
        if (street == null || number == null) {
            return street == null ? number : street;
        }
        return street + " " + number;
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
