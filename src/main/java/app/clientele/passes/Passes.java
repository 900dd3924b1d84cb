package app.clientele.passes;

import static java.time.ZoneOffset.UTC;

import app.clientele.customers.CustomerRows;
import app.clientele.customers.Locks;
import app.clientele.database.Sql;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passes of customers: made or attached, found by their codes, lost, found again, replaced. */
@Service
public class Passes {
    /** How many somebody may have had. */
    private static final int MOST = 50;

    private final Sql sql;
    private final PassRows rows;
    private final CustomerRows customers;
    private final Locks locks;
    private final Clock clock;

    Passes(Sql sql, PassRows rows, CustomerRows customers, Locks locks, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.customers = customers;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * A pass to be.
     *
     * @param code of a card that is printed already; one is made when absent
     * @param label what tells it from their others
     */
    public record PassDetails(
            @Line(max = PassCode.LONGEST) @Nullable String code,
            @Line(max = 60) @Nullable String label) {}

    /** How one was lost, where somebody says so. */
    public record Losing(@Line(max = 200) @Nullable String note) {}

    /** Those of a customer, what is in use first. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Pass> of(UUID customer) {
        List<Pass> found = rows.of(customer);
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return found;
    }

    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Pass get(UUID customer, UUID id) {
        return find(customer, id);
    }

    private Pass find(UUID customer, UUID id) {
        return rows.find(customer, id).orElseThrow(() -> new NotFound("pass"));
    }

    /** The pass with a code as it was typed or scanned: the one in use, or else the last. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Optional<Pass> scan(@Nullable String typed) {
        return PassCode.read(typed).flatMap(rows::byKey);
    }

    /**
     * Gives a customer one more.
     *
     * @throws Invalid on {@code code} when another pass in use bears it
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public Pass add(UUID customer, PassDetails details) {
        Validation.check(details);
        customers.require(customer);
        locks.check(customer);
        return find(customer, insert(customer, details));
    }

    private UUID insert(UUID customer, PassDetails details) {
        if (rows.count(customer) >= MOST) {
            throw new Refused("list_full", MOST);
        }
        String code = details.code();
        if (code == null) {
            return rows.insert(customer, PassCode.fresh(), true, details.label());
        }
        if (PassCode.read(code).isEmpty()) {
            throw new Invalid("code", "pass_code", PassCode.SHORTEST);
        }
        try {
            return rows.insert(customer, code, false, details.label());
        } catch (DuplicateKeyException e) {
            throw new Invalid("code", "pass_taken");
        }
    }

    /**
     * Says that it is lost: whoever brings it is not let through.
     *
     * @throws Refused {@code pass_replaced}
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public Pass lose(UUID customer, UUID id, Losing losing) {
        Validation.check(losing);
        Pass pass = held(customer, id);
        if (pass.state() == PassState.LOST) {
            return pass;
        }
        to(pass, PassState.LOST);
        update(id, "state = 'lost', lost_at = :now, lost_by = :caller, lost_note = :note")
                .param("now", clock.instant().atOffset(UTC))
                .param("note", losing.note())
                .update();
        return find(customer, id);
    }

    /**
     * Uses it again that was lost.
     *
     * @throws Refused {@code pass_replaced}, or {@code pass_taken} when its code is on another by
     *     now
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public Pass findAgain(UUID customer, UUID id) {
        Pass pass = held(customer, id);
        if (pass.isLive()) {
            return pass;
        }
        to(pass, PassState.LIVE);
        try {
            update(id, "state = 'live', lost_at = null, lost_by = null, lost_note = null").update();
        } catch (DuplicateKeyException e) {
            throw new Refused("pass_taken");
        }
        return find(customer, id);
    }

    /**
     * Gives them another one instead of it, for good.
     *
     * @return the new one
     * @throws Refused {@code pass_replaced} when it was before
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public Pass replace(UUID customer, UUID id, PassDetails details) {
        Validation.check(details);
        Pass old = held(customer, id);
        to(old, PassState.REPLACED);
        String label = details.label() == null ? old.label() : details.label();
        UUID instead = insert(customer, new PassDetails(details.code(), label));
        update(id, "state = 'replaced', replaced_at = :now, replaced_by = :instead")
                .param("now", clock.instant().atOffset(UTC))
                .param("instead", instead)
                .update();
        return find(customer, instead);
    }

    /**
     * Takes off what was attached by mistake, as if it had never been.
     *
     * @throws Refused {@code pass_in_place} when it is used instead of another
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public void remove(UUID customer, UUID id) {
        held(customer, id);
        boolean instead =
                sql.of(
                                "select exists (select from pass where business_id = :business and replaced_by = :id)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        if (instead) {
            throw new Refused("pass_in_place");
        }
        sql.of("delete from pass where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    /** Of two who change it at once, the later one sees what the earlier one did. */
    private Pass held(UUID customer, UUID id) {
        locks.check(customer);
        sql.of("select id from pass where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(customer, id);
    }

    private static void to(Pass pass, PassState state) {
        if (!pass.state().next().contains(state)) {
            throw new Refused("pass_" + pass.state().wireName());
        }
    }

    private StatementSpec update(UUID id, String set) {
        return sql.of(
                        "update pass set "
                                + set
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id);
    }
}
