package app.clientele.ledger.gifts;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerRows;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.ledger.LedgerDays;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what is wanted of a gift card, and finds out what that is worth. */
@Component
public class GiftWishes {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Sql sql;
    private final CustomerRows customers;
    private final Businesses businesses;
    private final GiftSettings settings;
    private final LedgerDays days;
    private final Clock clock;

    GiftWishes(
            Sql sql,
            CustomerRows customers,
            Businesses businesses,
            GiftSettings settings,
            LedgerDays days,
            Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.businesses = businesses;
        this.settings = settings;
        this.days = days;
        this.clock = clock;
    }

    /**
     * What a wish comes to.
     *
     * @param service what it is meant for, as that is called today
     */
    public record Worth(Money value, @Nullable String service) {}

    private record Priced(String name, @Nullable Money price) {}

    /**
     * What a wish is worth.
     *
     * @return nothing when something is wrong with it, which is then among the problems
     */
    public Optional<Worth> worth(
            String field, GiftWish wish, String currency, List<Problem> problems) {
        int before = problems.size();
        checkDays(field, wish, problems);
        checkHolder(field, wish, problems);
        if ((wish.value() == null) == (wish.serviceId() == null)) {
            problems.add(new Problem(field + "value", "gift_value"));
            return Optional.empty();
        }
        Worth worth =
                wish.value() == null
                        ? ofService(field, requireNonNull(wish.serviceId()), problems)
                        : new Worth(wish.value(), null);
        if (worth != null) {
            checkValue(field, worth.value(), currency, problems);
        }
        return problems.size() > before ? Optional.empty() : Optional.ofNullable(worth);
    }

    /**
     * A wish that was checked before, for what it was worth then.
     *
     * @throws Refused {@code gift_card_day_over} when its last day went by since
     */
    public Worth as(GiftWish wish, Money value) {
        if (wish.expiresOn() != null && wish.expiresOn().isBefore(days.today())) {
            throw new Refused("gift_card_day_over");
        }
        String service =
                wish.serviceId() == null
                        ? null
                        : sql.of(
                                        "select name from service where business_id = :business and id = :id")
                                .param("id", wish.serviceId())
                                .query(String.class)
                                .single();
        return new Worth(value, service);
    }

    /** Who holds it: who is named, if they have a record still, or who buys it for nobody. */
    @Nullable UUID holder(GiftWish wish, @Nullable UUID buyer) {
        boolean own =
                wish.customerId() == null
                        && wish.recipientName() == null
                        && wish.recipientEmail() == null;
        UUID named = own ? buyer : wish.customerId();
        return named == null || customers.find(named).isEmpty() ? null : named;
    }

    private static void checkValue(
            String field, Money value, String currency, List<Problem> problems) {
        if (!value.getCurrencyUnit().getCode().equals(currency)) {
            problems.add(new Problem(field + "value", "currency", currency));
        } else if (value.isZero()) {
            problems.add(new Problem(field + "value", "payment_nothing"));
        }
    }

    private @Nullable Worth ofService(String field, UUID service, List<Problem> problems) {
        Priced found =
                sql.of(
                                "select name, price_minor, currency from service where business_id = :business and id = :id and archived_at is null")
                        .param("id", service)
                        .query((row, number) ->
                                new Priced(
                                        row.getString("name"),
                                        Amounts.read(row, "price_minor", "currency")))
                        .optional()
                        .orElse(null);
        if (found == null || found.price() == null) {
            problems.add(
                    new Problem(
                            field + "serviceId", found == null ? "choice" : "gift_service_price"));
            return null;
        }
        return new Worth(found.price(), found.name());
    }

    private void checkDays(String field, GiftWish wish, List<Problem> problems) {
        if (wish.deliverOn() != null
                && (wish.deliverOn().isBefore(delivering()) || wish.deliverOn().isAfter(LAST))) {
            problems.add(new Problem(field + "deliverOn", "day_over"));
        }
        checkLastDay(field + "expiresOn", wish.expiresOn(), problems);
    }

    void checkLastDay(String field, @Nullable LocalDate day, List<Problem> problems) {
        if (day != null && (day.isBefore(days.today()) || day.isAfter(LAST))) {
            problems.add(new Problem(field, "day_over"));
        }
    }

    private void checkHolder(String field, GiftWish wish, List<Problem> problems) {
        Customer holder =
                wish.customerId() == null ? null : customers.find(wish.customerId()).orElse(null);
        if (wish.customerId() != null && holder == null) {
            problems.add(new Problem(field + "customerId", "customer_unknown"));
        } else if (wish.deliverOn() != null
                && wish.recipientEmail() == null
                && (holder == null || holder.details().emails().isEmpty())) {
            problems.add(new Problem(field + "recipientEmail", "required"));
        }
    }

    /** The day it is for the letters: that of the business. */
    LocalDate delivering() {
        return LocalDate.now(clock.withZone(businesses.current().zone()));
    }

    /** The day of its letter, if one is to be written. */
    @Nullable LocalDate deliverOn(GiftWish wish) {
        return wish.deliverOn() == null && wish.recipientEmail() != null
                ? delivering()
                : wish.deliverOn();
    }

    /** Its last day. */
    @Nullable LocalDate expiresOn(GiftWish wish) {
        Integer months = settings.current().months();
        return wish.expiresOn() == null && months != null
                ? days.today().plusMonths(months)
                : wish.expiresOn();
    }
}
