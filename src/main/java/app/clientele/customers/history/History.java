package app.clientele.customers.history;

import app.clientele.customers.ChangesSince;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.custom.CustomField;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Open;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What happened to a record and to all that hangs on it, told from the change log. */
@Service
public class History implements ChangesSince {
    private final Sql sql;
    private final LoggedChanges log;
    private final HistoryWords words;
    private final CustomerRows customers;

    History(Sql sql, LoggedChanges log, HistoryWords words, CustomerRows customers) {
        this.sql = sql;
        this.log = log;
        this.words = words;
        this.customers = customers;
    }

    /**
     * One change.
     *
     * @param actor the name of the person or key that did it, absent when the application did
     * @param source the door it came through
     * @param entity the table
     * @param operation insert, update or delete
     * @param about the text of the note or alert, where that stayed as it was
     * @param restorable whether it can be taken back whole
     */
    public record Change(
            long id,
            Instant at,
            @Nullable UUID actorId,
            @Nullable String actor,
            String source,
            String entity,
            UUID rowId,
            String operation,
            @Nullable String about,
            List<FieldChange> fields,
            boolean restorable) {}

    /**
     * One field's value before and after, in words people read.
     *
     * @param restorable whether it can be put back by itself
     * @param custom what the business says of the field, where it is its own
     */
    public record FieldChange(
            String field,
            @Nullable String before,
            @Nullable String after,
            boolean restorable,
            @JsonIgnore @Nullable CustomField custom) {}

    /**
     * One value in words.
     *
     * @param custom what the business says of the field, where it is its own
     */
    public record Fact(String field, String value, @JsonIgnore @Nullable CustomField custom) {}

    /**
     * Which changes are wanted: of one field, by one person.
     *
     * @param field {@code customer.lastName}, or only the table
     */
    public record Filter(@Nullable String field, @Nullable UUID actor) {
        /** Every change. */
        public static final Filter ALL = new Filter(null, null);
    }

    /** Who changed something: a member of staff or a key. */
    public record Actor(UUID id, String name) {}

    /** The changes of a record, newest first. */
    @Requires(Permission.HISTORY_VIEW)
    @Transactional(readOnly = true)
    public Page<Change> of(UUID customer, Filter filter, @Nullable String cursor, int limit) {
        List<LoggedChange> found = log.of(customer, filter, Cursor.parse(cursor, 1), limit + 1);
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, r -> Cursor.of(r.id())).map(words.teller(found));
    }

    /** Those who changed something of a record lately, by name. */
    @Requires(Permission.HISTORY_VIEW)
    @Transactional(readOnly = true)
    public List<Actor> actors(UUID customer) {
        return sql.of(
                        """
                        select a.id, a.name from actor a
                        where a.business_id = :business and a.id in (
                            select c.actor from (
                                select actor from change where business_id = :business and customer_id = :customer
                                order by id desc limit 1000) c)
                        order by a.name, a.id
                        """)
                .param("customer", customer)
                .query(Actor.class)
                .list();
    }

    /** What a field is now, and who changed it last since a version. */
    @Open("called by whatever writes, which asks for its own permission")
    public Stale.Clash latest(UUID customer, String field, int version, JsonNode now) {
        return log.latest(customer, field, version).stream()
                .flatMap(change -> words.clashes(List.of(change)).stream())
                .filter(clash -> clash.field().equals(field))
                .findFirst()
                .orElseGet(() -> {
                    String value = HistoryValues.of(field, now, NullNode.getInstance());
                    return new Stale.Clash(field, value, null, null);
                });
    }

    @Override
    @Open("called by whatever writes, which asks for its own permission")
    @Transactional(readOnly = true)
    public List<Stale.Clash> since(UUID customer, int version, int now) {
        return words.clashes(log.since(customer, version, now));
    }
}
