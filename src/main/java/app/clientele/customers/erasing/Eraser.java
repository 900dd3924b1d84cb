package app.clientele.customers.erasing;

import app.clientele.customers.CustomerErased;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.ErasedPerson;
import app.clientele.customers.ErasureBlocker;
import app.clientele.customers.ErasureBlocker.Obstacle;
import app.clientele.customers.NamingRows;
import app.clientele.customers.PersonalData;
import app.clientele.database.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases those whose time has come: all of one person in one transaction, and only once. */
@Component
class Eraser {
    private final Sql sql;
    private final ErasureRows erasures;
    private final ErasedRows rows;
    private final CustomerRows customers;
    private final ErasedPeople people;
    private final NamingRows naming;
    private final List<PersonalData> data;
    private final List<ErasureBlocker> blockers;
    private final ApplicationEventPublisher events;

    Eraser(
            Sql sql,
            ErasureRows erasures,
            ErasedRows rows,
            CustomerRows customers,
            ErasedPeople people,
            NamingRows naming,
            List<PersonalData> data,
            List<ErasureBlocker> blockers,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.erasures = erasures;
        this.rows = rows;
        this.customers = customers;
        this.people = people;
        this.naming = naming;
        this.data = data;
        this.blockers = blockers;
        this.events = events;
    }

    /** The businesses in which somebody's time has come. */
    @Transactional(readOnly = true)
    public List<UUID> businesses() {
        return sql.acrossBusinesses("select businesses_with_erasures_due()")
                .query(UUID.class)
                .list();
    }

    /** Those whose time has come. */
    @Transactional(readOnly = true)
    public List<UUID> due() {
        return erasures.due();
    }

    /** What stands in the way, whatever modules there are. */
    List<Obstacle> obstacles(UUID customer) {
        return blockers.stream().flatMap(b -> b.of(customer).stream()).toList();
    }

    /** Erases, unless another node got here first; what came in the way meanwhile is waited for. */
    @Transactional
    public void erase(UUID erasure) {
        Erasure asked = erasures.get(erasure);
        if (asked.doneAt() != null || asked.undoneAt() != null) {
            return;
        }
        UUID customer = asked.customerId();
        customers.hold(customer);
        if (!erasures.isDue(erasure)) {
            return;
        }
        if (!obstacles(customer).isEmpty()) {
            erasures.postpone(erasure, customer);
            return;
        }
        erase(erasure, customer);
    }

    private void erase(UUID erasure, UUID customer) {
        ErasedPerson person = people.of(customer);
        UUID[] named =
                Stream.concat(naming.of(person).stream(), rows.linked(person.ids()).stream())
                        .toArray(UUID[]::new);
        Map<String, Long> erased = rows.going(person.ids());
        erasing("on");
        rows.eraseLinked(person.ids());
        erasing("others");
        rows.unlink(person.ids());
        erasing("on");
        data.forEach(module -> module.erase(person));
        rows.erase(person.ids());
        Map<String, Long> kept = rows.staying(person.ids());
        sql.of("select erase_customer(:erasure, :named) where :business is not null")
                .param("erasure", erasure)
                .param("named", named)
                .query(Integer.class)
                .single();
        erasures.done(erasure, erased, kept);
        erasing("");
        events.publishEvent(new CustomerErased(customer));
    }

    /** Tells the database what is going on: nothing that goes is written to the log. */
    private void erasing(String what) {
        sql.of("set local app.erasing = '" + what + "'").update();
    }
}
