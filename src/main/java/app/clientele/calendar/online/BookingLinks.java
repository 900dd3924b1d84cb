package app.clientele.calendar.online;

import static java.time.ZoneOffset.UTC;

import app.clientele.access.Secrets;
import app.clientele.calendar.Appointment;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Secret links, each to one appointment and no further; they end a while after it. */
@Component
public class BookingLinks {
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final Sql sql;

    BookingLinks(Sql sql) {
        this.sql = sql;
    }

    /** The secret of a new one. */
    public String to(Appointment appointment) {
        String secret = Secrets.next();
        sql.of(
                        """
                        insert into appointment_link (business_id, id, appointment_id, secret_hash, expires_at)
                        values (:business, :id, :appointment, :hash, :until)
                        """)
                .param("id", Ids.next())
                .param("appointment", appointment.id())
                .param("hash", Secrets.hash(secret))
                .param("until", appointment.endsAt().plus(AFTERWARDS).atOffset(UTC))
                .update();
        return secret;
    }

    /** Which appointment it leads to, as long as there is somebody whose it is. */
    Optional<UUID> find(String secret) {
        return sql.of(
                        """
                        select l.appointment_id from appointment_link l
                        join appointment a on a.business_id = :business and a.id = l.appointment_id
                        join customer c on c.business_id = :business and c.id = a.customer_id and c.erase_at is null
                        where l.business_id = :business and l.secret_hash = :hash and l.expires_at > now()
                        """)
                .param("hash", Secrets.hash(secret))
                .query(UUID.class)
                .optional();
    }
}
