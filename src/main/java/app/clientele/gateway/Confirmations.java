package app.clientele.gateway;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.shared.Caller;
import app.clientele.shared.Open;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers see after they confirmed a payment at their bank. */
@Service
public class Confirmations {
    private final Sql sql;
    private final Operations operations;
    private final OperationRows rows;
    private final Businesses businesses;
    private final TransactionTemplate transactions;

    Confirmations(
            Sql sql,
            Operations operations,
            OperationRows rows,
            Businesses businesses,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.operations = operations;
        this.rows = rows;
        this.businesses = businesses;
        this.transactions = transactions;
    }

    /**
     * How a payment stands.
     *
     * @param state as the gateway has it
     */
    public record ConfirmedPayment(Business business, Locale language, String state) {}

    /** Asks the gateway what came of it first; nothing when it is no payment of ours. */
    @Open("the id can't be guessed, and tells no more than how it stands")
    public Optional<ConfirmedPayment> see(UUID payment) {
        return sql.acrossBusinesses("select * from find_gateway_operation(:id)")
                .param("id", payment)
                .query(UUID.class)
                .optional()
                .map(business ->
                        new Caller(business, null, Caller.Door.PORTAL, null, Set.of())
                                .call(() -> seen(payment)));
    }

    private ConfirmedPayment seen(UUID payment) {
        operations.check(payment);
        return requireNonNull(
                transactions.execute(t -> {
                    Business business = businesses.current();
                    String state = rows.find(payment).map(Operation::state).orElse("unknown");
                    return new ConfirmedPayment(business, Languages.of(null, business), state);
                }));
    }
}
