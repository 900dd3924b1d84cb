package app.clientele.customers.notes;

import app.clientele.customers.CustomerRows;
import app.clientele.customers.history.RestoredRows;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.NotFound;
import app.clientele.shared.OneOf;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Validation;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes on a customer, in the order staff put them; the pinned ones first. */
@Service
public class Notes {
    private final Sql sql;
    private final NotePlaces places;
    private final RestoredRows restored;
    private final CustomerRows customers;

    Notes(Sql sql, NotePlaces places, RestoredRows restored, CustomerRows customers) {
        this.sql = sql;
        this.places = places;
        this.customers = customers;
        this.restored = restored;
    }

    /**
     * A note. Its text is Markdown: emphasis and lists are shown, everything else is plain text.
     */
    public record Note(
            UUID id,
            UUID customerId,
            String body,
            String kind,
            boolean pinned,
            double position,
            @Nullable UUID authorId,
            @Nullable String author,
            String createdVia,
            Instant createdAt,
            @Nullable String editor,
            @Nullable Instant editedAt,
            int version)
            implements Versioned {
        /** Whether it is an alert too, and shown among those. */
        @JsonIgnore
        public boolean isAlert() {
            return kind.equals("allergy") || kind.equals("medical");
        }

        public NoteDetails details() {
            return new NoteDetails(body, kind, pinned);
        }
    }

    /** What one may say of a note. */
    public record NoteDetails(
            @NotNull @Prose @Nullable String body,
            @OneOf(choices = {"general", "allergy", "medical", "preference", "billing"})
                    @Nullable String kind,
            boolean pinned) {
        public String kindOrGeneral() {
            return kind == null ? "general" : kind;
        }
    }

    private static final String SELECT =
            """
            select n.id, n.customer_id, n.body, n.kind, n.pinned, n.position, n.created_by author_id,
                   a.name author, n.created_via, n.created_at,
                   e.name editor, n.edited_at, n.version
            from note n
            left join actor a on a.business_id = :business and a.id = n.created_by
            left join actor e on e.business_id = :business and e.id = n.edited_by
            where n.business_id = :business and n.customer_id = :customer\
            """;

    /** A customer's notes in their order. */
    @Requires(Permission.NOTE_VIEW)
    @Transactional(readOnly = true)
    public Page<Note> of(UUID customer, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 3);
        List<Note> notes =
                sql.of(
                                SELECT
                                        + """
                                         and (:first or (not n.pinned, n.position, n.id) > (not :pinned, :position, :id))
                                        order by n.pinned desc, n.position, n.id limit :limit
                                        """)
                        .param("customer", customer)
                        .param("first", from == null)
                        .param("pinned", from != null && Boolean.parseBoolean(from.get(0)))
                        .param("position", from == null ? 0 : from.decimal(1))
                        .param("id", from == null ? new UUID(0, 0) : from.id(2))
                        .param("limit", limit + 1)
                        .query(Note.class)
                        .list();
        if (notes.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(notes, limit, n -> Cursor.of(n.pinned(), n.position(), n.id()));
    }

    @Requires(Permission.NOTE_VIEW)
    @Transactional(readOnly = true)
    public Note get(UUID customer, UUID id) {
        return sql.of(SELECT + " and n.id = :id")
                .param("customer", customer)
                .param("id", id)
                .query(Note.class)
                .optional()
                .orElseThrow(() -> new NotFound("note"));
    }

    /** Adds a note on top of the others. */
    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public Note add(UUID customer, NoteDetails details) {
        Validation.check(details);
        UUID id = Ids.next();
        int added =
                sql.of(
                                """
                                insert into note (business_id, id, customer_id, body, kind, pinned, position, created_by, created_via)
                                select :business, :id, c.id, :body, :kind, :pinned,
                                    coalesce((select min(n.position) from note n where n.business_id = :business and n.customer_id = c.id), 0) - 1,
                                    :by, :via
                                from customer c where c.business_id = :business and c.id = :customer
                                """)
                        .param("id", id)
                        .param("customer", customer)
                        .param("body", details.body())
                        .param("kind", details.kindOrGeneral())
                        .param("pinned", details.pinned())
                        .param("by", Caller.current().actor())
                        .param("via", Caller.current().door().wireName())
                        .update();
        if (added == 0) {
            throw new NotFound("customer");
        }
        return get(customer, id);
    }

    /** Changes a note; the earlier text stays in the history. */
    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public Note change(UUID customer, UUID id, NoteDetails details, int version) {
        Validation.check(details);
        int changed =
                sql.of(
                                """
                                update note set body = :body, kind = :kind, pinned = :pinned, edited_by = :by, edited_at = now(),
                                    version = version + 1, updated_at = now()
                                where business_id = :business and customer_id = :customer and id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("customer", customer)
                        .param("body", details.body())
                        .param("kind", details.kindOrGeneral())
                        .param("pinned", details.pinned())
                        .param("by", Caller.current().actor())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            Note now = get(customer, id);
            throw new Stale(
                    now.version(),
                    List.of(new Stale.Clash("body", now.body(), now.editor(), now.editedAt())));
        }
        return get(customer, id);
    }

    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public void pin(UUID customer, UUID id, boolean pinned) {
        get(customer, id);
        sql.of(
                        "update note set pinned = :pinned, updated_at = now() where business_id = :business and id = :id")
                .param("pinned", pinned)
                .param("id", id)
                .update();
    }

    /**
     * Puts a note right behind another one, or on top. Pinned notes stay above the others: behind
     * the last of them means on top of the others.
     *
     * @param after the note it shall stand behind; absent for the top
     */
    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public void move(UUID customer, UUID id, @Nullable UUID after) {
        if (!id.equals(after)) {
            places.move(customer, id, after);
        }
    }

    /**
     * Puts the notes a page shows in this order; others keep their places.
     *
     * @return whether they stand as asked, which pinned and other notes mixed can't
     */
    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public boolean order(UUID customer, List<UUID> wanted) {
        return places.order(customer, wanted);
    }

    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public void delete(UUID customer, UUID id) {
        int deleted =
                sql.of(
                                "delete from note where business_id = :business and customer_id = :customer and id = :id")
                        .param("customer", customer)
                        .param("id", id)
                        .update();
        if (deleted == 0) {
            throw new NotFound("note");
        }
    }

    /** Brings back a note just deleted, as it was. */
    @Requires(Permission.NOTE_EDIT)
    @Transactional
    public void restore(UUID customer, UUID id) {
        restored.undelete(customer, "note", id);
    }
}
