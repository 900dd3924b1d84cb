package app.clientele.calendar.waitlist;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The line as rows: written. */
@Component
class WaitlistWrites {
    private final Sql sql;

    WaitlistWrites(Sql sql) {
        this.sql = sql;
    }

    /**
     * How somebody joined who has no account.
     *
     * @param secret of the link by which they may leave, as a hash
     * @param submission the same when the same form is sent again, as a hash
     */
    record Joined(
            @Nullable String firstName,
            @Nullable String email,
            @Nullable String language,
            byte @Nullable [] secret,
            byte @Nullable [] submission) {
        static final Joined AT_THE_DESK = new Joined(null, null, null, null, null);
    }

    /** Its id; nothing when the same form came before. */
    @Nullable UUID insert(UUID customer, WaitlistWish wish, Joined joined) {
        UUID id = Ids.next();
        int made =
                wish(
                                """
                                insert into waitlist_entry (business_id, id, customer_id, branch_id, service_id, staff_id, from_day, until_day,
                                    weekdays, from_minute, until_minute, note, first_name, email, language, secret_hash, submission_hash,
                                    created_via)
                                values (:business, :id, :customer, :branch, :service, :staff, :from, :to, :weekdays, :earliest, :latest,
                                    :note, :first, :email, :language, :secret, :submission, :via)
                                on conflict do nothing
                                """,
                                wish)
                        .param("id", id)
                        .param("customer", customer)
                        .param("first", joined.firstName())
                        .param("email", joined.email())
                        .param("language", joined.language())
                        .param("secret", joined.secret())
                        .param("submission", joined.submission())
                        .param("via", Caller.current().door().wireName())
                        .update();
        return made == 0 ? null : id;
    }

    private StatementSpec wish(String statement, WaitlistWish wish) {
        return sql.of(statement)
                .param("branch", wish.branchId())
                .param("service", wish.serviceId())
                .param("staff", wish.staffId())
                .param("from", wish.from())
                .param("to", wish.to())
                .param("weekdays", wish.days())
                .param("earliest", wish.fromMinute())
                .param("latest", wish.untilMinute())
                .param("note", wish.note());
    }

    /** Whether it still had this version. */
    boolean change(UUID id, WaitlistWish wish, int version) {
        return wish(
                                """
                                update waitlist_entry set branch_id = :branch, service_id = :service, staff_id = :staff, from_day = :from,
                                    until_day = :to, weekdays = :weekdays, from_minute = :earliest, until_minute = :latest, note = :note,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and version = :version
                                """,
                                wish)
                        .param("id", id)
                        .param("version", version)
                        .update()
                > 0;
    }

    void first(UUID id, String reason) {
        sql.of(
                        """
                        update waitlist_entry set first_at = now(), first_reason = :reason, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    void status(UUID id, String status, @Nullable String reason) {
        sql.of(
                        """
                        update waitlist_entry set status = :status, end_reason = :reason, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("status", status)
                .param("reason", reason)
                .update();
    }
}
