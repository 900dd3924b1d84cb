package app.clientele.customers.exporting;

import app.clientele.customers.Masking;
import app.clientele.customers.list.Whom;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of who took customers out as a file, when, how many and by which filters. */
@Service
public class CustomerExports {
    private final Sql sql;

    CustomerExports(Sql sql) {
        this.sql = sql;
    }

    /**
     * One file.
     *
     * @param query the list's filters as its address carries them; absent when customers were
     *     picked by hand
     * @param customerId the one whose whole record it is; absent for lists
     * @param contacts whether phones, e-mail and postal addresses could be read in it
     * @param by the colleague or key
     * @param via the door: page or api
     * @param customers how many went out; absent while the file is written, or when that was broken
     *     off by the end of the server
     */
    public record Export(
            UUID id,
            String format,
            @Nullable String query,
            @Nullable UUID customerId,
            boolean contacts,
            @Nullable String by,
            String via,
            Instant at,
            @Nullable Integer customers) {
        /**
         * The list as it was asked for, or the one customer; absent when customers were picked by
         * hand.
         */
        @JsonIgnore
        public @Nullable String path() {
            if (customerId != null) {
                return "/customers/" + customerId;
            }
            if (query == null) {
                return null;
            }
            return query.isEmpty() ? "/customers" : "/customers?" + query;
        }
    }

    /** All there ever were, latest first. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional(readOnly = true)
    public Page<Export> all(@Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<Export> found =
                sql.of(
                                """
                                select e.id, e.format, e.query, e.customer_id, e.contacts, a.name "by", e.created_via via,
                                       e.created_at "at", e.customers
                                from customer_export e
                                left join actor a on a.business_id = :business and a.id = e.created_by
                                where e.business_id = :business and (:from::uuid is null or e.id < :from::uuid)
                                order by e.id desc limit :limit
                                """)
                        .param("from", from == null ? null : from.id(0))
                        .param("limit", limit + 1)
                        .query(Export.class)
                        .list();
        return Page.of(found, limit, e -> Cursor.of(e.id()));
    }

    /** Called before the first customer goes. */
    @Requires(Permission.CUSTOMER_EXPORT)
    @Transactional
    public UUID begun(Whom whom, String format) {
        UUID id = Ids.next();
        sql.of(
                        """
                        insert into customer_export (business_id, id, format, query, contacts, created_by, created_via)
                        values (:business, :id, :format, :query, :contacts, :by, :via)
                        """)
                .param("id", id)
                .param("format", format)
                .param("query", whom.isAll() ? whom.list().sorted(null).toString() : null)
                .param("contacts", !Masking.applies())
                .param("by", Caller.current().actor())
                .param("via", Caller.current().door().wireName())
                .update();
        return id;
    }

    /** Called when one person's whole record is copied. */
    @Requires(Permission.CUSTOMER_EXPORT)
    @Transactional
    public void copied(UUID customer) {
        sql.of(
                        """
                        insert into customer_export (business_id, id, format, customer_id, contacts, created_by, created_via, customers)
                        values (:business, :id, 'zip', :customer, true, :by, :via, 1)
                        """)
                .param("id", Ids.next())
                .param("customer", customer)
                .param("by", Caller.current().actor())
                .param("via", Caller.current().door().wireName())
                .update();
    }

    /** Called when the last customer has gone, or the reader has. */
    @Requires(Permission.CUSTOMER_EXPORT)
    @Transactional
    public void ended(UUID id, int customers) {
        sql.of(
                        "update customer_export set customers = :customers where business_id = :business and id = :id")
                .param("id", id)
                .param("customers", customers)
                .update();
    }
}
