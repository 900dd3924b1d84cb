package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tags a customer carries. */
@Service
public class CustomerTags {
    private final Sql sql;

    CustomerTags(Sql sql) {
        this.sql = sql;
    }

    /** Ticks a tag; ticking twice is the same. */
    @Requires(Permission.TAG_ASSIGN)
    @Transactional
    public void add(UUID customer, UUID tag) {
        check(customer, tag);
        if (insert(customer, tag) > 0) {
            touch(customer);
        }
    }

    @Requires(Permission.TAG_ASSIGN)
    @Transactional
    public void remove(UUID customer, UUID tag) {
        check(customer, tag);
        if (delete(customer, tag) > 0) {
            touch(customer);
        }
    }

    private int delete(UUID customer, UUID tag) {
        return sql.of(
                        "delete from customer_tag where business_id = :business and customer_id = :customer and tag_id = :tag")
                .param("customer", customer)
                .param("tag", tag)
                .update();
    }

    /** Makes these the customer's tags. */
    void set(UUID customer, List<UUID> wanted) {
        List<UUID> present =
                sql.of(
                                "select tag_id from customer_tag where business_id = :business and customer_id = :customer")
                        .param("customer", customer)
                        .query(UUID.class)
                        .list();
        wanted.stream().filter(t -> !present.contains(t)).forEach(t -> insert(customer, t));
        for (UUID tag : present) {
            if (!wanted.contains(tag)) {
                delete(customer, tag);
            }
        }
    }

    private int insert(UUID customer, UUID tag) {
        return sql.of(
                        """
                        insert into customer_tag (business_id, id, customer_id, tag_id) values (:business, :id, :customer, :tag)
                        on conflict (business_id, customer_id, tag_id) do nothing
                        """)
                .param("id", Ids.next())
                .param("customer", customer)
                .param("tag", tag)
                .update();
    }

    private void check(UUID customer, UUID tag) {
        boolean both =
                sql.of(
                                """
                                select exists (select from customer where business_id = :business and id = :customer)
                                   and exists (select from choice where business_id = :business and id = :tag and list = 'tag')
                                """)
                        .param("customer", customer)
                        .param("tag", tag)
                        .query(Boolean.class)
                        .single();
        if (!both) {
            throw new NotFound("customer or tag");
        }
    }

    /**
     * Tags are part of the record: whoever read it without them is late, and asks in vain what is
     * new.
     */
    private void touch(UUID customer) {
        sql.of(
                        "update customer set version = version + 1, updated_at = now() where business_id = :business and id = :customer")
                .param("customer", customer)
                .update();
    }
}
