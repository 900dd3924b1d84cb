package app.clientele.calendar.online;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.access.Secrets;
import app.clientele.calendar.Appointment;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.Masking;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers asked for online, as they typed it, and what became of it. */
@Service
public class OnlineRequests {
    private final Sql sql;
    private final CustomerRows customers;

    OnlineRequests(Sql sql, CustomerRows customers) {
        this.sql = sql;
        this.customers = customers;
    }

    /**
     * One time somebody asked for.
     *
     * @param name as they gave it
     * @param device phone, tablet, computer or program
     * @param browser its family; blank when it did not say
     * @param status of the appointment by now, or refused
     */
    public record OnlineRequest(
            UUID id,
            @Nullable UUID appointmentId,
            String device,
            String browser,
            String name,
            String email,
            String phone,
            String branch,
            String zone,
            String service,
            @Nullable String staff,
            Instant startsAt,
            Instant endsAt,
            String status,
            Instant createdAt) {}

    /** Those of a customer, the latest first. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Page<OnlineRequest> of(UUID customer, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<OnlineRequest> found =
                sql.of(
                                """
                                select r.*, concat_ws(' ', r.first_name, r.last_name) "name", b.name branch, b.zone, s.name service,
                                    f.name staff, coalesce(a.status, r.outcome) status,
                                    coalesce(a.starts_at, r.starts_at) "begin", coalesce(a.ends_at, r.ends_at) "end"
                                from online_request r
                                join branch b on b.business_id = :business and b.id = r.branch_id
                                join service s on s.business_id = :business and s.id = r.service_id
                                left join appointment a on a.business_id = :business and a.id = r.appointment_id
                                left join staff f on f.business_id = :business and f.id = coalesce(a.staff_id, r.staff_id)
                                where r.business_id = :business and r.customer_id = :customer
                                and (:from::uuid is null or r.id < :from) order by r.id desc limit :limit
                                """)
                        .param("customer", customer)
                        .param("from", from == null ? null : from.id(0))
                        .param("limit", limit + 1)
                        .query(OnlineRequests::read)
                        .list();
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, r -> Cursor.of(r.id()));
    }

    private static OnlineRequest read(ResultSet row, int number) throws SQLException {
        String email = row.getString("email");
        String phone = row.getString("phone");
        return new OnlineRequest(
                row.getObject("id", UUID.class),
                row.getObject("appointment_id", UUID.class),
                row.getString("device"),
                row.getString("browser"),
                row.getString("name"),
                Masking.applies() ? requireNonNull(Masking.email(email)) : email,
                Masking.applies() ? requireNonNull(Masking.number(phone)) : phone,
                row.getString("branch"),
                ZoneId.of(row.getString("zone")).getId(),
                row.getString("service"),
                row.getString("staff"),
                row.getTimestamp("begin").toInstant(),
                row.getTimestamp("end").toInstant(),
                row.getString("status"),
                row.getTimestamp("created_at").toInstant());
    }

    /** Whether its colleague was asked for by name, or the desk chose them. */
    boolean askedFor(Appointment appointment) {
        return sql.of(
                        """
                        select not exists (select from online_request where business_id = :business and appointment_id = :id
                            and staff_id is distinct from :staff)
                        """)
                .param("id", appointment.id())
                .param("staff", appointment.staffId())
                .query(Boolean.class)
                .single();
    }

    /** The appointment that an earlier sending of the same form came to. */
    Optional<UUID> earlier(Wanted wanted) {
        return sql.of(
                        """
                        select appointment_id from online_request
                        where business_id = :business and submission_hash = :hash and appointment_id is not null
                        """)
                .param("hash", Secrets.hash(String.valueOf(wanted.submissionId())))
                .query(UUID.class)
                .optional();
    }

    /** Whether it is the first of its form. */
    boolean insert(
            UUID customer,
            Wanted wanted,
            Visitor visitor,
            Instant ends,
            String outcome,
            @Nullable Appointment made) {
        Instant start = requireNonNull(wanted.startsAt());
        return sql.of(
                                """
                                insert into online_request (business_id, id, customer_id, appointment_id, branch_id, service_id, staff_id,
                                    starts_at, ends_at, outcome, first_name, last_name, email, phone, device, browser, address_hash,
                                    submission_hash, created_via)
                                values (:business, :id, :customer, :appointment, :branch, :service, :staff, :starts, :ends, :outcome,
                                    :first, :last, :email, :phone, :device, :browser, :address, :submission, :via)
                                on conflict do nothing
                                """)
                        .param("id", Ids.next())
                        .param("customer", customer)
                        .param("appointment", made == null ? null : made.id())
                        .param("branch", wanted.branchId())
                        .param("service", wanted.serviceId())
                        .param("staff", wanted.staffId())
                        .param("starts", start.atOffset(UTC))
                        .param("ends", ends.atOffset(UTC))
                        .param("outcome", outcome)
                        .param("first", wanted.firstName())
                        .param("last", wanted.lastName())
                        .param("email", wanted.email())
                        .param("phone", wanted.phone())
                        .param("device", visitor.device().wireName())
                        .param("browser", visitor.browser())
                        .param("address", hash(visitor.address()))
                        .param("submission", Secrets.hash(String.valueOf(wanted.submissionId())))
                        .param("via", Caller.current().door().wireName())
                        .update()
                > 0;
    }

    /** Another one in each business, so that nobody is followed from one to the other. */
    private static byte @Nullable [] hash(@Nullable String address) {
        return address == null ? null : Secrets.hash(Caller.current().business() + "|" + address);
    }
}
