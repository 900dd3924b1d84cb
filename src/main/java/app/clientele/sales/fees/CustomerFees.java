package app.clientele.sales.fees;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.Locks;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.sales.fees.CustomerFee.CustomerFeeDetails;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was agreed about fees with one customer: never, or an amount of their own. */
@Service
public class CustomerFees {
    private final Sql sql;
    private final JsonMapper json;
    private final CustomerRows customers;
    private final Locks locks;
    private final Businesses businesses;
    private final Clashes clashes;

    CustomerFees(
            Sql sql,
            JsonMapper json,
            CustomerRows customers,
            Locks locks,
            Businesses businesses,
            Clashes clashes) {
        this.sql = sql;
        this.json = json;
        this.customers = customers;
        this.locks = locks;
        this.businesses = businesses;
        this.clashes = clashes;
    }

    /** All of a customer: at most one of each kind. */
    @Requires({Permission.SALE_VIEW, Permission.PRICE_EDIT})
    @Transactional(readOnly = true)
    public List<CustomerFee> of(UUID customer) {
        return all(customer);
    }

    @Requires({Permission.SALE_VIEW, Permission.PRICE_EDIT})
    @Transactional(readOnly = true)
    public CustomerFee get(UUID customer, UUID id) {
        return find(customer, id);
    }

    private List<CustomerFee> all(UUID customer) {
        return sql.of(
                        "select coalesce(to_json((%s))::text, 'null') from customer c where c.business_id = :business and c.id = :customer"
                                .formatted(CustomerFee.GLANCE))
                .param("customer", customer)
                .query(String.class)
                .optional()
                .map(text -> CustomerFee.read(json.readTree(text)))
                .orElseThrow(() -> new NotFound("customer"));
    }

    private CustomerFee find(UUID customer, UUID id) {
        return all(customer).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("customer_fee"));
    }

    @Requires(Permission.PRICE_EDIT)
    @Transactional
    public UUID add(UUID customer, CustomerFeeDetails details) {
        check(details);
        customers.require(customer);
        locks.check(customer);
        UUID id = Ids.next();
        write(
                bind(
                                """
                                insert into customer_fee (business_id, id, customer_id, kind, never, percent, amount_minor, currency, reason,
                                    created_by, created_via)
                                values (:business, :id, :customer, :kind, :never, :percent, :amount, :currency, :reason, :caller, :via)
                                """,
                                customer,
                                id,
                                details)
                        .param("via", Caller.current().door().wireName()));
        return id;
    }

    private void check(CustomerFeeDetails details) {
        Validation.check(details);
        List<Problem> problems = new ArrayList<>();
        if (details.nothing()) {
            if (details.percent() != null || details.amount() != null) {
                problems.add(new Problem("never", "fee_one_amount"));
            }
        } else {
            FeeAmount.check(
                    details.percent(), details.amount(), businesses.current().currency(), problems);
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private StatementSpec bind(
            String statement, UUID customer, UUID id, CustomerFeeDetails details) {
        return sql.of(statement)
                .param("customer", customer)
                .param("id", id)
                .param("kind", requireNonNull(details.kind()).wireName())
                .param("never", details.nothing())
                .param("percent", details.percent())
                .param("amount", Amounts.minor(details.amount()))
                .param("currency", Amounts.currency(details.amount()))
                .param("reason", details.reason());
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("kind", "taken");
        }
    }

    /** Changes one that is still as the caller read it. */
    @Requires(Permission.PRICE_EDIT)
    @Transactional
    public void change(UUID customer, UUID id, CustomerFeeDetails details, int version) {
        CustomerFee present = find(customer, id);
        check(details);
        locks.check(customer);
        int changed =
                write(
                        bind(
                                        """
                                        update customer_fee set kind = :kind, never = :never, percent = :percent, amount_minor = :amount,
                                            currency = :currency, reason = :reason, version = version + 1, updated_at = now()
                                        where business_id = :business and customer_id = :customer and id = :id and version = :version
                                        """,
                                        customer,
                                        id,
                                        details)
                                .param("version", version));
        if (changed == 0) {
            throw clashes.since("customer_fee", id, version, present.version());
        }
    }

    @Requires(Permission.PRICE_EDIT)
    @Transactional
    public void remove(UUID customer, UUID id) {
        locks.check(customer);
        int gone =
                sql.of(
                                "delete from customer_fee where business_id = :business and customer_id = :customer and id = :id")
                        .param("customer", customer)
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new NotFound("customer_fee");
        }
    }
}
