package app.clientele.households;

import app.clientele.customers.Locks;
import app.clientele.customers.Masking;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gets the messages about somebody's appointments besides those a link lets have them. */
@Service
public class MessageCopies {
    /** How many there can be for one customer. */
    public static final int MOST = 10;

    private final Sql sql;
    private final Ends ends;
    private final Locks locks;

    MessageCopies(Sql sql, Ends ends, Locks locks) {
        this.sql = sql;
        this.ends = ends;
        this.locks = locks;
    }

    /**
     * One who does.
     *
     * @param to the customer, if one was chosen
     * @param name theirs
     * @param address the e-mail address otherwise
     */
    public record MessageCopy(
            UUID id, @Nullable UUID to, @Nullable String name, @Nullable String address) {}

    /** All that were chosen. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<MessageCopy> of(UUID customer) {
        if (!ends.isKnown(customer)) {
            throw new NotFound("customer");
        }
        return read(customer);
    }

    private List<MessageCopy> read(UUID customer) {
        boolean hidden = Masking.applies();
        return sql.of(
                        """
                        select m.id, m.to_id, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name, m.address
                        from message_copy m left join customer c on c.business_id = :business and c.id = m.to_id
                        where m.business_id = :business and m.customer_id = :customer order by m.id limit 100
                        """)
                .param("customer", customer)
                .query((row, number) ->
                        new MessageCopy(
                                row.getObject("id", UUID.class),
                                row.getObject("to_id", UUID.class),
                                row.getObject("to_id") == null ? null : row.getString("name"),
                                hidden
                                        ? Masking.email(row.getString("address"))
                                        : row.getString("address")))
                .list();
    }

    private MessageCopy get(UUID customer, UUID id) {
        return read(customer).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("copy"));
    }

    /** Adds a customer or an address. */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public MessageCopy add(UUID customer, CopyDetails details) {
        details.check();
        UUID to = details.customerId();
        if (customer.equals(to)) {
            throw new Invalid("customerId", "same_record");
        }
        if (to != null && !ends.isKnown(to)) {
            throw new Invalid("customerId", "customer_unknown");
        }
        ends.hold(customer, to == null ? customer : to);
        if (read(customer).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        return get(customer, insert(customer, details));
    }

    private UUID insert(UUID customer, CopyDetails details) {
        UUID id = Ids.next();
        String address = details.address();
        try {
            sql.of(
                            """
                            insert into message_copy (business_id, id, customer_id, to_id, address, created_by, created_via)
                            values (:business, :id, :customer, :to, :address, :caller, :via)
                            """)
                    .param("id", id)
                    .param("customer", customer)
                    .param("to", details.customerId())
                    .param("address", address == null ? null : address.toLowerCase(Locale.ROOT))
                    .param("via", Caller.current().door().wireName())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Invalid(address == null ? "customerId" : "address", "taken");
        }
        return id;
    }

    /** Takes one out. */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public void remove(UUID customer, UUID id) {
        locks.check(customer);
        int gone =
                sql.of(
                                "delete from message_copy where business_id = :business and customer_id = :customer and id = :id")
                        .param("customer", customer)
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new NotFound("copy");
        }
    }
}
