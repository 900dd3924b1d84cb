package app.clientele.customers.erasing;

import app.clientele.customers.ErasureBlocker;
import app.clientele.database.Sql;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is locked is to be kept as it is: whoever locked it had a reason, such as a dispute. */
@Component
class LockBlocker implements ErasureBlocker {
    private final Sql sql;

    LockBlocker(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        return sql
                .of(
                        "select locked_reason from customer where business_id = :business and id = :id and locked_reason is not null")
                .param("id", customer)
                .query(String.class)
                .list()
                .stream()
                .map(reason ->
                        new Obstacle(
                                new Reason("erasure_locked", reason), "/customers/" + customer))
                .toList();
    }
}
