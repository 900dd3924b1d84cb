package app.clientele.customers.duplicates;

import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Phones;
import app.clientele.customers.SearchKeys;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Customers with no more than what somebody is told apart by, many at a time. */
@Component
class LookedUp {
    private static final String LAST = "\uDBFF\uDFFD";
    private static final int SHORTEST_PHONE = 6;

    private final Sql sql;
    private final ObjectReader emails;
    private final ObjectReader phones;

    LookedUp(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.emails = json.readerForListOf(Email.class);
        this.phones = json.readerForListOf(Phone.class);
    }

    /** One of them. */
    record Person(
            UUID id,
            @Nullable String firstName,
            @Nullable String lastName,
            List<Email> emails,
            List<Phone> phones,
            OffsetDateTime updatedAt) {
        /** The keys others have who may be the same: of these names, and with a middle name. */
        List<Range> ranges() {
            List<Range> ranges = new ArrayList<>();
            String first = Likeness.folded(firstName);
            String last = Likeness.folded(lastName);
            if (!first.isEmpty() && !last.isEmpty()) {
                String name = last + " " + first;
                ranges.add(new Range(SearchKeys.Key.NAME, name, name));
                ranges.add(new Range(SearchKeys.Key.NAME, name + " ", name + " " + LAST));
            }
            emails.forEach(e -> {
                String address = String.valueOf(e.address()).toLowerCase(Locale.ROOT);
                ranges.add(new Range(SearchKeys.Key.EMAIL, address, address));
            });
            phones.forEach(p -> {
                String number = p.e164() == null ? String.valueOf(p.number()) : p.e164();
                String digits = Phones.digits(number);
                if (digits.length() >= SHORTEST_PHONE) {
                    ranges.add(new Range(SearchKeys.Key.PHONE, digits, digits));
                }
            });
            return ranges;
        }
    }

    /** Keys of one kind from one to another. */
    record Range(char kind, String from, String until) {}

    private static final String SELECT =
            "select c.id, c.first_name, c.last_name, c.emails, c.phones, c.updated_at from customer c where c.business_id = :business and c.erase_at is null";

    List<Person> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.of(SELECT + " and c.id = any(:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(this::person)
                        .list();
    }

    /**
     * Those who changed after somebody else did, in that order. A change bears the time its
     * transaction began, so nothing is looked at that began after one still under way: it would be
     * passed by.
     */
    List<Person> changedSince(OffsetDateTime time, UUID id, int most) {
        return sql.of(
                        SELECT
                                + """
                                 and (c.updated_at, c.id) > (:time, :id) and c.updated_at < (
                                    select coalesce(min(a.xact_start), now()) from pg_stat_activity a
                                    where a.datname = current_database() and a.pid <> pg_backend_pid())
                                order by c.updated_at, c.id limit :most
                                """)
                .param("time", time)
                .param("id", id)
                .param("most", most)
                .query(this::person)
                .list();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("last_name"),
                emails.readValue(row.getString("emails")),
                phones.readValue(row.getString("phones")),
                row.getObject("updated_at", OffsetDateTime.class));
    }
}
