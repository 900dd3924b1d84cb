package app.clientele.calendar.online;

import static java.time.ZoneOffset.UTC;

import app.clientele.calendar.Appointment;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Other times that were proposed to those who asked for one; at most one of a request is open. */
@Component
class Proposals {
    private final Sql sql;

    Proposals(Sql sql) {
        this.sql = sql;
    }

    Optional<Proposal> open(UUID appointment) {
        return sql.of(
                        """
                        select p.id, p.staff_id, f.name staff, p.starts_at, p.ends_at, p.message
                        from time_proposal p join staff f on f.business_id = :business and f.id = p.staff_id
                        where p.business_id = :business and p.appointment_id = :appointment and p.decision = 'open'
                        """)
                .param("appointment", appointment)
                .query(Proposal.class)
                .optional();
    }

    void insert(
            Appointment about, UUID staff, Instant from, Instant until, @Nullable String message) {
        close(about.id(), "withdrawn");
        sql.of(
                        """
                        insert into time_proposal (business_id, id, customer_id, appointment_id, staff_id, starts_at, ends_at, message,
                            created_by, created_via)
                        values (:business, :id, :customer, :appointment, :staff, :starts, :ends, :message, :caller, :via)
                        """)
                .param("id", Ids.next())
                .param("customer", about.customerId())
                .param("appointment", about.id())
                .param("staff", staff)
                .param("starts", from.atOffset(UTC))
                .param("ends", until.atOffset(UTC))
                .param("message", message)
                .param("via", Caller.current().door().wireName())
                .update();
    }

    /** Ends the one that is open, if there is one: accepted, refused or withdrawn. */
    void close(UUID appointment, String state) {
        sql.of(
                        """
                        update time_proposal set decision = :state, updated_at = now()
                        where business_id = :business and appointment_id = :appointment and decision = 'open'
                        """)
                .param("appointment", appointment)
                .param("state", state)
                .update();
    }
}
