package app.clientele.ledger.gifts;

import app.clientele.access.Clashes;
import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Price;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is offered when a gift card is sold, and for how long it holds. */
@Service
public class GiftSettings {
    private final Sql sql;
    private final Businesses businesses;
    private final Clashes clashes;

    GiftSettings(Sql sql, Businesses businesses, Clashes clashes) {
        this.sql = sql;
        this.businesses = businesses;
        this.clashes = clashes;
    }

    /**
     * As it is set.
     *
     * @param months after which a card expires, unless its own last day is said; never when absent
     */
    public record Offer(List<Money> amounts, @Nullable Integer months, @JsonIgnore int version) {
        /** What may be changed about it. */
        public OfferDetails details() {
            return new OfferDetails(amounts, months);
        }
    }

    /** What one may say of it. */
    public record OfferDetails(
            @Size(max = 12) @Nullable List<@NotNull @Price Money> amounts,
            @Min(1) @Max(1200) @Nullable Integer months) {
        List<Money> offered() {
            return amounts == null ? List.of() : amounts;
        }
    }

    @Open("it is offered to whoever buys one")
    @Transactional(readOnly = true)
    public Offer current() {
        return sql.of(
                        "select amounts, months, version from gift_settings where business_id = :business")
                .query((row, number) -> offer(row, unit()))
                .optional()
                .orElse(new Offer(List.of(), null, 1));
    }

    private CurrencyUnit unit() {
        return CurrencyUnit.of(businesses.current().currency());
    }

    private static Offer offer(ResultSet row, CurrencyUnit unit) throws SQLException {
        List<Money> amounts =
                Stream.of((Long[]) row.getArray("amounts").getArray())
                        .map(minor -> Money.ofMinor(unit, minor))
                        .toList();
        return new Offer(amounts, row.getObject("months", Integer.class), row.getInt("version"));
    }

    /** Changes it; cards there are keep what they said. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void change(OfferDetails details, int version) {
        Validation.check(details);
        check(details);
        // written down first, so that the log tells what was changed
        sql.of(
                        """
                        insert into gift_settings (business_id, id) values (:business, :business)
                        on conflict (business_id) do nothing
                        """)
                .update();
        int changed =
                sql.of(
                                """
                                update gift_settings set amounts = :amounts, months = :months, version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """)
                        .param(
                                "amounts",
                                details.offered().stream()
                                        .map(Money::getAmountMinorLong)
                                        .distinct()
                                        .sorted()
                                        .toArray(Long[]::new))
                        .param("months", details.months())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since(
                    "gift_settings", Caller.current().business(), version, current().version());
        }
    }

    private void check(OfferDetails details) {
        List<Problem> problems = new ArrayList<>();
        List<Money> amounts = details.offered();
        for (int i = 0; i < amounts.size(); i++) {
            String field = "amounts[" + i + "]";
            if (!amounts.get(i).getCurrencyUnit().equals(unit())) {
                problems.add(new Problem(field, "currency", unit().getCode()));
            } else if (amounts.get(i).isZero()) {
                problems.add(new Problem(field, "payment_nothing"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
