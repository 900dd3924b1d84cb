package app.clientele.sales.web;

import app.clientele.sales.CardCharges;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.sales.Order;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.Orders;
import app.clientele.sales.Orders.Search;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Orders: what a customer buys. What it costs is reckoned here; paying one issues its invoice. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sales")
@Requires(Permission.SALE_VIEW)
class OrderApi {
    private static final String PATH = "/api/v1/orders";

    private final Orders orders;
    private final Checkouts checkouts;
    private final CardCharges charges;
    private final Invoices invoices;
    private final Input input;

    OrderApi(
            Orders orders,
            Checkouts checkouts,
            CardCharges charges,
            Invoices invoices,
            Input input) {
        this.orders = orders;
        this.checkouts = checkouts;
        this.charges = charges;
        this.invoices = invoices;
        this.input = input;
    }

    /** Orders, the latest first. */
    @GetMapping("/orders")
    Page<Order> all(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) Order.@Nullable Status status,
            @RequestParam(required = false) @Nullable Instant updatedSince,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return orders.list(
                new Search(customerId, branchId, status, updatedSince), cursor, Limits.of(limit));
    }

    /** Orders of a customer, as who buys. */
    @GetMapping("/customers/{customer}/orders")
    Page<Order> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) Order.@Nullable Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return orders.of(
                customer, new Search(customer, null, status, null), cursor, Limits.of(limit));
    }

    /** Begins an order; a line without a price costs what it costs this customer. */
    @PostMapping("/orders")
    ResponseEntity<Order> create(@RequestBody OrderDetails details) {
        return Answers.made(PATH, orders.create(details));
    }

    /** The order in which an appointment is paid, with all that was booked together with it. */
    @PostMapping("/appointments/{appointment}/order")
    ResponseEntity<Order> ofAppointment(@PathVariable UUID appointment) {
        return Answers.made(PATH, orders.ofAppointment(appointment));
    }

    /** One order with what it comes to. */
    @GetMapping("/orders/{id}")
    ResponseEntity<Order> get(@PathVariable UUID id) {
        return Answers.of(orders.get(id));
    }

    /** Changes an order that is not issued; lines and tips are replaced as a whole. */
    @MergePatch("/orders/{id}")
    ResponseEntity<Order> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(orders.get(id).details(), patch, OrderDetails.class);
        return Answers.of(orders.change(id, details, version));
    }

    /** Discards an order: nothing comes of it. */
    @DeleteMapping("/orders/{id}")
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        orders.discard(id);
        return ResponseEntity.noContent().build();
    }

    /**
     * Pays an order and issues its invoice, or pays what is still owed of it. What is not covered
     * becomes an IOU, if a comment says so.
     */
    @PostMapping("/orders/{id}/payments")
    ResponseEntity<Invoice> pay(@PathVariable UUID id, @RequestBody Checkout checkout) {
        Invoice invoice = checkouts.pay(id, checkout);
        boolean charged = !charges.proceed(invoice.id()).isEmpty();
        return Answers.made("/api/v1/invoices", charged ? invoices.get(invoice.id()) : invoice);
    }
}
