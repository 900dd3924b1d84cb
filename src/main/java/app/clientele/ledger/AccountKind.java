package app.clientele.ledger;

import java.util.Locale;

/** What an account keeps. */
public enum AccountKind {
    ACCOUNT_CREDIT,
    GIFT_CARD,
    POINTS,
    VISITS;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
