package app.clientele.customers;

import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.CustomerDetails.Tax;
import app.clientele.customers.CustomerDetails.Weight;
import app.clientele.database.Sql;
import app.clientele.shared.Birthday;
import app.clientele.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads customers out of their tables: the whole record in one statement. */
@Component
public class CustomerRows {
    private static final String ALL =
            """
            select c.*, s.name status, s.colour status_colour, m.name referral_method,
                   case when r.id is not null then coalesce(r.display_name, concat_ws(' ', r.first_name, r.last_name)) end referrer,
                   (select json_agg(json_build_object('id', t.id, 'name', t.name, 'colour', t.colour) order by t.position, t.name)
                    from customer_tag ct join choice t on t.business_id = :business and t.id = ct.tag_id
                    where ct.business_id = :business and ct.customer_id = c.id) tags,
                   (select json_agg(json_build_object('id', a.id, 'label', a.label, 'street', a.street, 'line2', a.line2,
                        'postcode', a.postcode, 'city', a.city, 'region', a.region, 'country', a.country,
                        'primary', a.is_primary) order by a.is_primary desc, a.id)
                    from customer_address a where a.business_id = :business and a.customer_id = c.id) addresses,
                   case when c.locked_by is not null then
                        (select a.name from actor a where a.business_id = :business and a.id = c.locked_by) end locked_by_name,
                   b.name branch_name, b.archived_at is not null branch_closed,
                   (select json_agg(json_build_object('id', f.id, 'name', f.name, 'left', f.deactivated_at is not null))
                    from staff_preference p join staff f on f.business_id = :business and f.id = p.staff_id
                    where p.business_id = :business and p.customer_id = c.id) colleagues,
                   %s online_booking,
                   w.grams weight_grams, w.unit weight_unit, w.on_date weight_date
            from customer c
            left join choice s on s.business_id = :business and s.id = c.status_id
            left join choice m on m.business_id = :business and m.id = c.referral_method_id
            left join branch b on b.business_id = :business and b.id = c.preferred_branch_id
            left join customer r on r.business_id = :business and r.id = c.referred_by_id
            left join lateral (select * from customer_weight w where w.business_id = :business and w.customer_id = c.id
                               order by w.on_date desc, w.id desc limit 1) w on true
            where c.business_id = :business\
            """;

    private final Sql sql;
    private final String select;
    private final ObjectReader tags;
    private final ObjectReader emails;
    private final ObjectReader phones;
    private final ObjectReader addresses;
    private final ObjectReader custom;
    private final ObjectReader colleagues;
    private final StaffLists staff;

    CustomerRows(Sql sql, JsonMapper json, StaffLists staff, BookingAccess booking) {
        this.sql = sql;
        this.select = ALL.formatted(booking.rule());
        this.staff = staff;
        this.colleagues = json.readerForListOf(Team.Colleague.class);
        this.tags = json.readerForListOf(Customer.TagBadge.class);
        this.emails = json.readerForListOf(Email.class);
        this.phones = json.readerForListOf(Phone.class);
        this.addresses = json.readerForListOf(Address.class);
        this.custom = json.readerForMapOf(Object.class);
    }

    public Optional<Customer> find(UUID id) {
        return sql.of(select + " and c.id = :id").param("id", id).query(this::customer).optional();
    }

    /**
     * @throws NotFound when there is no such customer in this business
     */
    public void require(UUID id) {
        boolean there =
                sql.of(
                                "select exists (select from customer where business_id = :business and id = :id)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        if (!there) {
            throw new NotFound("customer");
        }
    }

    /**
     * Keeps others from writing to a record until the transaction has ended.
     *
     * @throws NotFound when there is no such customer in this business
     */
    public void hold(UUID id) {
        String select =
                "select id from customer where business_id = :business and id = :id for update";
        if (sql.of(select).param("id", id).query(UUID.class).optional().isEmpty()) {
            throw new NotFound("customer");
        }
    }

    public List<Customer> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.of(select + " and c.id = any(:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(this::customer)
                        .list();
    }

    private Customer customer(ResultSet row, int number) throws SQLException {
        List<Customer.TagBadge> badges = list(row.getString("tags"), tags);
        UUID photo = row.getObject("photo_id", UUID.class);
        UUID id = row.getObject("id", UUID.class);
        return new Customer(
                id,
                row.getLong("number"),
                details(row, badges),
                photo == null ? null : Photos.url(id, photo),
                row.getString("created_via"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row.getTimestamp("deactivated_at")),
                instant(row.getTimestamp("erase_at")),
                lock(row),
                row.getString("referrer"),
                row.getString("status_colour"),
                badges,
                new Team(
                        list(row.getString("colleagues"), colleagues),
                        Team.Place.of(
                                row.getObject("preferred_branch_id", UUID.class),
                                row.getString("branch_name"),
                                row.getBoolean("branch_closed"))),
                row.getString("online_booking"),
                row.getObject("import_id", UUID.class),
                row.getInt("version"));
    }

    private CustomerDetails details(ResultSet row, List<Customer.TagBadge> badges)
            throws SQLException {
        return new CustomerDetails(
                row.getString("first_name"),
                row.getString("middle_name"),
                row.getString("last_name"),
                row.getString("display_name"),
                list(row.getString("emails"), emails),
                list(row.getString("phones"), phones),
                list(row.getString("addresses"), addresses),
                birthday(row),
                row.getString("gender"),
                row.getString("pronouns"),
                row.getString("language"),
                row.getString("status"),
                row.getObject("customer_since", LocalDate.class),
                referrer(
                        row.getObject("referred_by_id", UUID.class),
                        row.getString("referred_by_name")),
                row.getString("referral_method"),
                badges.stream().map(Customer.TagBadge::name).toList(),
                weight(row),
                row.getString("external_id"),
                Tax.of(
                        row.getString("tax_company"),
                        row.getString("tax_number"),
                        row.getString("tax_exempt_reason")),
                row.getObject("preferred_branch_id", UUID.class),
                staff.preferred(row.getString("preferred_staff")),
                staff.barred(row.getString("barred_staff")),
                custom.readValue(row.getString("custom")));
    }

    private static <T> List<T> list(@Nullable String text, ObjectReader reader) {
        return text == null || text.equals("[]") ? List.of() : reader.readValue(text);
    }

    public static @Nullable Birthday birthday(ResultSet row) throws SQLException {
        int month = row.getInt("birth_month");
        return month == 0
                ? null
                : new Birthday(
                        row.getObject("birth_year", Integer.class), month, row.getInt("birth_day"));
    }

    private static @Nullable Referrer referrer(@Nullable UUID id, @Nullable String name) {
        return id == null && name == null ? null : new Referrer(id, name);
    }

    private static @Nullable Weight weight(ResultSet row) throws SQLException {
        String unit = row.getString("weight_unit");
        return unit == null
                ? null
                : new Weight(
                        WeightUnit.of(unit).value(row.getInt("weight_grams")),
                        unit,
                        row.getObject("weight_date", LocalDate.class));
    }

    private static Customer.@Nullable Lock lock(ResultSet row) throws SQLException {
        String reason = row.getString("locked_reason");
        return reason == null
                ? null
                : new Customer.Lock(
                        reason,
                        row.getTimestamp("locked_at").toInstant(),
                        row.getString("locked_by_name"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
