package app.clientele.gateway;

import static java.time.ZoneOffset.UTC;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What gateways are asked to do, as rows. */
@Component
class OperationRows {
    private static final String SELECT =
            """
            select o.*, c.reference of_reference, coalesce(o.payer, c.payer) known_as from gateway_operation o
            left join gateway_operation c on c.business_id = :business and c.id = o.of_id
            where o.business_id = :business\
            """;

    /** Whoever wrote it down asks at once; the background only where they did not. */
    private static final Duration FIRST_TURN = Duration.ofSeconds(3);

    private final Sql sql;
    private final Clock clock;

    OperationRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Operation> find(UUID id) {
        return sql.of(SELECT + " and o.id = :id")
                .param("id", id)
                .query(OperationRows::read)
                .optional();
    }

    /** The same, and nobody else writes to it until the transaction has ended. */
    Optional<Operation> held(UUID id) {
        return sql.of(SELECT + " and o.id = :id for no key update of o")
                .param("id", id)
                .query(OperationRows::read)
                .optional();
    }

    private static Operation read(ResultSet row, int number) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        return new Operation(
                row.getObject("id", UUID.class),
                Gateway.Kind.of(row.getString("kind")),
                row.getString("gateway"),
                row.getObject("of_id", UUID.class),
                row.getString("of_reference"),
                row.getString("token"),
                row.getString("known_as"),
                row.getObject("amount_minor") == null
                        ? null
                        : Amounts.read(row, "amount_minor", "currency"),
                row.getString("state"),
                row.getString("reference"),
                row.getString("link"),
                row.getTimestamp("created_at").toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getInt("looks"));
    }

    /** To be asked once the running transaction is through. */
    void insert(
            UUID id,
            Gateway.Kind kind,
            String gateway,
            @Nullable UUID of,
            @Nullable String token,
            @Nullable String payer,
            @Nullable Money amount) {
        sql.of(
                        """
                        insert into gateway_operation (business_id, id, kind, gateway, of_id, token, payer, amount_minor, currency, look_at)
                        values (:business, :id, :kind, :gateway, :of, :token, :payer, :amount, :currency, :look)
                        """)
                .param("id", id)
                .param("kind", kind.wireName())
                .param("gateway", gateway)
                .param("of", of)
                .param("token", token)
                .param("payer", payer)
                .param("amount", Amounts.minor(amount))
                .param("currency", amount == null ? null : Amounts.currency(amount))
                .param("look", at(clock.instant().plus(FIRST_TURN)))
                .update();
    }

    void forget(String gateway, String token) {
        insert(Ids.next(), Gateway.Kind.REMOVE, gateway, null, token, null, null);
    }

    /** Whether it is for the caller to ask the gateway: only one ever is told so. */
    boolean claim(UUID id, Duration lookAfter) {
        return sql.of(
                                """
                                update gateway_operation set state = 'sent', sent_at = :now, look_at = :look, updated_at = :now
                                where business_id = :business and id = :id and state = 'new'
                                """)
                        .param("now", at(clock.instant()))
                        .param("look", at(clock.instant().plus(lookAfter)))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Writes down how it stands. */
    void set(UUID id, String state, Outcome outcome, Duration lookAfter) {
        sql.of(
                        """
                        update gateway_operation set state = :state, reference = coalesce(:reference, reference),
                            link = case when :state = 'needs_customer' then coalesce(:link, link) end, reason = :reason,
                            token = case when :state in ('succeeded', 'declined') then null else token end,
                            look_at = :look, looks = looks + 1, updated_at = :now
                        where business_id = :business and id = :id
                        """)
                .param("state", state)
                .param("reference", outcome.reference())
                .param("link", outcome.link())
                .param("reason", outcome.reason())
                .param("look", at(clock.instant().plus(lookAfter)))
                .param("now", at(clock.instant()))
                .param("id", id)
                .update();
    }

    /** To be done again later, as it may be done any number of times. */
    void again(UUID id, Duration after) {
        sql.of(
                        """
                        update gateway_operation set state = 'new', look_at = :look, looks = looks + 1, updated_at = :now
                        where business_id = :business and id = :id
                        """)
                .param("look", at(clock.instant().plus(after)))
                .param("now", at(clock.instant()))
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        sql.of("delete from gateway_operation where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    /** What is to be asked, or asked about, by now. */
    List<UUID> due() {
        return sql.of(
                        """
                        select id from gateway_operation where business_id = :business and state not in ('succeeded', 'declined')
                            and look_at <= :now order by look_at limit 100
                        """)
                .param("now", at(clock.instant()))
                .query(UUID.class)
                .list();
    }

    List<UUID> businesses() {
        return sql.acrossBusinesses("select * from businesses_with_gateway_work()")
                .query(UUID.class)
                .list();
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(UTC);
    }
}
