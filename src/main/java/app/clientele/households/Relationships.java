package app.clientele.households;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Family and friends: who is what to whom, and what each may do about the other. */
@Service
public class Relationships {
    /** How many links one customer can have. */
    public static final int MOST = 50;

    private final Sql sql;
    private final RelationshipRows rows;
    private final Ends ends;
    private final Customers customers;
    private final FamilyInvitations invitations;
    private final Today today;
    private final Clashes clashes;

    Relationships(
            Sql sql,
            RelationshipRows rows,
            Ends ends,
            Customers customers,
            FamilyInvitations invitations,
            Today today,
            Clashes clashes) {
        this.sql = sql;
        this.rows = rows;
        this.ends = ends;
        this.customers = customers;
        this.invitations = invitations;
        this.today = today;
        this.clashes = clashes;
    }

    /** All of a customer, the closest first. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Relationship> of(UUID customer) {
        customers.get(customer);
        return rows.of(customer);
    }

    /** One of a customer. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Relationship get(UUID customer, UUID id) {
        return rows.get(customer, id);
    }

    /**
     * Links a customer with another. An adult is asked, by e-mail where they have an address of
     * their own; a child or a pet is not.
     *
     * @throws Refused when the two are linked already, or either has {@value MOST} links
     */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public Relationship add(UUID customer, NewRelationship wanted) {
        Validation.check(wanted);
        wanted.details().check();
        UUID relative = requireNonNull(wanted.relativeId());
        if (relative.equals(customer)) {
            throw new Invalid("relativeId", "same_record");
        }
        if (!ends.isKnown(relative)) {
            throw new Invalid("relativeId", "customer_unknown");
        }
        ends.hold(customer, relative);
        if (rows.with(customer, relative).isPresent()) {
            throw new Refused("already_linked");
        }
        checkRoom(customer);
        checkRoom(relative);
        UUID id = insert(customer, relative, wanted);
        invitations.inviteIfReachable(rows.get(customer, id));
        return rows.get(customer, id);
    }

    /** Writes down a new customer and links them, both or neither. */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public Relationship addNew(UUID customer, CustomerDetails person, NewRelationship wanted) {
        UUID made = customers.create(person).id();
        return add(
                customer,
                new NewRelationship(
                        made,
                        wanted.relation(),
                        wanted.words(),
                        wanted.theirWords(),
                        wanted.rights(),
                        wanted.theirRights(),
                        wanted.inPerson()));
    }

    private void checkRoom(UUID customer) {
        long linked =
                sql.of(
                                "select count(*) from relationship where business_id = :business and customer_id = :customer")
                        .param("customer", customer)
                        .query(Long.class)
                        .single();
        if (linked >= MOST) {
            throw new Refused("list_full", MOST);
        }
    }

    private UUID insert(UUID customer, UUID relative, NewRelationship wanted) {
        UUID id = Ids.next();
        RelationshipDetails details = wanted.details();
        String how = how(relative, wanted);
        bind(
                        sql.of(
                                """
                                insert into relationship (business_id, id, customer_id, relative_id, relation, counterpart, relation_words,
                                    agreement, answered_at, answered_how, answered_by, may_book, may_view, may_pay, is_copied, created_by, created_via)
                                values (:business, :id, :customer, :relative, :relation, :counterpart, :words, :agreement,
                                        case when :how::text is not null then now() end, :how, case when :how::text is not null then :caller::uuid end,
                                        :book, :view, :pay, :copies, :caller, :via),
                                       (:business, :mirror, :relative, :customer, :counterpart, :relation, :theirWords, :agreement,
                                        case when :how::text is not null then now() end, :how, case when :how::text is not null then :caller::uuid end,
                                        :theirBook, :theirView, :theirPay, :theirCopies, :caller, :via)
                                """),
                        details)
                .param("id", id)
                .param("mirror", Ids.next())
                .param("customer", customer)
                .param("relative", relative)
                .param("agreement", (how == null ? Agreement.PENDING : Agreement.AGREED).wireName())
                .param("how", how)
                .param("via", Caller.current().door().wireName())
                .update();
        return id;
    }

    private static StatementSpec bind(StatementSpec statement, RelationshipDetails details) {
        Relation relation = requireNonNull(details.relation());
        return statement
                .param("relation", relation.wireName())
                .param("counterpart", relation.counterpart().wireName())
                .param("words", details.own())
                .param("theirWords", details.theirOwn())
                .param("book", details.rights().book())
                .param("view", details.rights().view())
                .param("pay", details.rights().pay())
                .param("copies", details.rights().copies())
                .param("theirBook", details.theirRights().book())
                .param("theirView", details.theirRights().view())
                .param("theirPay", details.theirRights().pay())
                .param("theirCopies", details.theirRights().copies());
    }

    /** Why nobody has to be asked any more, if so. */
    private @Nullable String how(UUID relative, NewRelationship wanted) {
        if (wanted.relation() == Relation.PET) {
            return "pet";
        }
        if (Side.isMinor(customers.get(relative).details().birthday(), today.day())) {
            return "child";
        }
        return wanted.inPerson() ? "in_person" : null;
    }

    /**
     * Changes a link that is still as the caller read it, on both sides.
     *
     * @throws app.clientele.shared.Stale telling who changed what meanwhile
     */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public Relationship change(UUID customer, UUID id, RelationshipDetails details, int version) {
        details.check();
        Relationship present = hold(customer, id);
        if (present.version() != version) {
            throw clashes.since("relationship", id, version, present.version());
        }
        bind(
                        sql.of(
                                """
                                update relationship r set relation = v.relation, counterpart = v.counterpart, relation_words = v.words,
                                    may_book = v.book, may_view = v.view, may_pay = v.pay, is_copied = v.copies,
                                    version = version + 1, updated_at = now()
                                from (values (:customer::uuid, :relative::uuid, :relation, :counterpart, :words::text, :book, :view, :pay, :copies),
                                             (:relative::uuid, :customer::uuid, :counterpart, :relation, :theirWords::text, :theirBook, :theirView, :theirPay, :theirCopies))
                                    v(customer_id, relative_id, relation, counterpart, words, book, view, pay, copies)
                                where r.business_id = :business and r.customer_id = v.customer_id and r.relative_id = v.relative_id
                                """),
                        details)
                .param("customer", customer)
                .param("relative", present.relative().id())
                .update();
        return rows.get(customer, id);
    }

    private Relationship hold(UUID customer, UUID id) {
        ends.hold(customer, rows.get(customer, id).relative().id());
        return rows.get(customer, id);
    }

    /** Unlinks two; an invitation under way is worth nothing from then on. */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public void remove(UUID customer, UUID id) {
        Relationship present = hold(customer, id);
        invitations.withdrawMessage(present);
        sql.of(
                        """
                        delete from relationship where business_id = :business
                            and (customer_id, relative_id) in ((:customer, :relative), (:relative, :customer))
                        """)
                .param("customer", customer)
                .param("relative", present.relative().id())
                .update();
    }

    /**
     * Links two again as they were before they were unlinked.
     *
     * @return the customer it was taken from
     */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public Relationship restore(UUID id) {
        Unlinked last =
                sql.of(
                                """
                                select customer_id customer, (before ->> 'relative_id')::uuid relative, c.id change from change c
                                where business_id = :business and row_id = :id and entity = 'relationship' and operation = 'delete'
                                    and customer_id is not null order by c.id desc limit 1
                                """)
                        .param("id", id)
                        .query(Unlinked.class)
                        .optional()
                        .orElseThrow(() -> new NotFound("relationship"));
        try {
            ends.hold(last.customer(), last.relative());
        } catch (NotFound e) {
            throw new Refused("belongs_to_nothing");
        }
        if (rows.with(last.customer(), last.relative()).isPresent()) {
            throw new Refused("already_linked");
        }
        checkRoom(last.customer());
        checkRoom(last.relative());
        bringBack(last);
        return rows.get(last.customer(), id);
    }

    private record Unlinked(UUID customer, UUID relative, long change) {}

    /** Both rows out of the change log: those of one deed bear one time. */
    private void bringBack(Unlinked last) {
        sql.of(
                        """
                        insert into relationship select r.* from change c
                        cross join lateral jsonb_populate_record(null::relationship, c.before || jsonb_build_object('updated_at', now())) r
                        where c.business_id = :business and c.entity = 'relationship' and c.operation = 'delete'
                            and c.at = (select at from change where business_id = :business and id = :change)
                            and c.customer_id in (:customer, :relative)
                            and (c.before ->> 'relative_id')::uuid in (:customer, :relative)
                        """)
                .param("change", last.change())
                .param("customer", last.customer())
                .param("relative", last.relative())
                .update();
    }
}
