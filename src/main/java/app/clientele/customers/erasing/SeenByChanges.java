package app.clientele.customers.erasing;

import app.clientele.customers.SeenSource;
import app.clientele.database.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose record, or anything on it, was changed by a person or a program of theirs. */
@Component
class SeenByChanges implements SeenSource {
    private final Sql sql;

    SeenByChanges(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<UUID> seenSince(Collection<UUID> customers, Instant since) {
        return sql.of(
                        """
                        select i.id from unnest(:ids) i(id) where exists (
                            select from change h where h.business_id = :business and h.customer_id = i.id and h.actor is not null
                                and h.at >= :since and h.entity not in ('customer_erasure', 'customer_export', 'retention_notice'))
                        """)
                .param("ids", customers.toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .set();
    }
}
