package app.clientele.customers;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerDetails.Weight;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Line;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Locks records: while one is locked, only those who may lock change what it says of the person.
 * Addresses, tags and notes stay open to everybody. Whatever writes details asks here first.
 */
@Service
public class Locks {
    private final Sql sql;

    Locks(Sql sql) {
        this.sql = sql;
    }

    /** Why a record is locked, for all to read who can't change it. */
    public record LockDetails(@NotNull @Line(max = 300) @Nullable String reason) {}

    /** Locks a record; locked with the same reason already, it stays as it is. */
    @Requires(Permission.PROFILE_LOCK)
    @Transactional
    public void lock(UUID customer, LockDetails details) {
        Validation.check(details);
        String present = present(customer).orElse(null);
        if (!requireNonNull(details.reason()).equals(present)) {
            set(customer, null, Caller.current().actor(), details.reason());
        }
    }

    @Requires(Permission.PROFILE_LOCK)
    @Transactional
    public void unlock(UUID customer) {
        if (present(customer).isPresent()) {
            set(customer, null, null, null);
        }
    }

    private record State(@Nullable String reason, boolean waits) {}

    /** As it is after whoever is locking or saving at this moment is done. */
    private State state(UUID customer) {
        return sql.of(
                        """
                        select locked_reason reason, erase_at is not null waits from customer
                        where business_id = :business and id = :id for update
                        """)
                .param("id", customer)
                .query(State.class)
                .optional()
                .orElseThrow(() -> new NotFound("customer"));
    }

    /**
     * The reason of the lock.
     *
     * @throws ErasureWaits when it waits to be erased, and so is closed to everybody
     */
    private Optional<String> present(UUID customer) {
        State state = state(customer);
        if (state.waits()) {
            throw new ErasureWaits();
        }
        return Optional.ofNullable(state.reason());
    }

    /** With a reason it is locked, now unless said otherwise; without one it is not. */
    private void set(
            UUID customer,
            @Nullable OffsetDateTime at,
            @Nullable UUID by,
            @Nullable String reason) {
        sql.of(
                        """
                        update customer set locked_at = case when :reason::text is not null then coalesce(:at, now()) end,
                            locked_by = :by, locked_reason = :reason, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("at", at)
                .param("by", by)
                .param("reason", reason)
                .param("id", customer)
                .update();
    }

    /** Makes the lock what it was before a change, with its time and author. */
    @Open("called by whatever writes, which asks for its own permission")
    public void putBack(UUID customer, JsonNode before) {
        if (!Caller.current().may(Permission.PROFILE_LOCK)) {
            throw new NotAllowed(Permission.PROFILE_LOCK);
        }
        String at = before.path("locked_at").asString("");
        String by = before.path("locked_by").asString("");
        String reason = before.path("locked_reason").asString("");
        set(
                customer,
                at.isEmpty() ? null : OffsetDateTime.parse(at),
                by.isEmpty() ? null : UUID.fromString(by),
                reason.isEmpty() ? null : reason);
    }

    /**
     * Stands before every write of details. The record can't be locked from here on until the
     * transaction has ended.
     *
     * @throws ProfileLocked when it is locked and the caller may not lock
     * @throws ErasureWaits when it waits to be erased
     */
    @Open("called by whatever writes, which asks for its own permission")
    @Transactional
    public void check(UUID customer) {
        Optional<String> reason = present(customer);
        if (reason.isPresent() && !Caller.current().may(Permission.PROFILE_LOCK)) {
            throw new ProfileLocked(reason.get());
        }
    }

    /**
     * Stands before the forms of a record, so that nobody fills in what can't be saved.
     *
     * @throws ErasureWaits when it waits to be erased
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public void checkOpen(UUID customer) {
        boolean waits =
                sql.of(
                                "select exists (select from customer where business_id = :business and id = :id and erase_at is not null)")
                        .param("id", customer)
                        .query(Boolean.class)
                        .single();
        if (waits) {
            throw new ErasureWaits();
        }
    }

    /** Keeps others from changing or locking a record until the transaction has ended. */
    @Open("called by whatever writes, which asks for its own permission")
    public void hold(UUID customer) {
        present(customer);
    }

    /** The same as a question, for those who go on with others. */
    @Open("called by whatever writes, which asks for its own permission")
    public boolean isClosed(UUID customer) {
        State state = state(customer);
        return state.waits()
                || state.reason() != null && !Caller.current().may(Permission.PROFILE_LOCK);
    }

    /** Whether an edit touches what the lock is for. */
    public static boolean guards(CustomerDetails present, CustomerDetails edited) {
        CustomerDetails rest =
                edited.with(d -> {
                    d.addresses = present.addresses();
                    d.tags = present.tags();
                    d.weight = same(d.weight, present.weight()) ? present.weight() : d.weight;
                });
        return !rest.equals(present);
    }

    private static boolean same(@Nullable Weight one, @Nullable Weight other) {
        return one != null
                && other != null
                && requireNonNull(one.value()).compareTo(requireNonNull(other.value())) == 0
                && Objects.equals(one.unit(), other.unit())
                && Objects.equals(one.date(), other.date());
    }
}
