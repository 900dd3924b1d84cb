package app.clientele.calendar;

import static java.time.ZoneOffset.UTC;

import app.clientele.calendar.Move.Target;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appointments as rows: written. What they take of a colleague's time, triggers keep. */
@Component
class AppointmentWrites {
    private final Sql sql;

    AppointmentWrites(Sql sql) {
        this.sql = sql;
    }

    /**
     * A booking whose every question is answered.
     *
     * @param before minutes kept free before it
     * @param after minutes kept free after it
     */
    record Entry(
            UUID id,
            UUID visit,
            @Nullable UUID series,
            Booking booking,
            Target at,
            String service,
            int before,
            int after) {}

    /**
     * Those who write what may exclude each other queue in one order, or would block each other.
     */
    void queue(Collection<UUID> customers, Collection<UUID> staff) {
        sql.of("select queue_for(:customers, :staff) where :business::uuid is not null")
                .param("customers", customers.toArray(UUID[]::new))
                .param("staff", staff.toArray(UUID[]::new))
                .query((row, number) -> number)
                .list();
    }

    void insert(Entry entry) {
        Booking booking = entry.booking();
        sql.of(
                        """
                        insert into appointment (business_id, id, customer_id, booked_by_id, guest_name, visit_id, series_id, branch_id,
                            service_id, service_name, staff_id, starts_at, ends_at, busy, status, held, price_minor, currency, note,
                            overlap_allowed, overlap_reason, created_via)
                        values (:business, :id, :customer, :bookedBy, :guest, :visit, :series, :branch, :service, :name, :staff,
                            :starts, :ends, tstzrange(:starts::timestamptz - :before * interval '1 minute',
                                :ends::timestamptz + :after * interval '1 minute'),
                            :status, :held, :price, :currency, :note, :overlap::text is not null, :overlap, :via)
                        """)
                .param("id", entry.id())
                .param("customer", booking.customerId())
                .param("bookedBy", booking.bookedById())
                .param("guest", booking.guestName())
                .param("visit", entry.visit())
                .param("series", entry.series())
                .param("branch", entry.at().branchId())
                .param("service", booking.serviceId())
                .param("name", entry.service())
                .param("staff", entry.at().staffId())
                .param("starts", entry.at().startsAt().atOffset(UTC))
                .param("ends", entry.at().endsAt().atOffset(UTC))
                .param("before", entry.before())
                .param("after", entry.after())
                .param("status", booking.statusOrBooked().wireName())
                .param("held", booking.statusOrBooked().isHeld())
                .param("price", Amounts.minor(booking.price()))
                .param("currency", Amounts.currency(booking.price()))
                .param("note", booking.note())
                .param("overlap", booking.overlapReason())
                .param("via", Caller.current().door().wireName())
                .update();
    }

    /** Whether it still had this version. */
    boolean change(UUID id, AppointmentDetails details, int version) {
        return sql.of(
                                """
                                update appointment set price_minor = :price, currency = :currency, note = :note,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and version = :version
                                """)
                        .param("price", Amounts.minor(details.price()))
                        .param("currency", Amounts.currency(details.price()))
                        .param("note", details.note())
                        .param("id", id)
                        .param("version", version)
                        .update()
                > 0;
    }

    /** Its buffers go with it. */
    void move(UUID id, Target target, AppointmentStatus status, @Nullable String overlap) {
        sql.of(
                        """
                        update appointment set starts_at = :starts, ends_at = :ends, staff_id = :staff, branch_id = :branch,
                            busy = tstzrange(:starts::timestamptz - (starts_at - lower(busy)), :ends::timestamptz + (upper(busy) - ends_at)),
                            status = :status, overlap_reason = coalesce(:overlap, overlap_reason),
                            overlap_allowed = overlap_allowed or :overlap::text is not null,
                            version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("starts", target.startsAt().atOffset(UTC))
                .param("ends", target.endsAt().atOffset(UTC))
                .param("staff", target.staffId())
                .param("branch", target.branchId())
                .param("status", status.wireName())
                .param("overlap", overlap)
                .update();
    }

    void status(UUID id, AppointmentStatus status, @Nullable String reason) {
        sql.of(
                        """
                        update appointment set status = :status, held = :held, cancel_reason = :reason,
                            offer_until = case when not :held then offer_until end,
                            version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("status", status.wireName())
                .param("held", status.isHeld())
                .param("reason", reason)
                .update();
    }
}
