package app.clientele.imports;

import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.PhoneKind;
import app.clientele.customers.Customers;
import app.clientele.shared.Birthday;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the list hands out, an import takes in again. */
@ClienteleTest
class ExportAndBackTests {
    @Autowired private Imports imports;
    @Autowired private Businesses businesses;
    @Autowired private Customers customers;

    @Test
    void contactsKeepTheirKindsAndNoneIsLost() {
        Cast.mia().run(() -> customers.create(ada()));
        String list = Cast.mia().pages().get("/customers/export.csv").body();
        Desk desk = Desk.open(imports, businesses);

        assertThat(Desk.counts(desk.take(list, SKIP))).isEqualTo("1/0/0/0/0");

        assertThat(
                        desk.column(
                                "p ->> 'number' || ' ' || (p ->> 'kind') || ' ' || (p ->> 'primary')",
                                "(select c.business_id, p from customer c cross join jsonb_array_elements(c.phones) p) x"))
                .containsExactly(
                        "+46 70 123 45 61 mobile true",
                        "+46 70 123 45 60 mobile false",
                        "+46 8 123 45 62 day false",
                        "+46 8 123 45 63 day false",
                        "+46 8 123 45 64 night false");
        assertThat(
                        desk.column(
                                "e ->> 'address'",
                                "(select c.business_id, e from customer c cross join jsonb_array_elements(c.emails) e) x"))
                .containsExactly("c@example.com", "a@example.com", "b@example.com");
        assertThat(desk.column("street", "customer_address")).containsExactly("Main Street 1");
        assertThat(desk.column("body", "note").getFirst())
                .contains(
                        "Further addresses: Work, Side Street 2, 222 22, Lund, SE; Third Street 3");
        assertThat(desk.column("birth_month || '-' || birth_day", "customer"))
                .containsExactly("3-4");
    }

    private static CustomerDetails ada() {
        return CustomerDetails.of(d -> {
            d.firstName = "Ada";
            d.lastName = "Berg";
            d.birthday = new Birthday(null, 3, 4);
            d.phones =
                    List.of(
                            new Phone("+46 8 123 45 62", PhoneKind.DAY, false, null),
                            new Phone("+46 8 123 45 63", PhoneKind.DAY, false, null),
                            new Phone("+46 8 123 45 64", PhoneKind.NIGHT, false, null),
                            new Phone("+46 70 123 45 60", PhoneKind.MOBILE, false, null),
                            new Phone("+46 70 123 45 61", PhoneKind.MOBILE, true, null));
            d.emails =
                    List.of(
                            new Email("a@example.com", false),
                            new Email("b@example.com", false),
                            new Email("c@example.com", true));
            d.addresses =
                    List.of(
                            address(null, "Main Street 1", null, null, null, true),
                            address("Work", "Side Street 2", "222 22", "Lund", "SE", false),
                            address(null, "Third Street 3", null, null, null, false));
        });
    }

    private static Address address(
            @org.jspecify.annotations.Nullable String label,
            String street,
            @org.jspecify.annotations.Nullable String postcode,
            @org.jspecify.annotations.Nullable String city,
            @org.jspecify.annotations.Nullable String country,
            boolean primary) {
        return new Address(null, label, street, null, postcode, city, null, country, primary);
    }
}
