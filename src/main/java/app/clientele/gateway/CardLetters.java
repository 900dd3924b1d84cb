package app.clientele.gateway;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerRows;
import app.clientele.messages.Languages;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.shared.Refused;
import app.clientele.site.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes to whoever is asked for a card, in their language. */
@Component
class CardLetters {
    private final CustomerRows customers;
    private final Businesses businesses;
    private final Texts texts;
    private final Messages messages;

    CardLetters(CustomerRows customers, Businesses businesses, Texts texts, Messages messages) {
        this.customers = customers;
        this.businesses = businesses;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * @throws Refused {@code no_email} when there is no address to write to
     */
    void write(UUID customer, String link, Instant until) {
        var person = customers.find(customer).orElseThrow().details();
        String address =
                person.emails().stream()
                        .min(Comparator.comparing(e -> !e.primary()))
                        .map(Email::address)
                        .orElseThrow(() -> new Refused("no_email"));
        Business business = businesses.current();
        Locale locale = Languages.of(person.language(), business);
        messages.write(
                new Letter(
                        customer,
                        null,
                        address,
                        "card",
                        locale,
                        texts.text(locale, "gateway.letter.subject", business.name()),
                        List.of(
                                texts.text(locale, "gateway.letter.hello", person.firstName()),
                                texts.text(locale, "gateway.letter.text", business.name()),
                                texts.text(locale, "gateway.letter.safe")),
                        link,
                        texts.text(locale, "gateway.letter.link"),
                        List.of(
                                texts.text(locale, "gateway.letter.until", date(locale, until)),
                                business.name())));
    }

    private String date(Locale locale, Instant until) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(ZonedDateTime.ofInstant(until, businesses.current().zone()));
    }
}
