package app.clientele.gateway.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The numbers the sandbox takes; they are known to everybody, and no bank has given them out. */
public enum TestCard {
    VISA("4242424242424242", "Visa"),
    MASTERCARD("5555555555554444", "Mastercard"),
    AMEX("378282246310005", "American Express"),
    DECLINED("4000000000000002", "Visa"),
    INSUFFICIENT_FUNDS("4000000000009995", "Visa"),
    LOST_CARD("4000000000009987", "Visa"),
    THREE_D_SECURE("4000002760003184", "Visa"),
    DELAYED("4000000000000077", "Visa"),
    DISPUTED("4000000000000259", "Visa"),
    REFUND_FAILS("4000000000005126", "Visa");

    private final String number;
    private final String brand;

    TestCard(String number, String brand) {
        this.number = number;
        this.brand = brand;
    }

    /** As printed on a card, in fours. */
    public String shown() {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String brand() {
        return brand;
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static TestCard of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    static Optional<TestCard> numbered(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return Arrays.stream(values()).filter(c -> c.number.equals(digits)).findFirst();
    }
}
