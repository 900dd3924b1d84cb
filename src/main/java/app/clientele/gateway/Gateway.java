package app.clientele.gateway;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who holds cards and charges them. Whatever it is asked bears an id of ours:
 * asked twice, it does it once. It is never asked within a transaction, and {@code :business} is
 * the caller's.
 */
public interface Gateway {
    /** Its name in settings and in the database. */
    String code();

    /**
     * Makes a page on which somebody types a card in; the number stays there.
     *
     * @throws GatewayDown when there is no page to be had now
     */
    CardPage askForCard(CardRequest request);

    /**
     * The card typed in on such a page; nothing while it was not.
     *
     * @throws GatewayDown when nobody can say
     */
    Optional<StoredCard> card(String page);

    /** Charges a stored card. It answers unknown rather than throw. */
    Outcome charge(Charge charge);

    /** Gives some of a charge back. It answers unknown rather than throw. */
    Outcome refund(Return back);

    /**
     * What came of something it was asked before.
     *
     * @throws GatewayDown when nobody can say
     */
    Outcome look(Sought sought);

    /**
     * Lets go of a charge that waits for its customer; it may be too late for that.
     *
     * @throws GatewayDown when nobody can say
     */
    Outcome cancel(Sought sought);

    /**
     * Forgets a card; one it does not know is forgotten already.
     *
     * @throws GatewayDown when it may still know it
     */
    void remove(String token);

    /**
     * A card to be typed in.
     *
     * @param id of the link that asks for it
     * @param back where the page leads on to, as a whole address
     */
    record CardRequest(
            UUID id, @Nullable String payer, Locale language, String currency, String back) {}

    /**
     * A page of the gateway.
     *
     * @param reference its name there
     * @param url its whole address
     */
    record CardPage(String reference, String url) {}

    /** A card it holds, and how people know it. */
    record StoredCard(
            String token,
            @Nullable String payer,
            String brand,
            String lastFour,
            LocalDate expiresOn,
            @Nullable String holder) {}

    /**
     * Money to come.
     *
     * @param id the payment's
     * @param back where the customer is led after confirming it, as a whole address
     */
    record Charge(UUID id, String token, @Nullable String payer, Money amount, String back) {}

    /**
     * Money to go back.
     *
     * @param of the payment
     * @param reference the gateway's name for that
     */
    record Return(UUID id, UUID of, @Nullable String reference, Money amount) {}

    /**
     * Something it was asked.
     *
     * @param reference its name there, where the answer came
     * @param of what it belongs to there: the payment of a refund
     * @param since when it was asked at the earliest
     */
    record Sought(
            UUID id,
            Kind kind,
            @Nullable String reference,
            @Nullable String of,
            @Nullable String payer,
            java.time.Instant since) {}

    /** What it can be asked with money. */
    enum Kind {
        CHARGE,
        REFUND,
        /** Not about money: to forget a card. */
        REMOVE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}
