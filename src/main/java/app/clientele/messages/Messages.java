package app.clientele.messages;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.Masking;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is written to people. No channel is set up to take it away yet: it waits, and says so. */
@Service
public class Messages {
    /** What keeps a message here that nothing else does. */
    private static final String NO_CHANNEL = "no_mail_server";

    private static final List<String> STATES = List.of("waiting", "withdrawn");
    private static final List<String> PURPOSES =
            List.of(
                    "invitation",
                    "booking",
                    "class_cancelled",
                    "class_place",
                    "invoice",
                    "card",
                    "waitlist",
                    "gift_card");

    private final Sql sql;
    private final Enclosures enclosures;

    Messages(Sql sql, Enclosures enclosures) {
        this.sql = sql;
        this.enclosures = enclosures;
    }

    /**
     * Which messages of the outbox.
     *
     * @param state waiting or withdrawn; all when absent
     * @param purpose what for; all when absent
     */
    public record Filter(@Nullable String state, @Nullable String purpose) {
        /** All of them. */
        public static final Filter ALL = new Filter(null, null);

        void check() {
            if (state != null && !STATES.contains(state)) {
                throw new Invalid("state", "choice");
            }
            if (purpose != null && !PURPOSES.contains(purpose)) {
                throw new Invalid("purpose", "choice");
            }
        }
    }

    /**
     * Writes a message, in the transaction of the deed it tells of: without that there is none.
     *
     * @return its id
     */
    @Open("the deed it tells of asks for its own permission")
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(Letter letter) {
        UUID id = Ids.next();
        Enclosure enclosed = letter.enclosed();
        sql.of(
                        """
                        insert into message (business_id, id, customer_id, about_id, channel, address, purpose, written_in, subject,
                            plain_text, html_text, enclosed_kind, enclosed_id, enclosed_name, masked, state, because, created_by, created_via)
                        values (:business, :id, :customer, :about, 'email', :address, :purpose, :language, :subject,
                            :text, :html, :kind, :enclosed, :file, :masked, 'waiting', :cause, :caller, :via)
                        """)
                .param("id", id)
                .param("customer", letter.customer())
                .param("about", letter.about())
                .param("address", letter.address())
                .param("purpose", letter.purpose())
                .param("language", letter.language().getLanguage())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("html", letter.html())
                .param("kind", enclosed == null ? null : enclosed.kind())
                .param("enclosed", enclosed == null ? null : enclosed.id())
                .param("file", enclosed == null ? null : enclosed.fileName())
                .param("masked", enclosed == null ? null : enclosed.masked())
                .param("cause", NO_CHANNEL)
                .param("via", Caller.current().door().wireName())
                .update();
        return id;
    }

    /**
     * Keeps a message from going that has not gone yet.
     *
     * @param because why: withdrawn or answered
     */
    @Open("the deed it told of asks for its own permission")
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID id, String because) {
        sql.of(
                        """
                        update message set state = 'withdrawn', because = :because, updated_at = now()
                        where business_id = :business and id = :id and state = 'waiting'
                        """)
                .param("because", because)
                .param("id", id)
                .update();
    }

    private static final String SELECT =
            """
            select m.*, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) recipient
            from message m left join customer c on c.business_id = :business and c.id = m.customer_id
            where m.business_id = :business\
            """;

    /** All messages, the latest first. */
    @Requires(Permission.MESSAGE_VIEW)
    @Transactional(readOnly = true)
    public Page<Message> all(Filter filter, @Nullable String cursor, int limit) {
        filter.check();
        return page(
                " and (:state::text is null or m.state = :state)"
                        + " and (:purpose::text is null or m.purpose = :purpose)",
                filter,
                null,
                cursor,
                limit);
    }

    /** Those to one customer, the latest first. */
    @Requires(Permission.MESSAGE_VIEW)
    @Transactional(readOnly = true)
    public Page<Message> of(UUID customer, @Nullable String cursor, int limit) {
        boolean known =
                sql.of(
                                "select exists (select from customer where business_id = :business and id = :customer)")
                        .param("customer", customer)
                        .query(Boolean.class)
                        .single();
        if (!known) {
            throw new NotFound("customer");
        }
        return page(" and m.customer_id = :customer", Filter.ALL, customer, cursor, limit);
    }

    private Page<Message> page(
            String which,
            Filter filter,
            @Nullable UUID customer,
            @Nullable String cursor,
            int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<Message> found =
                sql.of(
                                SELECT
                                        + which
                                        + " and (:from::uuid is null or m.id < :from) order by m.id desc limit :limit")
                        .param("state", filter.state())
                        .param("purpose", filter.purpose())
                        .param("customer", customer)
                        .param("from", from == null ? null : from.id(0))
                        .param("limit", limit + 1)
                        .query(Messages::message)
                        .list();
        return Page.of(found, limit, m -> Cursor.of(m.id()));
    }

    /** One message, whole: with a secret it tells, for whoever may see that. */
    @Requires(Permission.MESSAGE_VIEW)
    @Transactional(readOnly = true)
    public Message get(UUID id) {
        return enclosures.opened(find(id));
    }

    /**
     * What a message brings along, as a PDF.
     *
     * @throws NotFound also when it is not to be had any more
     */
    @Requires(Permission.MESSAGE_VIEW)
    @Transactional(readOnly = true)
    public Attachment attachment(UUID id) {
        Message message = find(id);
        byte[] pdf = enclosures.print(message);
        return new Attachment(requireNonNull(message.enclosed()).fileName(), pdf);
    }

    /** The kinds of what messages bring along that the caller may see. */
    @Requires(Permission.MESSAGE_VIEW)
    public List<String> seen() {
        return enclosures.seen();
    }

    private Message find(UUID id) {
        return sql.of(SELECT + " and m.id = :id")
                .param("id", id)
                .query(Messages::message)
                .optional()
                .orElseThrow(() -> new NotFound("message"));
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        String address = row.getString("address");
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("recipient"),
                row.getString("channel"),
                Masking.applies() ? Masking.email(address) : address,
                row.getString("purpose"),
                row.getString("written_in"),
                row.getString("subject"),
                row.getString("plain_text"),
                row.getString("html_text"),
                enclosed(row),
                row.getString("state"),
                row.getString("because"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Enclosure enclosed(ResultSet row) throws SQLException {
        UUID id = row.getObject("enclosed_id", UUID.class);
        return id == null
                ? null
                : new Enclosure(
                        row.getString("enclosed_kind"),
                        id,
                        row.getString("enclosed_name"),
                        row.getString("masked"));
    }
}
