package app.clientele.calendar.rules;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.customers.Locks;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer does not want: never booked for them again, whichever way. */
@Service
public class DislikedServices {
    /** How many there can be for one customer. */
    public static final int MOST = 100;

    private final Sql sql;
    private final RuleRows rows;
    private final Locks locks;
    private final Clashes clashes;

    DislikedServices(Sql sql, RuleRows rows, Locks locks, Clashes clashes) {
        this.sql = sql;
        this.rows = rows;
        this.locks = locks;
        this.clashes = clashes;
    }

    /** What may be said of one. */
    public record DislikeDetails(
            @NotNull @Nullable UUID serviceId, @Prose(max = 500) @Nullable String comment) {}

    /** All of a customer, by name. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<DislikedService> of(UUID customer) {
        return all(customer);
    }

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public DislikedService get(UUID customer, UUID id) {
        return find(customer, id);
    }

    private List<DislikedService> all(UUID customer) {
        return DislikedService.read(rows.ask(customer, DislikedService.GLANCE));
    }

    private DislikedService find(UUID customer, UUID id) {
        return all(customer).stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("disliked_service"));
    }

    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public UUID add(UUID customer, DislikeDetails details) {
        check(details);
        locks.check(customer);
        if (all(customer).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        write(
                bind(
                                """
                                insert into disliked_service (business_id, id, customer_id, service_id, comment, created_by, created_via)
                                values (:business, :id, :customer, :service, :comment, :caller, :via)
                                """,
                                customer,
                                id,
                                details)
                        .param("via", Caller.current().door().wireName()));
        return id;
    }

    private void check(DislikeDetails details) {
        Validation.check(details);
        rows.mustKnow("service", "serviceId", requireNonNull(details.serviceId()));
    }

    private StatementSpec bind(String statement, UUID customer, UUID id, DislikeDetails details) {
        return sql.of(statement)
                .param("customer", customer)
                .param("id", id)
                .param("service", details.serviceId())
                .param("comment", details.comment());
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("serviceId", "taken");
        }
    }

    /** Changes one that is still as the caller read it. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void change(UUID customer, UUID id, DislikeDetails details, int version) {
        check(details);
        locks.check(customer);
        int changed =
                write(
                        bind(
                                        """
                                        update disliked_service set service_id = :service, comment = :comment,
                                            version = version + 1, updated_at = now()
                                        where business_id = :business and customer_id = :customer and id = :id and version = :version
                                        """,
                                        customer,
                                        id,
                                        details)
                                .param("version", version));
        if (changed == 0) {
            int present = find(customer, id).version();
            throw clashes.since("disliked_service", id, version, present);
        }
    }

    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void remove(UUID customer, UUID id) {
        locks.check(customer);
        int gone =
                sql.of(
                                "delete from disliked_service where business_id = :business and customer_id = :customer and id = :id")
                        .param("customer", customer)
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new NotFound("disliked_service");
        }
    }
}
