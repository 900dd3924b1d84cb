package app.clientele.ledger.gifts;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.messages.Enclosure;
import app.clientele.messages.Languages;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.site.MoneyText;
import app.clientele.site.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to whoever gets a gift card: its code, from whom it is, and what they say. */
@Component
class GiftLetters {
    private static final String PURPOSE = "gift_card";

    private final Sql sql;
    private final Businesses businesses;
    private final Texts texts;
    private final Messages messages;

    GiftLetters(Sql sql, Businesses businesses, Texts texts, Messages messages) {
        this.sql = sql;
        this.businesses = businesses;
        this.texts = texts;
        this.messages = messages;
    }

    private record Gift(
            String codeEnd,
            @Nullable UUID holder,
            @Nullable UUID buyer,
            @Nullable String from,
            @Nullable String name,
            @Nullable String address,
            @Nullable String language,
            Money value,
            @Nullable String service,
            @Nullable String message,
            @Nullable LocalDate until) {}

    /** Whether there was somebody to write to. */
    boolean write(UUID card) {
        Gift gift =
                sql.of(
                                """
                                select g.code_end, g.customer_id holder, b.id buyer, b.first_name "from", coalesce(g.recipient_name, h.first_name) "name",
                                       coalesce(g.recipient_email, (select e ->> 'address' from jsonb_array_elements(h.emails) e
                                           order by (e ->> 'primary')::boolean desc limit 1)) address,
                                       h.language, g.value_minor, g.currency, g.service_name, g.message, g.expires_on
                                from gift_card g
                                left join customer h on h.business_id = :business and h.id = g.customer_id and h.erase_at is null
                                left join customer b on b.business_id = :business and b.id = g.buyer_id and b.erase_at is null
                                    and b.id is distinct from g.customer_id
                                where g.business_id = :business and g.id = :id
                                """)
                        .param("id", card)
                        .query(GiftLetters::gift)
                        .single();
        if (gift.address() == null) {
            return false;
        }
        messages.write(letter(card, gift, gift.address()));
        sql.of(
                        "update gift_card set delivered_at = now(), version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", card)
                .update();
        return true;
    }

    private static Gift gift(ResultSet row, int number) throws SQLException {
        return new Gift(
                row.getString("code_end"),
                row.getObject("holder", UUID.class),
                row.getObject("buyer", UUID.class),
                row.getString("from"),
                row.getString("name"),
                row.getString("address"),
                row.getString("language"),
                java.util.Objects.requireNonNull(Amounts.read(row, "value_minor", "currency")),
                row.getString("service_name"),
                row.getString("message"),
                row.getObject("expires_on", LocalDate.class));
    }

    private Letter letter(UUID card, Gift gift, String address) {
        Business business = businesses.current();
        Locale locale = Languages.of(gift.language(), business);
        String subject =
                gift.from() == null
                        ? texts.text(locale, "gifts.letter.subject", business.name())
                        : texts.text(
                                locale, "gifts.letter.subject.from", gift.from(), business.name());
        return new Letter(
                gift.holder(),
                gift.buyer(),
                address,
                PURPOSE,
                locale,
                subject,
                said(locale, business, gift),
                null,
                null,
                List.of(business.name()),
                new Enclosure(
                        PURPOSE,
                        card,
                        "gift-" + gift.codeEnd() + ".pdf",
                        GiftCard.masked(gift.codeEnd())));
    }

    /**
     * The code stands masked, and is put right where the letter is read by those who may see it.
     */
    private List<String> said(Locale locale, Business business, Gift gift) {
        List<String> said = new ArrayList<>();
        said.add(
                gift.name() == null
                        ? texts.text(locale, "gifts.letter.hello")
                        : texts.text(locale, "gifts.letter.hello.name", gift.name()));
        String worth = MoneyText.whole(gift.value(), locale);
        String what =
                gift.service() == null
                        ? worth
                        : texts.text(locale, "gifts.letter.service", gift.service(), worth);
        said.add(
                gift.from() == null
                        ? texts.text(locale, "gifts.letter.text", what, business.name())
                        : texts.text(
                                locale,
                                "gifts.letter.text.from",
                                gift.from(),
                                what,
                                business.name()));
        if (gift.message() != null) {
            said.add(gift.message());
        }
        said.add(texts.text(locale, "gifts.letter.code", GiftCard.masked(gift.codeEnd())));
        if (gift.until() != null) {
            String day =
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(locale)
                            .format(gift.until());
            said.add(texts.text(locale, "gifts.letter.until", day));
        }
        return said;
    }
}
