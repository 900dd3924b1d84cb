package app.clientele.gateway;

import static java.time.ZoneOffset.UTC;

import app.clientele.business.Businesses;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.Locks;
import app.clientele.database.Sql;
import app.clientele.gateway.Gateway.StoredCard;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cards customers left on file. */
@Service
public class Cards {
    private static final int SOON_MONTHS = 2;
    private static final String SELECT =
            """
            select k.*, a.name added_by from customer_card k
            left join actor a on a.business_id = :business and a.id = k.created_by
            where k.business_id = :business and k.removed_at is null\
            """;

    private final Sql sql;
    private final CustomerRows customers;
    private final Locks locks;
    private final GatewaySettings settings;
    private final Operations operations;
    private final Businesses businesses;
    private final Clock clock;

    Cards(
            Sql sql,
            CustomerRows customers,
            Locks locks,
            GatewaySettings settings,
            Operations operations,
            Businesses businesses,
            Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.locks = locks;
        this.settings = settings;
        this.operations = operations;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** Those of a customer, the primary one first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<CardOnFile> of(UUID customer) {
        List<CardOnFile> found = found(customer);
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return found;
    }

    private List<CardOnFile> found(UUID customer) {
        return read(
                sql.of(
                                SELECT
                                        + " and k.customer_id = :customer order by k.is_default desc, k.id limit 100")
                        .param("customer", customer));
    }

    /** Those of a customer that can be charged through the gateway in use. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<CardOnFile> chargeable(UUID customer) {
        String gateway = settings.current().gateway();
        return found(customer).stream()
                .filter(c -> c.gateway().equals(gateway) && !c.expired())
                .toList();
    }

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public CardOnFile get(UUID customer, UUID id) {
        return find(customer, id).orElseThrow(() -> new NotFound("card"));
    }

    private Optional<CardOnFile> find(UUID customer, UUID id) {
        return read(
                        sql.of(SELECT + " and k.customer_id = :customer and k.id = :id")
                                .param("customer", customer)
                                .param("id", id))
                .stream()
                .findFirst();
    }

    private List<CardOnFile> read(StatementSpec statement) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), businesses.current().zone());
        return statement.query((row, number) -> card(row, today)).list();
    }

    private static CardOnFile card(ResultSet row, LocalDate today) throws SQLException {
        LocalDate last = row.getObject("expires_on", LocalDate.class);
        return new CardOnFile(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("gateway"),
                row.getString("brand"),
                row.getString("last_four"),
                last,
                last.isBefore(today.plusMonths(SOON_MONTHS)),
                last.isBefore(today),
                row.getString("holder"),
                row.getBoolean("is_default"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("added_by"),
                row.getInt("version"));
    }

    /** Makes it the one that is offered first. */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public CardOnFile makePrimary(UUID customer, UUID id) {
        locks.check(customer);
        if (!get(customer, id).primary()) {
            mark(customer, id);
        }
        return get(customer, id);
    }

    private void mark(UUID customer, UUID id) {
        sql.of(
                        """
                        update customer_card set is_default = false, version = version + 1, updated_at = now()
                        where business_id = :business and customer_id = :customer and is_default
                        """)
                .param("customer", customer)
                .update();
        sql.of(
                        """
                        update customer_card set is_default = true, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .update();
    }

    /** Why one is taken off, where somebody says so. */
    public record Removal(@Line(max = 200) @Nullable String reason) {}

    /**
     * Takes a card off file; the gateway forgets it, too, as soon as it can be asked. It can't be
     * put back.
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public void remove(UUID customer, UUID id, Removal removal) {
        Validation.check(removal);
        locks.check(customer);
        boolean wasPrimary = get(customer, id).primary();
        operations.forget(customer, id);
        sql.of(
                        """
                        update customer_card set removed_at = :now, removed_by = :caller, removed_reason = :reason, is_default = false, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("now", clock.instant().atOffset(UTC))
                .param("reason", removal.reason())
                .param("id", id)
                .update();
        if (wasPrimary) {
            found(customer).stream().findFirst().ifPresent(next -> mark(customer, next.id()));
        }
    }

    /**
     * Whether there is room for one more.
     *
     * @throws Refused {@code cards_full} when there is none
     */
    void checkRoom(UUID customer) {
        if (!hasRoom(customer)) {
            throw new Refused("cards_full", settings.current().mostCards());
        }
    }

    boolean hasRoom(UUID customer) {
        return found(customer).size() < settings.current().mostCards();
    }

    /**
     * Keeps a card on file; whoever adds another meanwhile waits.
     *
     * @throws Refused {@code cards_full} when there are as many as there may be
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public CardOnFile keep(UUID customer, String gateway, StoredCard card) {
        locks.check(customer);
        checkRoom(customer);
        boolean first = found(customer).isEmpty();
        UUID id = Ids.next();
        sql.of(
                        """
                        insert into customer_card (business_id, id, customer_id, gateway, token, payer, brand, last_four, expires_on, holder,
                            is_default, created_by, created_via)
                        values (:business, :id, :customer, :gateway, :token, :payer, :brand, :four, :expires, :holder, :first, :caller, :via)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("gateway", gateway)
                .param("token", card.token())
                .param("payer", card.payer())
                .param("brand", card.brand())
                .param("four", card.lastFour())
                .param("expires", card.expiresOn())
                .param("holder", card.holder())
                .param("first", first)
                .param("via", Caller.current().door().wireName())
                .update();
        return find(customer, id).orElseThrow();
    }
}
