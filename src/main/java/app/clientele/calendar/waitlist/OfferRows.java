package app.clientele.calendar.waitlist;

import static java.time.ZoneOffset.UTC;

import app.clientele.calendar.Appointment;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers and what got free, as rows. */
@Component
class OfferRows {
    private final Sql sql;

    OfferRows(Sql sql) {
        this.sql = sql;
    }

    /** An offer, whatever became of it. */
    record Offer(
            UUID id,
            UUID customerId,
            UUID entryId,
            UUID appointmentId,
            UUID staffId,
            Instant startsAt,
            Instant endsAt,
            Instant offerUntil,
            boolean automatic,
            String state) {
        boolean isOpen() {
            return state.equals("open");
        }

        boolean meets(Instant from, Instant until) {
            return startsAt.isBefore(until) && endsAt.isAfter(from);
        }
    }

    /**
     * What got free.
     *
     * @param staffId whose time; of everybody there when absent
     * @param startsAt since when; at whatever time when absent
     */
    record Freed(
            @Nullable UUID branchId,
            @Nullable UUID staffId,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            Instant createdAt) {}

    /** A colleague whom a customer prefers, or must not meet. */
    record Liking(UUID staffId, boolean preferred) {}

    /** The most preferred first. */
    List<Liking> likings(UUID customer) {
        return sql.of(
                        """
                        select staff_id, rank is not null preferred from staff_preference
                        where business_id = :business and customer_id = :customer order by rank
                        """)
                .param("customer", customer)
                .query(Liking.class)
                .list();
    }

    private static final String SELECT =
            """
            select id, customer_id, entry_id, appointment_id, staff_id, starts_at, ends_at, offer_until, automatic, decision state
            from waitlist_offer where business_id = :business\
            """;

    Optional<Offer> find(UUID id) {
        return sql.of(SELECT + " and id = :id").param("id", id).query(Offer.class).optional();
    }

    /** The one that an appointment keeps, or kept. */
    Optional<Offer> of(UUID appointment) {
        return sql.of(SELECT + " and appointment_id = :appointment")
                .param("appointment", appointment)
                .query(Offer.class)
                .optional();
    }

    /** All that somebody was offered for one wish. */
    List<Offer> all(UUID entry) {
        return sql.of(SELECT + " and entry_id = :entry order by created_at desc limit 200")
                .param("entry", entry)
                .query(Offer.class)
                .list();
    }

    void insert(WaitlistEntry to, Appointment kept, Instant until, boolean automatic) {
        sql.of(
                        """
                        insert into waitlist_offer (business_id, id, customer_id, entry_id, appointment_id, staff_id, starts_at, ends_at,
                            offer_until, automatic, created_by, created_via)
                        values (:business, :id, :customer, :entry, :appointment, :staff, :starts, :ends, :until, :automatic, :caller, :via)
                        """)
                .param("id", Ids.next())
                .param("customer", to.customerId())
                .param("entry", to.id())
                .param("appointment", kept.id())
                .param("staff", kept.staffId())
                .param("starts", kept.startsAt().atOffset(UTC))
                .param("ends", kept.endsAt().atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("automatic", automatic)
                .param("via", Caller.current().door().wireName())
                .update();
    }

    void state(UUID id, String state) {
        sql.of(
                        """
                        update waitlist_offer set decision = :state, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("state", state)
                .update();
    }

    /** Businesses in which an offer has lapsed or something got free. */
    List<UUID> businessesWithWork() {
        return sql.acrossBusinesses("select businesses_with_waitlist_work()")
                .query(UUID.class)
                .list();
    }

    List<UUID> lapsed(Instant now) {
        return sql.of(
                        """
                        select id from waitlist_offer
                        where business_id = :business and decision = 'open' and offer_until <= :now order by offer_until limit 500
                        """)
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .list();
    }

    /** What got free since; whoever takes it looks at it, and nobody else does. */
    List<Freed> takeFreed() {
        return sql.of(
                        """
                        delete from waitlist_freed where business_id = :business
                        returning branch_id, staff_id, starts_at, ends_at, created_at
                        """)
                .query(Freed.class)
                .list();
    }
}
