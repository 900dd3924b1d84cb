package app.clientele.imports;

import app.clientele.customers.ErasureBlocker;
import app.clientele.customers.duplicates.ManyComing;
import app.clientele.database.Sql;
import app.clientele.shared.Refused.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A list that is being taken in may bring back whoever is erased meanwhile, and makes so many
 * records that looking for pairs among them waits.
 */
@Component
class RunningImports implements ErasureBlocker, ManyComing {
    private final Sql sql;

    RunningImports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean now() {
        return !running().isEmpty();
    }

    private List<UUID> running() {
        return sql.of(
                        "select id from import_batch where business_id = :business and state in ('running', 'undoing') limit 1")
                .query(UUID.class)
                .list();
    }

    @Override
    public List<Obstacle> of(UUID customer) {
        return running().stream()
                .map(id -> new Obstacle(new Reason("erasure_import"), "/imports/" + id))
                .toList();
    }
}
