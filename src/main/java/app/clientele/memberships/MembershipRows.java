package app.clientele.memberships;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.gateway.CardOnFile;
import app.clientele.memberships.Membership.How;
import app.clientele.memberships.Membership.Pause;
import app.clientele.memberships.MembershipCharge.Attempt;
import app.clientele.memberships.MembershipCharge.Kind;
import app.clientele.sales.Invoice;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Memberships and what they charged, as rows. */
@Component
class MembershipRows {
    private static final String SELECT =
            """
            select m.*, %s, nullif(coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)), '') customer, b.name branch,
                   s.name sold_by, t.today, membership_attention(m, t.today) attention, membership_state(m, t.today) state,
                   k.brand, k.last_four, np.name next_plan
            from membership m
            join branch b on b.business_id = :business and b.id = m.branch_id
            join customer c on c.business_id = :business and c.id = m.customer_id
            left join membership_plan np on np.business_id = :business and np.id = m.next_plan_id
            left join staff s on s.business_id = :business and s.id = m.staff_id
            left join customer_card k on k.business_id = :business and k.customer_id = m.customer_id and k.id = m.card_id
            cross join lateral (select (:now at time zone b.zone)::date today) t
            where m.business_id = :business\
            """
                    .formatted(BenefitRows.column("m", "membership_benefit", "membership_id"));
    private static final String CHARGES =
            """
            select c.*, membership_charge_state(c) state, i.id invoice_id, i.series, i.number invoice_number,
                (select json_agg(json_build_object('id', p.id, 'at', p.taken_at, 'tender', p.tender, 'state', p.state, 'reason', g.reason)
                    order by p.taken_at, p.id)
                 from payment p left join gateway_operation g on g.business_id = :business and g.id = p.id
                 where p.business_id = :business and p.invoice_id = i.id and p.kind = 'payment') attempts
            from membership_charge c
            left join invoice i on i.business_id = :business and i.order_id = c.order_id
            where c.business_id = :business\
            """;

    private final Sql sql;
    private final JsonMapper json;
    private final Clock clock;
    private final BenefitRows benefits;

    MembershipRows(Sql sql, JsonMapper json, Clock clock, BenefitRows benefits) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.benefits = benefits;
    }

    private StatementSpec select(String which) {
        return sql.of(SELECT + which).param("now", clock.instant().atOffset(UTC));
    }

    Optional<Membership> find(UUID id) {
        return select(" and m.id = :id").param("id", id).query(this::read).optional();
    }

    /** Keeps others from charging or changing it until the transaction has ended. */
    Optional<Membership> hold(UUID id) {
        sql.of("select id from membership where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    List<Membership> list(
            @Nullable UUID customer,
            @Nullable UUID plan,
            @Nullable MembershipState state,
            @Nullable Cursor from,
            int limit) {
        return select(
                        """
                         and (:customer::uuid is null or m.customer_id = :customer::uuid)
                        and (:plan::uuid is null or m.plan_id = :plan::uuid)
                        and (:state::text is null or membership_state(m, t.today) = :state)
                        and (:from::uuid is null or m.id < :from::uuid)
                        order by m.id desc limit :limit
                        """)
                .param("customer", customer)
                .param("plan", plan)
                .param("state", state == null ? null : state.wireName())
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private Membership read(ResultSet row, int number) throws SQLException {
        Timestamp cancelled = row.getTimestamp("cancelled_at");
        String how = row.getString("cancelled_how");
        String brand = row.getString("brand");
        return new Membership(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getObject("plan_id", UUID.class),
                row.getString("plan_name"),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                row.getObject("staff_id", UUID.class),
                row.getString("sold_by"),
                MembershipState.of(row.getString("state")),
                Stream.of((String[]) row.getArray("attention").getArray())
                        .map(Attention::of)
                        .toList(),
                requireNonNull(Amounts.read(row, "price_minor", "currency")),
                Plans.interval(row),
                requireNonNull(Amounts.read(row, "joining_minor", "currency")),
                row.getObject("term", Integer.class),
                row.getInt("notice_days"),
                requireNonNull(Amounts.read(row, "leaving_minor", "currency")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("next_on", LocalDate.class),
                row.getInt("next_number"),
                row.getObject("ends_on", LocalDate.class),
                cancelled == null ? null : cancelled.toInstant(),
                how == null ? null : How.of(how),
                row.getString("cancel_reason"),
                row.getObject("card_id", UUID.class),
                brand == null ? null : CardOnFile.named(brand, row.getString("last_four")),
                row.getString("note"),
                benefits.read(row.getString("benefits")),
                pause(row),
                row.getObject("next_plan_id", UUID.class),
                row.getString("next_plan"),
                row.getInt("term_from"),
                row.getInt("paused_periods"),
                row.getObject("anchor_on", LocalDate.class),
                row.getInt("anchor_number"),
                row.getObject("today", LocalDate.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    /** Unless it is over, and each of its periods is written down. */
    private static @Nullable Pause pause(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("paused_on", LocalDate.class);
        LocalDate resumes = row.getObject("resumes_on", LocalDate.class);
        LocalDate today = row.getObject("today", LocalDate.class);
        boolean written = row.getInt("next_number") >= row.getInt("pause_until");
        return on == null || resumes != null && !resumes.isAfter(today) && written
                ? null
                : new Pause(
                        on,
                        row.getInt("pause_from"),
                        row.getObject("pause_until", Integer.class),
                        resumes,
                        row.getBoolean("pause_access"),
                        row.getString("pause_reason"));
    }

    /** What a membership charged, the latest first. */
    List<MembershipCharge> charges(UUID membership) {
        return charges(
                sql.of(
                                CHARGES
                                        + " and c.membership_id = :membership order by c.created_at desc, c.id desc limit 500")
                        .param("membership", membership));
    }

    Optional<MembershipCharge> charge(UUID id) {
        return charges(sql.of(CHARGES + " and c.id = :id").param("id", id)).stream().findFirst();
    }

    private List<MembershipCharge> charges(StatementSpec statement) {
        return statement.query(this::readCharge).list();
    }

    private MembershipCharge readCharge(ResultSet row, int number) throws SQLException {
        UUID invoice = row.getObject("invoice_id", UUID.class);
        String attempts = row.getString("attempts");
        return new MembershipCharge(
                row.getObject("id", UUID.class),
                Kind.of(row.getString("kind")),
                row.getInt("number"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                requireNonNull(Amounts.read(row, "amount_minor", "currency")),
                MembershipCharge.State.of(row.getString("state")),
                row.getObject("order_id", UUID.class),
                invoice,
                invoice == null
                        ? null
                        : Invoice.number(row.getInt("series"), row.getLong("invoice_number")),
                attempts == null
                        ? List.of()
                        : json.readTree(attempts)
                                .valueStream()
                                .map(MembershipRows::attempt)
                                .toList(),
                row.getTimestamp("created_at").toInstant());
    }

    private static Attempt attempt(JsonNode one) {
        return new Attempt(
                UUID.fromString(one.path("id").asString()),
                OffsetDateTime.parse(one.path("at").asString()).toInstant(),
                one.path("tender").asString(),
                one.path("state").asString(),
                one.path("reason").asString(null));
    }
}
