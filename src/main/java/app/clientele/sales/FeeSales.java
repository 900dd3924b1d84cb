package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.sales.Pricing.Offer;
import app.clientele.site.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Fees as something that is sold: what was proposed, for the appointment it is about. */
@Component
class FeeSales {
    private static final String KIND = "fee";

    private final Sql sql;
    private final Businesses businesses;
    private final Texts texts;

    FeeSales(Sql sql, Businesses businesses, Texts texts) {
        this.sql = sql;
        this.businesses = businesses;
        this.texts = texts;
    }

    /** One that is still proposed, at what was proposed. */
    Optional<Offer> offer(UUID fee) {
        return sql.of(
                        """
                        select f.id, f.customer_id customer, f.kind, f.amount_minor price, f.currency, a.service_name service,
                               a.starts_at, b.zone, case when f.taxed then %s end tax
                        from fee f
                        join appointment a on a.business_id = :business and a.id = f.appointment_id
                        join branch b on b.business_id = :business and b.id = a.branch_id
                        where f.business_id = :business and f.id = :id and f.state = 'proposed'
                        """
                                .formatted(Pricing.USUAL))
                .param("id", fee)
                .query(this::sold)
                .optional();
    }

    private Offer sold(ResultSet row, int number) throws SQLException {
        Money price = requireNonNull(Amounts.read(row, "price", "currency"));
        String kind = row.getString("kind");
        return new Offer(
                kind.equals(Deposits.KIND) ? Deposits.KIND : KIND,
                null,
                null,
                null,
                null,
                name(row),
                price,
                price,
                "list",
                null,
                null,
                row.getObject("tax", UUID.class),
                row.getObject("customer", UUID.class),
                row.getObject("id", UUID.class),
                null,
                null);
    }

    /** In the business's language, as it stands on the invoice. */
    private String name(ResultSet row) throws SQLException {
        var locale = Languages.of(null, businesses.current());
        String day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(
                                row.getTimestamp("starts_at")
                                        .toInstant()
                                        .atZone(ZoneId.of(row.getString("zone"))));
        return texts.text(
                locale, "fees.line." + row.getString("kind"), row.getString("service"), day);
    }
}
