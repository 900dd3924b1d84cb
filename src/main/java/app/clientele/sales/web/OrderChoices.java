package app.clientele.sales.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Services;
import app.clientele.customers.notes.Alerts;
import app.clientele.gateway.Cards;
import app.clientele.sales.Deposits;
import app.clientele.sales.Ious;
import app.clientele.sales.Order;
import app.clientele.sales.Payments;
import app.clientele.sales.Ware;
import app.clientele.sales.catalogue.OwnTenders;
import app.clientele.sales.catalogue.Product;
import app.clientele.sales.catalogue.Products;
import app.clientele.sales.web.OrderPage.Choices;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;

/** What the page of an order offers, and what it tells of the customer. */
class OrderChoices {
    private final Branches branches;
    private final Services services;
    private final Products products;
    private final Payments payments;
    private final OwnTenders tenders;
    private final Cards cards;
    private final Ious ious;
    private final Alerts alerts;
    private final Deposits deposits;
    private final List<Ware> wares;

    OrderChoices(
            Branches branches,
            Services services,
            Products products,
            Payments payments,
            OwnTenders tenders,
            Cards cards,
            Ious ious,
            Alerts alerts,
            Deposits deposits,
            List<Ware> wares) {
        this.branches = branches;
        this.services = services;
        this.products = products;
        this.payments = payments;
        this.tenders = tenders;
        this.cards = cards;
        this.ious = ious;
        this.alerts = alerts;
        this.deposits = deposits;
        this.wares = wares;
    }

    Choices of(Order order) {
        Map<String, Money> held = payments.held(order.customerId(), order.unit());
        return new Choices(
                places(order),
                things(),
                InvoiceShowing.usable(payments, held),
                held,
                deposits.left(order),
                tenders.all(false),
                theirs(order, cards::chargeable),
                theirs(order, ious::outstanding),
                Caller.current().may(Permission.PROFILE_VIEW)
                        ? theirs(order, alerts::of)
                        : List.of());
    }

    private List<Branch> places(Order order) {
        return branches.all(true).stream()
                .filter(b -> b.archivedAt() == null || b.id().equals(order.branchId()))
                .toList();
    }

    private List<String> things() {
        return Stream.of(
                        services.list(Services.Filter.all(false)).stream().map(Service::name),
                        products.list(Products.Filter.SOLD).stream().map(Product::name),
                        named().map(Ware.Named::name))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private Stream<Ware.Named> named() {
        return wares.stream().flatMap(w -> w.named().stream());
    }

    /** What is sold under this name, in small letters, beside services and products. */
    Optional<UUID> ware(String name) {
        return named().filter(w -> w.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Ware.Named::id)
                .findFirst();
    }

    private static <T> List<T> theirs(Order order, Function<UUID, List<T>> known) {
        return order.customerId() == null ? List.of() : known.apply(order.customerId());
    }
}
