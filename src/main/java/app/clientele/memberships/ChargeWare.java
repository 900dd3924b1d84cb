package app.clientele.memberships;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.sales.Ware;
import app.clientele.site.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a membership charges, as something that is sold. */
@Component
class ChargeWare implements Ware {
    private final Sql sql;
    private final Businesses businesses;
    private final Texts texts;

    ChargeWare(Sql sql, Businesses businesses, Texts texts) {
        this.sql = sql;
        this.businesses = businesses;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "membership";
    }

    @Override
    public Optional<Wanted> wanted(UUID id) {
        return sql.of(
                        """
                        select c.kind, c.from_on, c.until_on, c.amount_minor, c.currency, c.customer_id, m.plan_name,
                            coalesce(p.tax_rate_id, (select u.id from tax_rate u where u.business_id = :business and u.usual)) tax
                        from membership_charge c
                        join membership m on m.business_id = :business and m.id = c.membership_id
                        join membership_plan p on p.business_id = :business and p.id = m.plan_id
                        where c.business_id = :business and c.id = :id and not c.skipped
                        """)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    private Wanted read(ResultSet row, int number) throws SQLException {
        return new Wanted(
                name(row),
                requireNonNull(Amounts.read(row, "amount_minor", "currency")),
                row.getObject("tax", UUID.class),
                row.getObject("customer_id", UUID.class));
    }

    /** In the business's language, as it stands on the invoice. */
    private String name(ResultSet row) throws SQLException {
        Locale locale = Languages.of(null, businesses.current());
        return texts.text(
                locale,
                "memberships.line." + row.getString("kind"),
                row.getString("plan_name"),
                day(row.getObject("from_on", LocalDate.class), locale),
                day(row.getObject("until_on", LocalDate.class), locale));
    }

    private static String day(@Nullable LocalDate day, Locale locale) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
    }
}
