package app.clientele.calendar;

import static java.time.ZoneOffset.UTC;

import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Times that are kept for whoever waited for them: a request that takes its colleague's time until
 * it is answered, so that nobody else can be booked then.
 */
@Service
public class OfferedTimes {
    private final Sql sql;
    private final AppointmentRows rows;
    private final Appointments appointments;

    OfferedTimes(Sql sql, AppointmentRows rows, Appointments appointments) {
        this.sql = sql;
        this.rows = rows;
        this.appointments = appointments;
    }

    /**
     * Asks for a time and keeps it.
     *
     * @throws Refused {@code double_booked} when somebody has it by now, {@code
     *     customer_double_booked} when the customer is elsewhere
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment keep(Booking request, Instant until) {
        UUID id = appointments.book(request).id();
        sql.of(
                        """
                        update appointment set held = true, offer_until = :until, updated_at = now()
                        where business_id = :business and id = :id and status = 'requested'
                        """)
                .param("id", id)
                .param("until", until.atOffset(UTC))
                .update();
        return appointments.get(id);
    }

    /** One that is kept, or was; nobody else answers until the transaction has ended. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment hold(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("appointment"));
    }

    /** They take it and have said that they come. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment take(UUID id) {
        appointments.accept(id);
        return appointments.confirm(id);
    }

    /** They take it, and the business has yet to accept: until then its time stays kept. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment ask(UUID id) {
        sql.of(
                        """
                        update appointment set offer_until = null, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .update();
        return appointments.get(id);
    }

    /** It is theirs no longer. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void leave(UUID id) {
        appointments.decline(id, null);
    }
}
