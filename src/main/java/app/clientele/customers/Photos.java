package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photos of customers: square JPEGs without metadata in two sizes. Each is kept under an id of its
 * own and never changes, so that an earlier one can be put back.
 */
@Service
public class Photos {
    private final Sql sql;
    private final Locks locks;

    Photos(Sql sql, Locks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    /** Where the caller can fetch a photo: keys open no page. */
    public static String url(UUID customer, UUID photo) {
        return Caller.current().door() == Caller.Door.API
                ? "/api/v1/customers/" + customer + "/photo"
                : "/customers/" + customer + "/photo/" + photo;
    }

    /** How large a photo is wanted. */
    public enum Size {
        SMALL,
        LARGE
    }

    /**
     * Makes this picture the customer's photo.
     *
     * @return the id of the photo
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public UUID set(UUID customer, Picture picture) {
        UUID id = Ids.next();
        int added =
                sql.of(
                                """
                                insert into customer_photo (business_id, id, customer_id, small, large)
                                select :business, :id, c.id, :small, :large from customer c
                                where c.business_id = :business and c.id = :customer
                                """)
                        .param("id", id)
                        .param("customer", customer)
                        .param("small", picture.small())
                        .param("large", picture.large())
                        .update();
        if (added == 0) {
            throw new NotFound("customer");
        }
        show(customer, id);
        return id;
    }

    /** Shows initials again; the photo can be put back. */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public void remove(UUID customer) {
        show(customer, null);
    }

    /** Shows one of the photos that were the customer's already, or none. */
    @Open("called by whatever writes, which asks for its own permission")
    public void show(UUID customer, @Nullable UUID photo) {
        locks.check(customer);
        int changed =
                sql.of(
                                """
                                update customer set photo_id = :photo, version = version + 1, updated_at = now()
                                where business_id = :business and id = :customer
                                  and (:photo::uuid is null or exists (select from customer_photo p
                                       where p.business_id = :business and p.customer_id = :customer and p.id = :photo))
                                """)
                        .param("photo", photo)
                        .param("customer", customer)
                        .update();
        if (changed == 0) {
            throw new NotFound("photo");
        }
    }

    /** The present photo. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public byte[] get(UUID customer, Size size) {
        return sql.of("select photo_id from customer where business_id = :business and id = :id")
                .param("id", customer)
                .query(UUID.class)
                .optional()
                .map(photo -> get(customer, photo, size))
                .orElseThrow(() -> new NotFound("photo"));
    }

    /** The JPEG itself. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public byte[] get(UUID customer, UUID id, Size size) {
        return sql.of(
                        "select "
                                + (size == Size.SMALL ? "small" : "large")
                                + " from customer_photo"
                                + " where business_id = :business and customer_id = :customer and id = :id")
                .param("customer", customer)
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new NotFound("photo"));
    }
}
