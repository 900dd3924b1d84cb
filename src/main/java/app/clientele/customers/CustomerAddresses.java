package app.clientele.customers;

import app.clientele.customers.CustomerDetails.Address;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The addresses of a customer: many, one of them primary. */
@Component
class CustomerAddresses {
    private final Sql sql;

    CustomerAddresses(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes these the customer's addresses: known ones change, new ones are added, missing ones go.
     */
    void set(UUID customer, List<Address> wanted) {
        List<Address> present = of(customer);
        if (present.equals(wanted)) {
            return;
        }
        List<UUID> known = present.stream().map(Address::id).filter(Objects::nonNull).toList();
        for (int i = 0; i < wanted.size(); i++) {
            UUID id = wanted.get(i).id();
            if (id != null && !known.contains(id)) {
                throw new Invalid("addresses[" + i + "].id", "unknown");
            }
        }
        // the primary mark goes first: at no moment may there be two
        sql.of(
                        "update customer_address set is_primary = false where business_id = :business and customer_id = :customer and is_primary")
                .param("customer", customer)
                .update();
        deleteOthers(customer, wanted.stream().map(Address::id).filter(Objects::nonNull).toList());
        int primary =
                Math.max(
                        0,
                        IntStream.range(0, wanted.size())
                                .filter(i -> wanted.get(i).primary())
                                .findFirst()
                                .orElse(0));
        for (int i = 0; i < wanted.size(); i++) {
            put(customer, wanted.get(i), i == primary);
        }
    }

    List<Address> of(UUID customer) {
        return sql.of(
                        """
                        select id, label, street, line2, postcode, city, region, country, is_primary "primary"
                        from customer_address where business_id = :business and customer_id = :customer
                        order by is_primary desc, id
                        """)
                .param("customer", customer)
                .query(Address.class)
                .list();
    }

    private void deleteOthers(UUID customer, List<UUID> kept) {
        sql.of(
                        """
                        delete from customer_address where business_id = :business and customer_id = :customer
                            and not (id = any(:kept))
                        """)
                .param("customer", customer)
                .param("kept", kept.toArray(UUID[]::new))
                .update();
    }

    private void put(UUID customer, Address address, boolean primary) {
        StatementSpec statement =
                sql.of(
                        address.id() == null
                                ? """
                                insert into customer_address (business_id, id, customer_id, label, street, line2, postcode, city, region, country, is_primary)
                                values (:business, :id, :customer, :label, :street, :line2, :postcode, :city, :region, :country, :primary)
                                """
                                : """
                                update customer_address set label = :label, street = :street, line2 = :line2, postcode = :postcode,
                                    city = :city, region = :region, country = :country, is_primary = :primary,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and customer_id = :customer and id = :id
                                """);
        statement
                .param("id", Objects.requireNonNullElseGet(address.id(), Ids::next))
                .param("customer", customer)
                .param("label", address.label())
                .param("street", address.street())
                .param("line2", address.line2())
                .param("postcode", address.postcode())
                .param("city", address.city())
                .param("region", address.region())
                .param("country", address.country())
                .param("primary", primary)
                .update();
    }
}
