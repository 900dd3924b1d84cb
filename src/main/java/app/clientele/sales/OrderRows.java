package app.clientele.sales;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.ledger.gifts.GiftWish;
import app.clientele.sales.Order.OrderLine;
import app.clientele.sales.Order.Status;
import app.clientele.sales.Order.TipGiven;
import app.clientele.sales.Order.Totals;
import app.clientele.sales.Orders.Search;
import app.clientele.sales.catalogue.Percent;
import app.clientele.shared.Cursor;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders as rows: each read with its lines in one statement. */
@Component
class OrderRows {
    private static final String SELECT =
            """
            select o.*, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) customer, c.tax_exempt_reason exempt,
                   b.name branch, i.id invoice_id,
                   (select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'appointment', l.appointment_id,
                        'service', l.service_id, 'product', l.product_id, 'staffId', l.staff_id, 'staff', f.name, 'name', l.name,
                        'quantity', l.quantity, 'list', l.list_minor, 'price', l.price_minor, 'source', l.price_source,
                        'reason', l.price_reason, 'byId', l.price_by, 'by', w.name, 'percent', l.discount_percent::text,
                        'cut', l.discount_minor, 'why', l.discount_reason, 'cutBy', l.discount_by, 'tax', t.id, 'taxName', t.name,
                        'rate', coalesce(p.percent, t.percent)::text, 'included', t.included, 'gift', l.gift, 'fee', l.fee_id, 'charge', l.charge_id, 'package', l.package_id,
                        'declined', l.declined, 'units', l.units) order by l.position)
                    from order_line l
                    left join staff f on f.business_id = :business and f.id = l.staff_id
                    left join actor w on w.business_id = :business and w.id = l.price_by
                    left join tax_rate t on t.business_id = :business and t.id = l.tax_rate_id
                    left join tax_rate_branch p on p.business_id = :business and p.tax_rate_id = t.id and p.branch_id = o.branch_id
                    where l.business_id = :business and l.order_id = o.id) lines,
                   (select json_agg(json_build_object('staffId', t.staff_id, 'staff', f.name, 'amount', t.amount_minor) order by t.id)
                    from order_tip t join staff f on f.business_id = :business and f.id = t.staff_id
                    where t.business_id = :business and t.order_id = o.id) tips
            from sales_order o
            join branch b on b.business_id = :business and b.id = o.branch_id
            left join customer c on c.business_id = :business and c.id = o.customer_id
            left join invoice i on i.business_id = :business and i.order_id = o.id
            where o.business_id = :business\
            """;

    private final Sql sql;
    private final JsonMapper json;

    OrderRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Order> find(UUID id) {
        return read(sql.of(SELECT + " and o.id = :id").param("id", id)).stream().findFirst();
    }

    /** Keeps others from writing to it until the transaction has ended. */
    boolean hold(UUID id) {
        return sql.of(
                        "select id from sales_order where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** The one in which an appointment was sold, or is about to be. */
    Optional<UUID> ofAppointment(UUID appointment) {
        return sql.of(
                        """
                        select order_id from order_line where business_id = :business and appointment_id = :appointment and held
                        """)
                .param("appointment", appointment)
                .query(UUID.class)
                .optional();
    }

    List<Order> list(Search search, @Nullable Cursor from, int limit) {
        return read(
                sql.of(
                                SELECT
                                        + """
                                         and (:customer::uuid is null or o.customer_id = :customer::uuid)
                                        and (:branch::uuid is null or o.branch_id = :branch::uuid)
                                        and (:status::text is null or o.status = :status)
                                        and (:updated::timestamptz is null or o.updated_at >= :updated::timestamptz)
                                        and (:from::uuid is null or o.id < :from::uuid) order by o.id desc limit :limit
                                        """)
                        .param("customer", search.customer())
                        .param("branch", search.branch())
                        .param(
                                "status",
                                search.status() == null ? null : search.status().wireName())
                        .param(
                                "updated",
                                search.updatedSince() == null
                                        ? null
                                        : search.updatedSince().atOffset(UTC))
                        .param("from", from == null ? null : from.id(0))
                        .param("limit", limit));
    }

    private List<Order> read(StatementSpec statement) {
        return statement.query(this::order).list();
    }

    private Order order(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        Order bare = bare(row, currency);
        Reckoning reckoned = bare.reckon();
        List<OrderLine> lines =
                IntStream.range(0, bare.lines().size())
                        .mapToObj(i -> reckoned(bare.lines().get(i), reckoned.amounts().get(i)))
                        .toList();
        return new Order(
                bare.id(),
                bare.customerId(),
                bare.customer(),
                bare.branchId(),
                bare.branch(),
                bare.status(),
                currency,
                lines,
                bare.discount(),
                bare.tips(),
                bare.exempt(),
                Totals.of(reckoned),
                bare.note(),
                bare.invoiceId(),
                bare.createdVia(),
                bare.createdAt(),
                bare.updatedAt(),
                bare.version());
    }

    private static OrderLine reckoned(OrderLine line, Money amount) {
        return line.price() == null ? line : line.with(amount);
    }

    private Order bare(ResultSet row, String currency) throws SQLException {
        Money zero = Money.zero(CurrencyUnit.of(currency));
        BigDecimal percent = row.getBigDecimal("discount_percent");
        return new Order(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                name(row.getString("customer")),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                currency,
                lines(row.getString("lines"), currency),
                Order.discount(
                        percent == null ? null : Percent.plain(percent),
                        Amounts.read(row, "discount_minor", "currency"),
                        row.getString("discount_reason")),
                tips(row.getString("tips"), currency),
                row.getString("exempt"),
                new Totals(zero, zero, List.of(), zero, zero, zero, zero),
                row.getString("note"),
                row.getObject("invoice_id", UUID.class),
                row.getString("created_via"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    private static @Nullable String name(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name;
    }

    private List<OrderLine> lines(@Nullable String text, String currency) {
        return text == null
                ? List.of()
                : json.readTree(text).valueStream().map(l -> line(l, currency)).toList();
    }

    private OrderLine line(JsonNode l, String currency) {
        String tax = l.path("tax").asString(null);
        String percent = l.path("percent").asString(null);
        return new OrderLine(
                requireNonNull(id(l, "id")),
                l.path("kind").asString(),
                id(l, "appointment"),
                id(l, "service"),
                id(l, "product"),
                id(l, "staffId"),
                l.path("staff").asString(null),
                l.path("name").asString(),
                l.path("quantity").asInt(),
                money(l, "list", currency),
                money(l, "price", currency),
                l.path("source").asString(),
                l.path("reason").asString(null),
                id(l, "byId"),
                l.path("by").asString(null),
                Order.discount(
                        percent == null ? null : Percent.plain(new BigDecimal(percent)),
                        money(l, "cut", currency),
                        l.path("why").asString(null)),
                id(l, "cutBy"),
                id(l, "tax"),
                tax == null ? null : tax(l, UUID.fromString(tax)),
                l.path("gift").isObject() ? json.treeToValue(l.get("gift"), GiftWish.class) : null,
                id(l, "fee"),
                id(l, "charge"),
                id(l, "package"),
                l.path("declined").asBoolean(),
                l.path("units").asInt(),
                null);
    }

    private static Reckoning.Tax tax(JsonNode l, UUID id) {
        return new Reckoning.Tax(
                id,
                l.path("taxName").asString(),
                Percent.plain(new BigDecimal(l.path("rate").asString())),
                l.path("included").asBoolean());
    }

    static @Nullable UUID id(JsonNode node, String field) {
        String text = node.path(field).asString(null);
        return text == null ? null : UUID.fromString(text);
    }

    static @Nullable Money money(JsonNode node, String field, String currency) {
        JsonNode minor = node.path(field);
        return minor.isNumber() ? Amounts.of(minor.asLong(), currency) : null;
    }

    private List<TipGiven> tips(@Nullable String text, String currency) {
        return text == null
                ? List.of()
                : json.readTree(text)
                        .valueStream()
                        .map(t ->
                                new TipGiven(
                                        requireNonNull(id(t, "staffId")),
                                        t.path("staff").asString(),
                                        requireNonNull(money(t, "amount", currency))))
                        .toList();
    }
}
