package app.clientele.calendar.rules;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Businesses;
import app.clientele.customers.Locks;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Price;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prices and durations agreed on with one customer; what is booked already keeps its own. */
@Service
public class CustomerPrices {
    /** How many there can be for one customer. */
    public static final int MOST = 200;

    private final Sql sql;
    private final RuleRows rows;
    private final Businesses businesses;
    private final Locks locks;
    private final Clashes clashes;

    CustomerPrices(Sql sql, RuleRows rows, Businesses businesses, Locks locks, Clashes clashes) {
        this.sql = sql;
        this.rows = rows;
        this.businesses = businesses;
        this.locks = locks;
        this.clashes = clashes;
    }

    /** What may be said of one: a price, a duration or both. */
    public record PriceDetails(
            @NotNull @Nullable UUID serviceId,
            @Nullable UUID staffId,
            @Price @Nullable Money price,
            @Min(1) @Max(1440) @Nullable Integer minutes,
            @Line(max = 200) @Nullable String note) {}

    /** All of a customer, by service. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<CustomerPrice> of(UUID customer) {
        return all(customer);
    }

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public CustomerPrice get(UUID customer, UUID id) {
        return find(customer, id);
    }

    private List<CustomerPrice> all(UUID customer) {
        return CustomerPrice.read(rows.ask(customer, CustomerPrice.GLANCE));
    }

    private CustomerPrice find(UUID customer, UUID id) {
        return all(customer).stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("price"));
    }

    @Requires(Permission.PRICE_EDIT)
    @Transactional
    public UUID add(UUID customer, PriceDetails details) {
        check(details, null);
        locks.check(customer);
        if (all(customer).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        write(
                bind(
                                """
                                insert into customer_price (business_id, id, customer_id, service_id, staff_id, minutes, price_minor, currency,
                                    note, created_by, created_via)
                                values (:business, :id, :customer, :service, :staff, :minutes, :price, :currency, :note, :caller, :via)
                                """,
                                customer,
                                id,
                                details)
                        .param("via", Caller.current().door().wireName()));
        return id;
    }

    /** A price from before the business changed its currency may stay until it is changed. */
    private void check(PriceDetails details, @Nullable CustomerPrice present) {
        Validation.check(details);
        Money price = details.price();
        if (price == null && details.minutes() == null) {
            throw new Invalid("price", "price_or_minutes");
        }
        String currency = businesses.current().currency();
        boolean kept = present != null && price != null && price.equals(present.price());
        if (price != null && !kept && !price.getCurrencyUnit().getCode().equals(currency)) {
            throw new Invalid("price", "currency", currency);
        }
        rows.mustKnow("service", "serviceId", requireNonNull(details.serviceId()));
        if (details.staffId() != null) {
            rows.mustKnow("staff", "staffId", details.staffId());
        }
    }

    private StatementSpec bind(String statement, UUID customer, UUID id, PriceDetails details) {
        return sql.of(statement)
                .param("customer", customer)
                .param("id", id)
                .param("service", details.serviceId())
                .param("staff", details.staffId())
                .param("minutes", details.minutes())
                .param("price", Amounts.minor(details.price()))
                .param("currency", Amounts.currency(details.price()))
                .param("note", details.note());
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("serviceId", "taken");
        }
    }

    /** Changes one that is still as the caller read it. */
    @Requires(Permission.PRICE_EDIT)
    @Transactional
    public void change(UUID customer, UUID id, PriceDetails details, int version) {
        CustomerPrice present = find(customer, id);
        check(details, present);
        locks.check(customer);
        int changed =
                write(
                        bind(
                                        """
                                        update customer_price set service_id = :service, staff_id = :staff, minutes = :minutes,
                                            price_minor = :price, currency = :currency, note = :note,
                                            version = version + 1, updated_at = now()
                                        where business_id = :business and customer_id = :customer and id = :id and version = :version
                                        """,
                                        customer,
                                        id,
                                        details)
                                .param("version", version));
        if (changed == 0) {
            throw clashes.since("customer_price", id, version, find(customer, id).version());
        }
    }

    @Requires(Permission.PRICE_EDIT)
    @Transactional
    public void remove(UUID customer, UUID id) {
        locks.check(customer);
        int gone =
                sql.of(
                                "delete from customer_price where business_id = :business and customer_id = :customer and id = :id")
                        .param("customer", customer)
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new NotFound("price");
        }
    }
}
