package app.clientele.sales.catalogue;

import static java.util.Objects.requireNonNullElse;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Line;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What invoices say of who issues them, and what becomes of bookings by whoever has not paid. */
@Service
public class SalesSettings {
    private final Sql sql;
    private final Clashes clashes;

    SalesSettings(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * What stands on invoices.
     *
     * @param legalName of whoever sells, where that is not the business's name
     * @param footer at the end: bank account, terms
     * @param owingOnline how whoever owes money books online
     */
    public record Seller(
            @Nullable String legalName,
            @Nullable String taxNumber,
            @Nullable String footer,
            OwingOnline owingOnline,
            @JsonIgnore int version) {
        /** What may be changed about it. */
        public SellerDetails details() {
            return new SellerDetails(legalName, taxNumber, footer, owingOnline);
        }
    }

    /** What one may say of it. */
    public record SellerDetails(
            @Line(max = 150) @Nullable String legalName,
            @Line(max = 40) @Nullable String taxNumber,
            @Prose(max = 1000) @Nullable String footer,
            @Nullable OwingOnline owingOnline) {}

    /** How whoever owes money books online. */
    public enum OwingOnline {
        /** As anybody does. */
        ALLOW,
        /** What they book waits to be accepted. */
        REQUEST,
        /** Not before it is paid. */
        REFUSE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException when there is none of this name
         */
        @JsonCreator
        public static OwingOnline of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    @Open("it stands on every invoice")
    @Transactional(readOnly = true)
    public Seller current() {
        return sql.of(
                        "select legal_name, tax_number, footer, upper(owing_online) owing_online, version from sales_settings where business_id = :business")
                .query(Seller.class)
                .optional()
                .orElse(new Seller(null, null, null, OwingOnline.ALLOW, 1));
    }

    /** Changes it; what was issued keeps what it said. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void change(SellerDetails details, int version) {
        Validation.check(details);
        // written down first, so that the log tells what was changed
        sql.of(
                        """
                        insert into sales_settings (business_id, id) values (:business, :business)
                        on conflict (business_id) do nothing
                        """)
                .update();
        int changed =
                sql.of(
                                """
                                update sales_settings set legal_name = :name, tax_number = :number, footer = :footer,
                                    owing_online = :owing,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """)
                        .param("name", details.legalName())
                        .param("number", details.taxNumber())
                        .param("footer", details.footer())
                        .param(
                                "owing",
                                requireNonNullElse(details.owingOnline(), OwingOnline.ALLOW)
                                        .wireName())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since(
                    "sales_settings", Caller.current().business(), version, current().version());
        }
    }
}
