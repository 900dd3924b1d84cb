package app.clientele.sales;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.sales.OrderDetails.Discount;
import app.clientele.sales.OrderRules.Checked;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Orders as rows: written. */
@Component
class OrderWrites {
    private final Sql sql;
    private final JsonMapper json;

    OrderWrites(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(UUID id, OrderDetails details, String currency) {
        head(
                        """
                        insert into sales_order (business_id, id, customer_id, branch_id, status, currency, note, discount_percent,
                            discount_minor, discount_reason, discount_by, created_by, created_via)
                        values (:business, :id, :customer, :branch, 'draft', :currency, :note, :percent, :cut, :reason, :by, :caller, :via)
                        """,
                        id,
                        details,
                        Caller.current().actor())
                .param("currency", currency)
                .param("via", Caller.current().door().wireName())
                .update();
    }

    /** Whether it still had this version. */
    boolean update(UUID id, OrderDetails details, @Nullable UUID discountBy, int version) {
        return head(
                                """
                                update sales_order set customer_id = :customer, branch_id = :branch, note = :note,
                                    discount_percent = :percent, discount_minor = :cut, discount_reason = :reason, discount_by = :by,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and version = :version and status = 'draft'
                                """,
                                id,
                                details,
                                discountBy)
                        .param("version", version)
                        .update()
                > 0;
    }

    private StatementSpec head(
            String statement, UUID id, OrderDetails details, @Nullable UUID discountBy) {
        Discount discount = details.discount();
        return sql.of(statement)
                .param("id", id)
                .param("customer", details.customerId())
                .param("branch", details.branchId())
                .param("note", details.note())
                .param("percent", discount == null ? null : discount.percent())
                .param("cut", discount == null ? null : Amounts.minor(discount.amount()))
                .param("reason", discount == null ? null : discount.reason())
                .param("by", discount == null ? null : discountBy);
    }

    void contents(UUID order, OrderDetails details, String currency, List<Checked> lines) {
        sql.of(
                        "delete from order_line where business_id = :business and order_id = :order and not (id = any(:kept))")
                .param("order", order)
                .param("kept", lines.stream().map(Checked::id).toArray(UUID[]::new))
                .update();
        for (int i = 0; i < lines.size(); i++) {
            line(order, details.customerId(), currency, i, lines.get(i));
        }
        sql.of("delete from order_tip where business_id = :business and order_id = :order")
                .param("order", order)
                .update();
        details.tipped().forEach(tip -> tip(order, tip));
    }

    private void line(
            UUID order, @Nullable UUID customer, String currency, int position, Checked line) {
        Pricing.Offer offer = line.offer();
        Discount discount = line.discount();
        try {
            sql.of(
                            """
                            insert into order_line as l (business_id, id, order_id, customer_id, position, kind, appointment_id,
                                service_id, product_id, staff_id, name, quantity, list_minor, price_minor, currency, price_source,
                                price_reason, price_by, discount_percent, discount_minor, discount_reason, discount_by, tax_rate_id,
                                gift, fee_id, charge_id, package_id, declined, units)
                            values (:business, :id, :order, :customer, :position, :kind, :appointment, :service, :product, :staff,
                                :name, :quantity, :list, :price, :currency, :source, :reason, :by, :percent, :cut, :why, :cutBy, :tax,
                                :gift::jsonb, :fee, :charge, :package, :declined, :units)
                            on conflict (business_id, id) do update set customer_id = excluded.customer_id,
                                position = excluded.position, staff_id = excluded.staff_id, quantity = excluded.quantity,
                                list_minor = excluded.list_minor, price_minor = excluded.price_minor,
                                price_source = excluded.price_source, price_reason = excluded.price_reason, price_by = excluded.price_by,
                                discount_percent = excluded.discount_percent, discount_minor = excluded.discount_minor,
                                discount_reason = excluded.discount_reason, discount_by = excluded.discount_by,
                                tax_rate_id = excluded.tax_rate_id, gift = excluded.gift, name = excluded.name,
                                declined = excluded.declined, units = excluded.units, updated_at = now()
                            where l.business_id = :business
                            """)
                    .param("id", line.id())
                    .param("order", order)
                    .param("customer", customer)
                    .param("position", position)
                    .param("kind", offer.kind())
                    .param("appointment", offer.appointment())
                    .param("service", offer.service())
                    .param("product", offer.product())
                    .param("staff", offer.staff())
                    .param("name", offer.name())
                    .param("quantity", line.quantity())
                    .param("list", Amounts.minor(offer.list()))
                    .param("price", Amounts.minor(line.price()))
                    .param("currency", currency)
                    .param("source", line.source())
                    .param("reason", line.reason())
                    .param("by", line.by())
                    .param("percent", discount == null ? null : discount.percent())
                    .param("cut", discount == null ? null : Amounts.minor(discount.amount()))
                    .param("why", discount == null ? null : discount.reason())
                    .param("cutBy", line.discountBy())
                    .param("tax", offer.tax())
                    .param(
                            "gift",
                            line.gift() == null ? null : json.writeValueAsString(line.gift()))
                    .param("fee", offer.fee())
                    .param("charge", offer.charge())
                    .param("package", offer.pack())
                    .param("declined", line.declined())
                    .param("units", line.units())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused(
                    offer.charge() != null
                            ? "charge_in_order"
                            : offer.fee() == null ? "appointment_sold" : "fee_in_order",
                    offer.name());
        }
    }

    private void tip(UUID order, OrderDetails.Tip tip) {
        try {
            sql.of(
                            """
                            insert into order_tip (business_id, id, order_id, staff_id, amount_minor)
                            values (:business, :id, :order, :staff, :amount)
                            """)
                    .param("id", Ids.next())
                    .param("order", order)
                    .param("staff", tip.staffId())
                    .param("amount", Amounts.minor(tip.amount()))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new Invalid("tips", "staff_unknown");
        }
    }

    void discard(UUID id) {
        sql.of(
                        """
                        update order_line set held = false, updated_at = now()
                        where business_id = :business and order_id = :id and held
                        """)
                .param("id", id)
                .update();
        status(id, "discarded");
    }

    /** Lets what was sold in it be sold again. */
    void free(UUID id) {
        sql.of(
                        """
                        update order_line set held = false, updated_at = now()
                        where business_id = :business and order_id = :id and held
                        """)
                .param("id", id)
                .update();
    }

    /** Writes down what each line came to; nothing of it changes from now on. */
    void issue(Order order, Reckoning reckoned) {
        for (int i = 0; i < order.lines().size(); i++) {
            sql.of(
                            """
                            update order_line set net_minor = :net, updated_at = now()
                            where business_id = :business and id = :id
                            """)
                    .param("net", reckoned.amounts().get(i).getAmountMinorLong())
                    .param("id", order.lines().get(i).id())
                    .update();
        }
        status(order.id(), "issued");
    }

    private void status(UUID id, String status) {
        sql.of(
                        """
                        update sales_order set status = :status, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("status", status)
                .param("id", id)
                .update();
    }
}
