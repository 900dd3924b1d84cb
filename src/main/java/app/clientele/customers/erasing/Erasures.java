package app.clientele.customers.erasing;

import app.clientele.customers.CustomerRows;
import app.clientele.customers.ErasureBlocker.Obstacle;
import app.clientele.customers.Locks;
import app.clientele.customers.erasing.Erasure.Why;
import app.clientele.customers.exporting.RecordRows;
import app.clientele.shared.Cursor;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases people who ask to be forgotten: at once or, as the business has it, after days in which it
 * can be undone and nothing of the record changes. What the law asks for stays, and names nobody.
 */
@Service
public class Erasures {
    private final ErasureRows log;
    private final ErasedRows rows;
    private final RecordRows records;
    private final CustomerRows customers;
    private final Eraser eraser;
    private final ErasureRules rules;
    private final RetentionRows notices;
    private final Locks locks;
    private final Clock clock;

    Erasures(
            ErasureRows log,
            ErasedRows rows,
            RecordRows records,
            CustomerRows customers,
            Eraser eraser,
            ErasureRules rules,
            RetentionRows notices,
            Locks locks,
            Clock clock) {
        this.log = log;
        this.rows = rows;
        this.records = records;
        this.customers = customers;
        this.eraser = eraser;
        this.rules = rules;
        this.notices = notices;
        this.locks = locks;
        this.clock = clock;
    }

    /** Why somebody is erased, for those who may still undo it. */
    public record ErasureDetails(@Line(max = 300) @Nullable String reason) {}

    /**
     * What erasing somebody would do, or will.
     *
     * @param waiting the erasure asked for already
     * @param dueAt when it would be done if asked for now, or will be
     * @param obstacles what stands in the way
     * @param erased how many rows of each table go or lose what they say
     * @param kept how many rows of each table stay
     * @param reasons why they do
     */
    public record Preview(
            @Nullable Erasure waiting,
            Instant dueAt,
            List<Obstacle> obstacles,
            Map<String, Long> erased,
            Map<String, Long> kept,
            Map<String, String> reasons) {}

    /** What erasing somebody would do, or will once it is due. */
    @Requires(Permission.CUSTOMER_ERASE)
    @Transactional(readOnly = true)
    public Preview preview(UUID customer) {
        customers.require(customer);
        List<UUID> ids = records.ids(customer);
        Erasure waiting = log.waiting(customer).orElse(null);
        Instant due =
                waiting == null
                        ? clock.instant().plus(Duration.ofDays(rules.current().graceDays()))
                        : waiting.dueAt();
        return new Preview(
                waiting,
                due,
                eraser.obstacles(customer),
                rows.going(ids),
                rows.staying(ids),
                rows.reasons());
    }

    /**
     * Asks for somebody to be erased: after the business's days of grace, at once without any.
     *
     * @throws Refused naming all that stands in the way
     */
    @Requires(Permission.CUSTOMER_ERASE)
    @Transactional
    public Erasure begin(UUID customer, ErasureDetails details) {
        Validation.check(details);
        return begin(customer, Why.PERSON, details.reason());
    }

    Erasure begin(UUID customer, Why why, @Nullable String reason) {
        locks.hold(customer);
        List<Obstacle> obstacles = eraser.obstacles(customer);
        if (!obstacles.isEmpty()) {
            throw new Refused(obstacles.stream().map(Obstacle::reason).toList());
        }
        int days = rules.current().graceDays();
        UUID id = log.insert(customer, why, reason, days);
        notices.forget(customer);
        log.mark(customer);
        if (days == 0) {
            eraser.erase(id);
        }
        return log.get(id);
    }

    /**
     * Takes it back while there is time: the record is as it was. Whom the rule for people not seen
     * for long would erase is then kept for a year.
     */
    @Requires(Permission.CUSTOMER_ERASE)
    @Transactional
    public Erasure undo(UUID customer) {
        customers.hold(customer);
        Erasure waiting = log.waiting(customer).orElseThrow(() -> new NotFound("erasure"));
        log.undone(waiting.id());
        log.mark(customer);
        if (waiting.why() == Why.RETENTION) {
            notices.keep(customer);
        }
        return log.get(waiting.id());
    }

    /** Those who wait, the longest first, or those who were erased, the latest first. */
    @Requires(Permission.CUSTOMER_ERASE)
    @Transactional(readOnly = true)
    public Page<Erasure> all(boolean done, @Nullable String cursor, int limit) {
        List<Erasure> found = log.all(done, Cursor.parse(cursor, 1), limit + 1);
        return Page.of(found, limit, e -> Cursor.of(e.id()));
    }

    /** What stands in the way of one who waits, met only since. */
    @Requires(Permission.CUSTOMER_ERASE)
    @Transactional(readOnly = true)
    public List<Obstacle> obstacles(UUID customer) {
        return eraser.obstacles(customer);
    }

    /** Why the rows of each table outlive the person. */
    @Requires({Permission.PROFILE_VIEW, Permission.CUSTOMER_ERASE})
    public Map<String, String> reasons() {
        return rows.reasons();
    }

    /** How somebody was erased who had this id, of their own or until a merge. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Optional<Erasure> of(UUID former) {
        return log.done(former);
    }
}
