package app.clientele.sales.web;

import app.clientele.business.Branches;
import app.clientele.business.Services;
import app.clientele.sales.Order;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Orders;
import app.clientele.sales.catalogue.Product;
import app.clientele.sales.catalogue.Products;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An order: begun, put together. */
@Controller
@Requires(Permission.SALE_VIEW)
class OrderPages {
    private final Orders orders;
    private final OrderChoices choices;
    private final Products products;
    private final Services services;
    private final Branches branches;
    private final Input input;
    private final Templates templates;

    OrderPages(
            Orders orders,
            OrderChoices choices,
            Products products,
            Services services,
            Branches branches,
            Input input,
            Templates templates) {
        this.orders = orders;
        this.choices = choices;
        this.products = products;
        this.services = services;
        this.branches = branches;
        this.input = input;
        this.templates = templates;
    }

    /**
     * Begins one for a customer, or for whoever stands there, or with what was booked; for a
     * package or a gift card if that is what they want.
     */
    @PostMapping("/orders")
    @Requires(Permission.SALE_EDIT)
    Object begin(
            View view,
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable UUID appointment,
            @RequestParam(required = false) @Nullable UUID packageId,
            @RequestParam(defaultValue = "false") boolean gift) {
        Order order =
                appointment == null
                        ? orders.create(
                                new OrderDetails(
                                        customer,
                                        branches.all(false).getFirst().id(),
                                        packageId == null
                                                ? null
                                                : List.of(LineDetails.pack(packageId)),
                                        null,
                                        null,
                                        null))
                        : orders.ofAppointment(appointment);
        return view.redirect(gift ? path(order) + "/gift-card" : path(order));
    }

    /** Once it is issued, its invoice is what one looks for. */
    private static String path(Order order) {
        return order.invoiceId() == null
                ? "/orders/" + order.id()
                : "/invoices/" + order.invoiceId();
    }

    @GetMapping("/orders/{id}")
    Object show(View view, @PathVariable UUID id) {
        Order order = orders.get(id);
        return order.invoiceId() == null
                ? templates.salesOrder(page(view, order))
                : view.redirect(path(order));
    }

    private OrderPage page(View view, Order order) {
        return page(view, order, new OrderForm(order, view.locale()).begun(), FormErrors.none());
    }

    private OrderPage page(View view, Order order, Typed typed, FormErrors errors) {
        return new OrderPage(
                view,
                order,
                typed,
                Typed.nothing(),
                errors,
                choices.of(order),
                null,
                UUID.randomUUID());
    }

    /** Saves what was typed, with one thing more or less. */
    @PostMapping("/orders/{id}")
    @Requires(Permission.SALE_EDIT)
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Order order = orders.get(id);
        Typed typed = new Typed(fields);
        try {
            var wanted = new OrderForm(order, view.locale()).fields(found(typed));
            Order saved =
                    orders.change(id, input.form(wanted, OrderDetails.class), typed.version());
            return view.htmx()
                    ? templates.salesOrderbody(page(view, saved))
                    : view.redirect(path(saved));
        } catch (Invalid e) {
            return view.invalid(part(page(view, order, typed, FormErrors.of(view, e))));
        } catch (Refused e) {
            return refused(view, order, e);
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) -> part(page(view, orders.get(id), again, errors)));
        }
    }

    private JteModel refused(View view, Order order, Refused e) {
        String why = e.reasons().stream().map(view::reason).collect(Collectors.joining(" "));
        Typed begun = new OrderForm(order, view.locale()).begun();
        return view.status(
                HttpStatus.CONFLICT, part(page(view, order, begun, FormErrors.of("", why))));
    }

    private JteModel part(OrderPage page) {
        return page.view().htmx() ? templates.salesOrderbody(page) : templates.salesOrder(page);
    }

    /** What was named or scanned, as a service, a product or a package. */
    private Typed found(Typed typed) {
        String named = typed.value("_add");
        if (named == null || named.isBlank()) {
            return typed;
        }
        String sought = named.strip().toLowerCase(Locale.ROOT);
        Optional<Product> product =
                products.list(new Products.Filter(sought, false, null)).stream()
                        .filter(p ->
                                is(sought, p.name())
                                        || is(sought, p.sku())
                                        || is(sought, p.barcode()))
                        .findFirst();
        if (product.isPresent()) {
            return typed.with("_product", product.get().id());
        }
        return services.list(Services.Filter.named(sought, false)).stream()
                .filter(s -> is(sought, s.name()))
                .findFirst()
                .map(s -> typed.with("_service", s.id()))
                .or(() -> choices.ware(sought).map(w -> typed.with("_package", w)))
                .orElseThrow(() -> new Invalid("_add", "nothing_called_so"));
    }

    private static boolean is(String sought, @Nullable String name) {
        return name != null && name.toLowerCase(Locale.ROOT).equals(sought);
    }

    @PostMapping("/orders/{id}/discarding")
    @Requires(Permission.SALE_EDIT)
    Object discard(View view, @PathVariable UUID id) {
        Order order = orders.get(id);
        try {
            orders.discard(id);
            return view.redirect(
                    order.customerId() == null
                            ? "/sales/invoices"
                            : "/customers/" + order.customerId() + "/invoices",
                    Toast.of("sales.order.discarded"));
        } catch (Refused e) {
            return refused(view, order, e);
        }
    }
}
