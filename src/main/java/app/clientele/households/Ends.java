package app.clientele.households;

import app.clientele.customers.Locks;
import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The two records of a link, held while it changes. */
@Component
class Ends {
    private final Sql sql;
    private final Locks locks;

    Ends(Sql sql, Locks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    boolean isKnown(UUID customer) {
        return sql.of(
                        "select exists (select from customer where business_id = :business and id = :id)")
                .param("id", customer)
                .query(Boolean.class)
                .single();
    }

    /**
     * Keeps both from being linked, merged or locked by others until the transaction has ended;
     * always in the same order, so that two never wait for each other.
     *
     * @throws app.clientele.customers.ProfileLocked when either is locked for the caller
     */
    void hold(UUID one, UUID other) {
        List<UUID> there =
                sql.of(
                                "select id from customer where business_id = :business and id in (:one, :other) order by id for update")
                        .param("one", one)
                        .param("other", other)
                        .query(UUID.class)
                        .list();
        if (Stream.of(one, other).anyMatch(id -> !there.contains(id))) {
            throw new NotFound("customer");
        }
        there.forEach(locks::check);
    }
}
