package app.clientele.demo;

import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.PhoneKind;

/**
 * How a country's numbers are dialled.
 *
 * @param code the calling code, without +
 * @param trunk what stands before a number at home and falls away abroad; may be empty
 */
record Dial(String code, String trunk) {
    static Dial parse(String text) {
        String[] parts = text.split(" ", -1);
        return new Dial(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** The phone with this national number, written as people do; abroad always with the code. */
    Phone phone(String national, PhoneKind kind, boolean primary, boolean abroad, Chance chance) {
        String core = withoutTrunk(national);
        String typed =
                abroad || chance.percent(18)
                        ? "+" + code + " " + core.replace("(", "").replace(")", "")
                        : chance.percent(15) ? digits(national) : national;
        return new Phone(typed, kind, primary, "+" + code + digits(core));
    }

    private String withoutTrunk(String national) {
        return national.startsWith(trunk) ? national.substring(trunk.length()).strip() : national;
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                digits.append(number.charAt(i));
            }
        }
        return digits.toString();
    }
}
