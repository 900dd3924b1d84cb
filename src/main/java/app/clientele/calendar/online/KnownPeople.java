package app.clientele.calendar.online;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Customers;
import app.clientele.customers.Phones;
import app.clientele.database.Sql;
import app.clientele.shared.Folded;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the record of whoever books, by e-mail address or phone as the search keeps them, or makes
 * one. A record that is found is never changed.
 */
@Component
class KnownPeople {
    private static final Comparator<Found> LIKELIEST =
            Comparator.comparing(Found::out)
                    .thenComparing(Found::likeness, Comparator.reverseOrder())
                    .thenComparing(f -> f.byEmail() && f.byPhone(), Comparator.reverseOrder())
                    .thenComparing(Found::byEmail, Comparator.reverseOrder())
                    .thenComparing(f -> f.id().toString());

    private final Sql sql;
    private final Customers customers;
    private final Businesses businesses;

    KnownPeople(Sql sql, Customers customers, Businesses businesses) {
        this.sql = sql;
        this.customers = customers;
        this.businesses = businesses;
    }

    private record Row(
            UUID id,
            String firstName,
            @Nullable String lastName,
            boolean out,
            boolean byEmail,
            boolean byPhone) {}

    /**
     * Somebody who has this contact.
     *
     * @param likeness how much of the name agrees: families share contacts
     */
    private record Found(UUID id, boolean out, int likeness, boolean byEmail, boolean byPhone) {}

    /** Whoever it is; of two who book for the first time at once, the second finds the first. */
    Customer findOrCreate(Whoever wanted) {
        sql.of("select pg_advisory_xact_lock(hashtextextended(:business::uuid::text || :email, 3))")
                .param("email", email(wanted))
                .query((row, number) -> number)
                .list();
        return find(wanted).map(customers::get).orElseGet(() -> customers.create(details(wanted)));
    }

    private Optional<UUID> find(Whoever wanted) {
        return sql
                .of(
                        """
                        select c.id, c.first_name, c.last_name, c.deactivated_at is not null "out",
                            k.by_email, k.by_phone
                        from (select k.customer_id, bool_or(k.kind = 'e') by_email, bool_or(k.kind = 'p') by_phone
                              from customer_key k
                              where k.business_id = :business and k.key in (:email, :phone)
                              and (k.kind = 'e' and k.key = :email or k.kind = 'p' and k.key = :phone)
                              group by 1 limit 50) k
                        join customer c on c.business_id = :business and c.id = k.customer_id
                        where c.erase_at is null
                        """)
                .param("email", email(wanted))
                .param("phone", phone(wanted))
                .query(Row.class)
                .list()
                .stream()
                .map(row -> found(row, wanted))
                .min(LIKELIEST)
                .map(Found::id);
    }

    private static Found found(Row row, Whoever wanted) {
        int likeness = same(row.firstName(), wanted.firstName()) ? 2 : 0;
        likeness += same(row.lastName(), wanted.lastName()) ? 1 : 0;
        return new Found(row.id(), row.out(), likeness, row.byEmail(), row.byPhone());
    }

    /** However it is written. */
    static boolean same(@Nullable String one, @Nullable String other) {
        return Folded.of(one == null ? "" : one).equals(Folded.of(other == null ? "" : other));
    }

    static String email(Whoever wanted) {
        return requireNonNull(wanted.email()).strip().toLowerCase(Locale.ROOT);
    }

    String phone(Whoever wanted) {
        return Phones.key(requireNonNull(wanted.phone()), businesses.current().country());
    }

    private static CustomerDetails details(Whoever wanted) {
        return CustomerDetails.of(d -> {
            d.language = wanted.language();
            d.firstName = wanted.firstName();
            d.lastName = wanted.lastName();
            d.emails = List.of(new Email(wanted.email(), true));
            d.phones = List.of(new Phone(wanted.phone(), null, true, null));
        });
    }
}
