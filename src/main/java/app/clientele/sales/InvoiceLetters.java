package app.clientele.sales;

import app.clientele.database.Sql;
import app.clientele.messages.Enclosure;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.shared.Refused;
import app.clientele.site.MoneyText;
import app.clientele.site.Texts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes invoices to customers, in the language they were issued in. */
@Component
class InvoiceLetters {
    private final Sql sql;
    private final Texts texts;
    private final Messages messages;

    InvoiceLetters(Sql sql, Texts texts, Messages messages) {
        this.sql = sql;
        this.texts = texts;
        this.messages = messages;
    }

    private record Reader(String name, @Nullable String address) {}

    private Reader reader(@Nullable UUID customer) {
        return sql.of(
                        """
                        select first_name as name, (select e ->> 'address' from jsonb_array_elements(emails) e
                            order by (e ->> 'primary')::boolean desc limit 1) address
                        from customer where business_id = :business and id = :id and erase_at is null
                        """)
                .param("id", customer)
                .query(Reader.class)
                .optional()
                .filter(reader -> reader.address() != null)
                .orElseThrow(() -> new Refused("no_email"));
    }

    void write(Invoice invoice) {
        Reader reader = reader(invoice.customerId());
        Locale locale = Locale.forLanguageTag(invoice.document().language());
        String seller = invoice.seller().name();
        messages.write(
                new Letter(
                        invoice.customerId(),
                        null,
                        String.valueOf(reader.address()),
                        "invoice",
                        locale,
                        texts.text(locale, "sales.letter.subject", invoice.number(), seller),
                        said(invoice, reader, locale),
                        null,
                        null,
                        List.of(seller),
                        new Enclosure("invoice", invoice.id(), invoice.number() + ".pdf", null)));
    }

    private List<String> said(Invoice invoice, Reader reader, Locale locale) {
        List<String> said = new ArrayList<>();
        said.add(texts.text(locale, "sales.letter.hello", reader.name()));
        String day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(invoice.issuedOn());
        said.add(texts.text(locale, "sales.letter.text", invoice.number(), day));
        invoice.lines()
                .forEach(l ->
                        said.add(
                                l.quantity()
                                        + " × "
                                        + l.name()
                                        + ": "
                                        + money(l.amount(), locale)));
        invoice.taxes()
                .forEach(t ->
                        said.add(
                                texts.text(
                                        locale,
                                        t.included() ? "sales.paper.tax.of" : "sales.paper.tax.on",
                                        t.name(),
                                        t.percent().toPlainString(),
                                        money(t.net(), locale),
                                        money(t.tax(), locale))));
        if (invoice.tips().isPositive()) {
            said.add(texts.text(locale, "sales.paper.tips") + ": " + money(invoice.tips(), locale));
        }
        said.add(texts.text(locale, "sales.paper.total") + ": " + money(invoice.total(), locale));
        said.add(texts.text(locale, "sales.paper.paid") + ": " + money(kept(invoice), locale));
        if (invoice.owed().isPositive()) {
            said.add(texts.text(locale, "sales.paper.owed") + ": " + money(invoice.owed(), locale));
        }
        return said;
    }

    private static Money kept(Invoice invoice) {
        return invoice.paid().minus(invoice.refunded());
    }

    private static String money(Money money, Locale locale) {
        return MoneyText.whole(money, locale);
    }
}
