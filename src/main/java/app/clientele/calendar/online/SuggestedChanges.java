package app.clientele.calendar.online;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Draft;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.Customers;
import app.clientele.customers.Masking;
import app.clientele.customers.Phones;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What known people typed who booked online, where their record says otherwise: a colleague takes
 * it over or not, field by field. What was refused once is not asked again.
 */
@Service
public class SuggestedChanges {
    private static final int MOST = 50;

    private final Sql sql;
    private final Customers customers;
    private final CustomerRows rows;
    private final Businesses businesses;

    SuggestedChanges(Sql sql, Customers customers, CustomerRows rows, Businesses businesses) {
        this.sql = sql;
        this.customers = customers;
        this.rows = rows;
        this.businesses = businesses;
    }

    /**
     * One field that would change.
     *
     * @param field firstName, lastName, email or phone
     * @param value what they typed
     */
    public record SuggestedChange(UUID id, String field, String value, Instant createdAt) {
        SuggestedChange masked() {
            return switch (field) {
                case "email" ->
                        new SuggestedChange(id, field, mask(Masking.email(value)), createdAt);
                case "phone" ->
                        new SuggestedChange(id, field, mask(Masking.number(value)), createdAt);
                default -> this;
            };
        }

        private static String mask(@Nullable String masked) {
            return requireNonNull(masked);
        }

        boolean isContact() {
            return field.equals("email") || field.equals("phone");
        }
    }

    /** Those that wait, as one expression over {@code c} for the profile. */
    public static final String GLANCE =
            """
            select json_agg(json_build_object('id', t.id, 'field', t.field, 'value', t.value, 'createdAt', t.created_at) order by t.id)
            from (select * from suggested_change s where s.business_id = :business and s.customer_id = c.id and s.decision = 'open'
                  order by s.id limit 50) t\
            """;

    /** Those of a customer that wait to be decided. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<SuggestedChange> of(UUID customer) {
        rows.require(customer);
        return sql
                .of(
                        """
                        select id, field, value, created_at from suggested_change
                        where business_id = :business and customer_id = :customer and decision = 'open' order by id limit :most
                        """)
                .param("customer", customer)
                .param("most", MOST)
                .query(SuggestedChange.class)
                .list()
                .stream()
                .map(SuggestedChanges::forCaller)
                .toList();
    }

    /** As the caller may see it. */
    public static SuggestedChange forCaller(SuggestedChange change) {
        return Masking.applies() ? change.masked() : change;
    }

    /** Takes it over into the record: a name in place of the other, a contact beside the others. */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public void accept(UUID customer, UUID id) {
        SuggestedChange change = decide(customer, id, "accepted");
        if (change.isContact() && Masking.applies()) {
            throw new NotAllowed(Permission.PROFILE_CONTACT);
        }
        customers.change(customer, present -> present.with(d -> put(d, present, change)));
    }

    private static void put(Draft draft, CustomerDetails present, SuggestedChange change) {
        switch (change.field()) {
            case "firstName" -> draft.firstName = change.value();
            case "lastName" -> draft.lastName = change.value();
            case "email" -> draft.emails = and(present.emails(), new Email(change.value(), false));
            case "phone" ->
                    draft.phones =
                            and(present.phones(), new Phone(change.value(), null, false, null));
            default -> throw new IllegalStateException(change.field());
        }
    }

    private static <T> List<T> and(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    /** Leaves the record as it is. */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public void refuse(UUID customer, UUID id) {
        decide(customer, id, "refused");
    }

    private SuggestedChange decide(UUID customer, UUID id, String state) {
        return sql.of(
                        """
                        update suggested_change set decision = :state, decided_at = now(), decided_by = :caller, updated_at = now()
                        where business_id = :business and customer_id = :customer and id = :id and decision = 'open'
                        returning id, field, value, created_at
                        """)
                .param("state", state)
                .param("customer", customer)
                .param("id", id)
                .query(SuggestedChange.class)
                .optional()
                .orElseThrow(() -> gone(customer, id));
    }

    private RuntimeException gone(UUID customer, UUID id) {
        boolean decided =
                sql.of(
                                """
                                select exists (select from suggested_change
                                    where business_id = :business and customer_id = :customer and id = :id)
                                """)
                        .param("customer", customer)
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        return decided ? new Refused("decided_already") : new NotFound("suggested_change");
    }

    /** Writes down what differs from the record. */
    void note(Customer known, Whoever typed, String via) {
        differences(known.details(), typed)
                .forEach((field, value) -> insert(known.id(), field, value, via));
    }

    private Map<String, String> differences(CustomerDetails known, Whoever typed) {
        Map<String, String> found = new LinkedHashMap<>();
        String first = requireNonNull(typed.firstName());
        if (!KnownPeople.same(known.firstName(), first)) {
            found.put("firstName", first);
        }
        if (typed.lastName() != null && !KnownPeople.same(known.lastName(), typed.lastName())) {
            found.put("lastName", typed.lastName());
        }
        String email = KnownPeople.email(typed);
        if (known.emails().stream().noneMatch(e -> email.equals(lower(e.address())))) {
            found.put("email", requireNonNull(typed.email()));
        }
        String phone = requireNonNull(typed.phone());
        String country = businesses.current().country();
        if (known.phones().stream()
                .noneMatch(p -> key(p, country).equals(Phones.key(phone, country)))) {
            found.put("phone", phone);
        }
        return found;
    }

    private static String lower(@Nullable String address) {
        return String.valueOf(address).toLowerCase(Locale.ROOT);
    }

    private static String key(Phone phone, String country) {
        String number = phone.e164() == null ? phone.number() : phone.e164();
        return Phones.key(String.valueOf(number), country);
    }

    private void insert(UUID customer, String field, String value, String via) {
        sql.of(
                        """
                        insert into suggested_change (business_id, id, customer_id, field, value, created_via)
                        values (:business, :id, :customer, :field, :value, :via) on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("customer", customer)
                .param("field", field)
                .param("value", value)
                .param("via", via)
                .update();
    }
}
