package app.clientele.households;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.Photos;
import app.clientele.database.Sql;
import app.clientele.households.Relationship.Invitation;
import app.clientele.households.Relationship.Relative;
import app.clientele.shared.Birthday;
import app.clientele.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads links, both rows of each at once. */
@Component
class RelationshipRows {
    private static final String SELECT =
            """
            select r.id, r.customer_id, r.relative_id, r.relation, r.counterpart, r.relation_words, r.agreement, r.answered_at, r.answered_how,
                   r.may_book, r.may_view, r.may_pay, r.is_copied, r.version, m.relation_words their_words,
                   m.may_book their_book, m.may_view their_view, m.may_pay their_pay, m.is_copied their_copies,
                   m.asked_at is not null relative_asked, coalesce(m.asked_at, r.asked_at) asked_at,
                   coalesce(m.asked_until, r.asked_until) asked_until, m.asked_times + r.asked_times asked_times,
                   coalesce(m.message_id, r.message_id) message_id, s.name answered_by,
                   coalesce(n.display_name, concat_ws(' ', n.first_name, n.last_name)) name, n.photo_id,
                   n.birth_year, n.birth_month, n.birth_day, c.birth_year own_year, c.birth_month own_month, c.birth_day own_day,
                   n.deactivated_at is not null relative_out, c.deactivated_at is not null customer_out,
                   jsonb_array_length(n.emails) > 0 reachable
            from relationship r
            join relationship m on m.business_id = :business and m.customer_id = r.relative_id and m.relative_id = r.customer_id
            join customer c on c.business_id = :business and c.id = r.customer_id
            join customer n on n.business_id = :business and n.id = r.relative_id
            left join actor s on s.business_id = :business and s.id = r.answered_by
            where r.business_id = :business and r.customer_id = :customer\
            """;

    private final Sql sql;
    private final Today today;
    private final Clock clock;

    RelationshipRows(Sql sql, Today today, Clock clock) {
        this.sql = sql;
        this.today = today;
        this.clock = clock;
    }

    /** Those of a customer: the closest first, then by name. */
    List<Relationship> of(UUID customer) {
        return sql.of(
                        SELECT
                                + """
                                 order by array_position(array['spouse', 'child', 'parent', 'ward', 'guardian', 'sibling', 'grandchild', 'grandparent',
                                    'carer', 'cared_for', 'pet', 'owner', 'friend', 'other'], r.relation), n.sort_name, r.id limit 200
                                """)
                .param("customer", customer)
                .query(mapper())
                .list();
    }

    Relationship get(UUID customer, UUID id) {
        return find(customer, "r.id", id).orElseThrow(() -> new NotFound("relationship"));
    }

    Optional<Relationship> with(UUID customer, UUID relative) {
        return find(customer, "r.relative_id", relative);
    }

    private Optional<Relationship> find(UUID customer, String column, UUID value) {
        return sql.of(SELECT + " and " + column + " = :value")
                .param("customer", customer)
                .param("value", value)
                .query(mapper())
                .optional();
    }

    /** The rights of a relative, and what keeps them from holding. */
    Optional<Side> side(UUID customer, UUID relative) {
        ZoneId zone = today.zone();
        return sql.of(SELECT + " and r.relative_id = :relative")
                .param("customer", customer)
                .param("relative", relative)
                .query((row, number) -> side(row, zone))
                .optional();
    }

    private RowMapper<Relationship> mapper() {
        ZoneId zone = today.zone();
        LocalDate day = today.day();
        return (row, number) -> relationship(row, zone, day);
    }

    private static Side side(ResultSet row, ZoneId zone) throws SQLException {
        return side(
                row,
                "relation",
                rights(row, "may_book", "may_view", "may_pay", "is_copied"),
                "own_",
                zone);
    }

    private static Side side(
            ResultSet row, String relation, Rights granted, String whose, ZoneId zone)
            throws SQLException {
        Instant answered = instant(row, "answered_at");
        return new Side(
                requireNonNull(Relation.of(row.getString(relation))),
                Agreement.of(row.getString("agreement")),
                row.getString("answered_how"),
                answered == null ? null : LocalDate.ofInstant(answered, zone),
                birthday(row, whose),
                granted,
                row.getBoolean("relative_out") || row.getBoolean("customer_out"));
    }

    private Relationship relationship(ResultSet row, ZoneId zone, LocalDate day)
            throws SQLException {
        Side own = side(row, zone);
        Rights theirs = rights(row, "their_book", "their_view", "their_pay", "their_copies");
        Side their = side(row, "counterpart", theirs, "birth_", zone);
        return new Relationship(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                relative(row, their, day),
                own.relation(),
                row.getString("relation_words"),
                row.getString("their_words"),
                own.agreement(),
                instant(row, "answered_at"),
                own.how(),
                row.getString("answered_by"),
                own.granted(),
                theirs,
                own.holding(day),
                their.holding(day),
                invitation(row),
                row.getInt("version"));
    }

    private static Relative relative(ResultSet row, Side their, LocalDate day) throws SQLException {
        UUID id = row.getObject("relative_id", UUID.class);
        UUID photo = row.getObject("photo_id", UUID.class);
        Birthday born = their.born();
        return new Relative(
                id,
                row.getString("name"),
                photo == null ? null : Photos.url(id, photo),
                born == null ? null : born.age(day).orElse(null),
                Side.isMinor(born, day),
                their.cameOfAge(day),
                row.getBoolean("relative_out"),
                row.getBoolean("reachable"));
    }

    private @Nullable Invitation invitation(ResultSet row) throws SQLException {
        Instant sent = instant(row, "asked_at");
        Instant until = instant(row, "asked_until");
        return sent == null || until == null
                ? null
                : new Invitation(
                        row.getBoolean("relative_asked"),
                        sent,
                        until,
                        until.isBefore(clock.instant()),
                        row.getInt("asked_times"),
                        row.getObject("message_id", UUID.class));
    }

    private static Rights rights(ResultSet row, String book, String view, String pay, String copies)
            throws SQLException {
        return new Rights(
                row.getBoolean(book),
                row.getBoolean(view),
                row.getBoolean(pay),
                row.getBoolean(copies));
    }

    static @Nullable Birthday birthday(ResultSet row, String prefix) throws SQLException {
        Integer month = row.getObject(prefix + "month", Integer.class);
        return month == null
                ? null
                : new Birthday(
                        row.getObject(prefix + "year", Integer.class),
                        month,
                        row.getInt(prefix + "day"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
