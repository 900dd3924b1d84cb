package app.clientele.sales.catalogue;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Businesses;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Price;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is sold over the counter; what was sold keeps the name and price it was sold with. */
@Service
public class Products {
    private static final int MOST = 5000;
    private static final String KNOWN = "what a business sells is no secret to whoever acts in it";

    private final Sql sql;
    private final Businesses businesses;
    private final Clashes clashes;

    Products(Sql sql, Businesses businesses, Clashes clashes) {
        this.sql = sql;
        this.businesses = businesses;
        this.clashes = clashes;
    }

    /** What one may say of a product; name and price are needed. */
    public record ProductDetails(
            @NotNull @Line(max = 100) @Nullable String name,
            @Line(max = 40) @Nullable String sku,
            @Line(max = 40) @Nullable String barcode,
            @Line(max = 60) @Nullable String category,
            @NotNull @Price @Nullable Money price,
            @Nullable UUID taxRateId) {}

    /**
     * Which ones to list.
     *
     * @param q part of the name, or the whole of a number or barcode
     * @param since changed then or later
     */
    public record Filter(@Nullable String q, boolean archivedToo, @Nullable Instant since) {
        /** All that are sold. */
        public static final Filter SOLD = new Filter(null, false, null);
    }

    /** By category and name, archived ones last. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public List<Product> list(Filter filter) {
        return sql.of(
                        """
                        select p.* from product p where p.business_id = :business and (:archived or p.archived_at is null)
                            and (:since::timestamptz is null or p.updated_at >= :since::timestamptz)
                            and (:q::text is null or strpos(lower(p.name), :q) > 0 or lower(p.sku) = :q or lower(p.barcode) = :q)
                        order by p.archived_at nulls first, lower(p.category) nulls last, lower(p.name), p.id limit 5000
                        """)
                .param("archived", filter.archivedToo())
                .param(
                        "since",
                        filter.since() == null ? null : filter.since().atOffset(ZoneOffset.UTC))
                .param("q", filter.q() == null ? null : filter.q().toLowerCase(Locale.ROOT))
                .query(Products::product)
                .list();
    }

    @Open(KNOWN)
    @Transactional(readOnly = true)
    public Product get(UUID id) {
        return sql.of("select p.* from product p where p.business_id = :business and p.id = :id")
                .param("id", id)
                .query(Products::product)
                .optional()
                .orElseThrow(() -> new NotFound("product"));
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        Timestamp archived = row.getTimestamp("archived_at");
        return new Product(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("sku"),
                row.getString("barcode"),
                row.getString("category"),
                requireNonNull(Amounts.read(row, "price_minor", "currency")),
                row.getObject("tax_rate_id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                archived == null ? null : archived.toInstant(),
                row.getInt("version"));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public Product add(ProductDetails details) {
        check(details, null);
        refuseFull();
        UUID id = Ids.next();
        write(
                bind(
                        """
                        insert into product (business_id, id, name, sku, barcode, category, price_minor, currency, tax_rate_id)
                        values (:business, :id, :name, :sku, :barcode, :category, :price, :currency, :tax)
                        """,
                        id,
                        details));
        return get(id);
    }

    private void refuseFull() {
        long present =
                sql.of("select count(*) from product where business_id = :business")
                        .query(Long.class)
                        .single();
        if (present >= MOST) {
            throw new Refused("list_full", MOST);
        }
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public Product change(UUID id, ProductDetails details, int version) {
        Product present = get(id);
        check(details, present);
        int changed =
                write(
                        bind(
                                        """
                                        update product set name = :name, sku = :sku, barcode = :barcode, category = :category,
                                            price_minor = :price, currency = :currency, tax_rate_id = :tax,
                                            version = version + 1, updated_at = now()
                                        where business_id = :business and id = :id and version = :version
                                        """,
                                        id,
                                        details)
                                .param("version", version));
        if (changed == 0) {
            throw clashes.since("product", id, version, present.version());
        }
        return get(id);
    }

    private void check(ProductDetails details, @Nullable Product present) {
        Validation.check(details);
        String currency = businesses.current().currency();
        Money price = requireNonNull(details.price());
        boolean kept = present != null && price.equals(present.price());
        if (!kept && !price.getCurrencyUnit().getCode().equals(currency)) {
            throw new Invalid("price", "currency", currency);
        }
        if (details.taxRateId() != null && !isTax(details.taxRateId())) {
            throw new Invalid("taxRateId", "choice");
        }
    }

    private boolean isTax(UUID id) {
        return sql.of(
                        "select exists (select from tax_rate where business_id = :business and id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private StatementSpec bind(String statement, UUID id, ProductDetails details) {
        return sql.of(statement)
                .param("id", id)
                .param("name", details.name())
                .param("sku", details.sku())
                .param("barcode", details.barcode())
                .param("category", details.category())
                .param("price", Amounts.minor(details.price()))
                .param("currency", Amounts.currency(details.price()))
                .param("tax", details.taxRateId());
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid(taken(String.valueOf(e.getMessage())), "taken");
        }
    }

    private static String taken(String message) {
        return message.contains("product_sku")
                ? "sku"
                : message.contains("product_barcode") ? "barcode" : "name";
    }

    /** Sells it no more; what was sold of it stays. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void archive(UUID id) {
        get(id);
        setArchived(id, "coalesce(archived_at, now())");
    }

    /**
     * Sells it again.
     *
     * @throws Refused {@code name_taken} when another has its name or number by now
     */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void reopen(UUID id) {
        get(id);
        try {
            setArchived(id, "null");
        } catch (DuplicateKeyException e) {
            throw new Refused("name_taken");
        }
    }

    private void setArchived(UUID id, String value) {
        sql.of(
                        "update product set archived_at = "
                                + value
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }
}
