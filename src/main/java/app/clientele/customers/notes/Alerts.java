package app.clientele.customers.notes;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.NotFound;
import app.clientele.shared.OneOf;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What nobody may overlook about a customer, wherever somebody deals with them. */
@Service
public class Alerts {
    private static final int MOST = 200;

    private final Sql sql;
    private final JsonMapper json;
    private final Clashes clashes;

    Alerts(Sql sql, JsonMapper json, Clashes clashes) {
        this.sql = sql;
        this.json = json;
        this.clashes = clashes;
    }

    /**
     * What one may say of an alert.
     *
     * @param level yellow unless said otherwise
     * @param expiresOn the last day it is shown on
     * @param ended whether it is over before that
     */
    public record AlertDetails(
            @NotNull @Prose(max = 500) @Nullable String text,
            @OneOf(choices = {"red", "yellow"}) @Nullable String level,
            @Nullable LocalDate expiresOn,
            boolean ended) {
        static AlertDetails of(Alert alert) {
            return new AlertDetails(alert.text(), alert.level(), alert.expiresOn(), alert.ended());
        }
    }

    /** The active ones, red before yellow: for booking, check-in and checkout. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Alert> of(UUID customer) {
        return read(customer, "x.active");
    }

    /** All there are, those that have ended last. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Alert> all(UUID customer) {
        return read(customer, "true");
    }

    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Alert get(UUID customer, UUID id) {
        return read(customer, "x.id = :alert", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("alert"));
    }

    /** What one may change of it. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public AlertDetails details(UUID customer, UUID id) {
        return AlertDetails.of(get(customer, id));
    }

    private List<Alert> read(UUID customer, String which) {
        return read(customer, which, null);
    }

    private List<Alert> read(UUID customer, String which, @Nullable UUID id) {
        String alerts = AlertRows.json(which, MOST);
        return sql.of(
                        "select coalesce(("
                                + alerts
                                + "), '[]')::text from customer c where c.business_id = :business and c.id = :customer")
                .param("customer", customer)
                .param("alert", id)
                .query(String.class)
                .optional()
                .map(found -> AlertRows.read(json.readTree(found)))
                .orElseThrow(() -> new NotFound("customer"));
    }

    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public Alert add(UUID customer, AlertDetails details) {
        Validation.check(details);
        UUID id = Ids.next();
        int added =
                bind(
                                """
                                insert into alert (business_id, id, customer_id, level, text, expires_on, ended_at, ended_by, created_by, created_via)
                                select :business, :id, c.id, :level, :text, :expires, case when :ended then now() end,
                                    case when :ended then :by::uuid end, :by, :via
                                from customer c where c.business_id = :business and c.id = :customer
                                """,
                                customer,
                                id,
                                details)
                        .param("via", Caller.current().door().wireName())
                        .update();
        if (added == 0) {
            throw new NotFound("customer");
        }
        return get(customer, id);
    }

    /**
     * Changes an alert that is still as the caller read it; another text is to be acknowledged
     * anew.
     */
    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public Alert change(UUID customer, UUID id, AlertDetails details, int version) {
        Validation.check(details);
        refuseNote(customer, id);
        int changed =
                bind(
                                """
                                update alert set level = :level, text = :text, expires_on = :expires,
                                    ended_at = case when :ended then coalesce(ended_at, now()) end,
                                    ended_by = case when :ended then coalesce(ended_by, :by) end,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and customer_id = :customer and id = :id and version = :version
                                """,
                                customer,
                                id,
                                details)
                        .param("version", version)
                        .update();
        Alert now = get(customer, id);
        if (changed == 0) {
            throw clashes.since("alert", id, version, now.version());
        }
        return now;
    }

    private StatementSpec bind(String statement, UUID customer, UUID id, AlertDetails details) {
        return sql.of(statement)
                .param("customer", customer)
                .param("id", id)
                .param("level", details.level() == null ? "yellow" : details.level())
                .param("text", details.text())
                .param("expires", details.expiresOn())
                .param("ended", details.ended())
                .param("by", Caller.current().actor());
    }

    private void refuseNote(UUID customer, UUID id) {
        if (!get(customer, id).source().equals("alert")) {
            throw new Refused("alert_is_note");
        }
    }

    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public void delete(UUID customer, UUID id) {
        refuseNote(customer, id);
        sql.of(
                        "delete from alert where business_id = :business and customer_id = :customer and id = :id")
                .param("customer", customer)
                .param("id", id)
                .update();
    }

    /**
     * Says that the caller has read it; saying so twice is the same as once.
     *
     * @param textHash of the text they read; absent for the present one
     * @throws Refused when the text has changed since
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional
    public Alert acknowledge(UUID customer, UUID id, @Nullable String textHash) {
        Alert alert = get(customer, id);
        if (textHash != null && !textHash.equals(alert.textHash())) {
            throw new Refused("alert_changed");
        }
        if (Caller.current().actor() == null) {
            throw new Refused("alert_needs_reader");
        }
        sql.of(
                        """
                        insert into alert_acknowledgement (business_id, id, customer_id, alert_id, text_hash, created_by)
                        values (:business, :id, :customer, :alert, :hash, :by)
                        on conflict (business_id, alert_id, created_by, text_hash) do nothing
                        """)
                .param("id", Ids.next())
                .param("customer", customer)
                .param("alert", id)
                .param("hash", alert.textHash())
                .param("by", Caller.current().actor())
                .update();
        return get(customer, id);
    }
}
