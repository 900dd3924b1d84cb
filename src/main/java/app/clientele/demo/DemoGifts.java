package app.clientele.demo;

import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.ledger.gifts.GiftKeeping;
import app.clientele.ledger.gifts.GiftKeeping.Giving;
import app.clientele.ledger.gifts.GiftKeeping.Voiding;
import app.clientele.ledger.gifts.GiftSettings;
import app.clientele.ledger.gifts.GiftSettings.OfferDetails;
import app.clientele.ledger.gifts.GiftWish;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Owing;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.Order;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Orders;
import app.clientele.sales.Tender;
import app.clientele.sales.catalogue.Product;
import app.clientele.sales.catalogue.Products;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import app.clientele.shared.Permission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Gift cards in all states: sold, half spent, not paid yet, on their way, given, taken back. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoGifts {
    private static final int BUYERS = 6;

    private final GiftCards cards;
    private final GiftKeeping keeping;
    private final GiftSettings settings;
    private final Orders orders;
    private final Checkouts checkouts;
    private final Products products;
    private final Customers customers;
    private final Branches branches;
    private final Staff staff;
    private final Clock clock;

    DemoGifts(
            GiftCards cards,
            GiftKeeping keeping,
            GiftSettings settings,
            Orders orders,
            Checkouts checkouts,
            Products products,
            Customers customers,
            Branches branches,
            Staff staff,
            Clock clock) {
        this.cards = cards;
        this.keeping = keeping;
        this.settings = settings;
        this.orders = orders;
        this.checkouts = checkouts;
        this.products = products;
        this.customers = customers;
        this.branches = branches;
        this.staff = staff;
        this.clock = clock;
    }

    void fill(DemoBusiness demo, List<UUID> people) {
        UUID colleague = staff.all().getFirst().id();
        new Caller(Caller.current().business(), colleague, Door.PAGE, null, Permission.all())
                .run(() -> sell(CurrencyUnit.of(demo.currency()), people));
    }

    private void sell(CurrencyUnit unit, List<UUID> people) {
        List<Money> amounts = Stream.of(25, 50, 100).map(a -> Money.of(unit, a)).toList();
        settings.change(new OfferDetails(amounts, 24), settings.current().version());
        List<Customer> buyers =
                customers.get(people.subList(60, 90)).stream()
                        .filter(c -> c.eraseAt() == null)
                        .limit(BUYERS)
                        .toList();
        Money fifty = amounts.get(1);
        spendSome(sold(buyers.get(0), plain(fifty), true), buyers.get(1));
        sold(buyers.get(1), wish(fifty, buyers.get(2).id(), null, "Happy birthday!", null), true);
        LocalDate soon = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(9);
        sold(buyers.get(2), wish(amounts.get(2), null, "Aunt Bea", "Enjoy it.", soon), true);
        sold(buyers.get(3), plain(amounts.get(0)), false);
        UUID wrong = sold(buyers.get(4), plain(amounts.get(0)), true);
        keeping.voidIt(wrong, new Voiding("Sold twice by mistake"));
        var sorry = wish(amounts.get(0), buyers.get(5).id(), null, "We are sorry.", null);
        keeping.give(new Giving(sorry, "Had to wait long", null));
    }

    private static GiftWish plain(Money value) {
        return wish(value, null, null, null, null);
    }

    private static GiftWish wish(
            Money value,
            @Nullable UUID holder,
            @Nullable String name,
            @Nullable String said,
            @Nullable LocalDate day) {
        String email = name == null ? null : "bea@example.net";
        return new GiftWish(value, null, holder, name, email, said, day, null);
    }

    private UUID sold(Customer buyer, GiftWish wish, boolean paid) {
        Order order = order(buyer, LineDetails.of(wish));
        Money total = order.totals().total();
        var cash = List.of(new Taking("cash", null, total, null, null));
        var later = new Owing("Pays when she comes by");
        UUID invoice =
                checkouts
                        .pay(
                                order.id(),
                                new Checkout(
                                        paid ? cash : List.of(),
                                        paid ? null : later,
                                        null,
                                        null,
                                        null))
                        .id();
        return cards.ofInvoice(invoice).getFirst().id();
    }

    private Order order(Customer buyer, LineDetails line) {
        UUID branch = branches.all(false).getFirst().id();
        return orders.create(new OrderDetails(buyer.id(), branch, List.of(line), null, null, null));
    }

    private void spendSome(UUID id, Customer guest) {
        GiftCard card = cards.get(id);
        Product product =
                products.list(Products.Filter.SOLD).stream()
                        .filter(p -> p.price() != null && p.price().isPositive())
                        .findFirst()
                        .orElseThrow();
        Order order =
                order(
                        guest,
                        new LineDetails(null, null, null, product.id(), null, 1, null, null, null));
        Money total = order.totals().total();
        Money part = card.balance().isLessThan(total) ? card.balance() : total;
        var gift = new Taking(Tender.GIFT_CARD, null, part, null, card.code());
        var rest = new Taking("cash", null, total.minus(part), null, null);
        checkouts.pay(
                order.id(),
                new Checkout(
                        part.isEqual(total) ? List.of(gift) : List.of(gift, rest),
                        null,
                        null,
                        null,
                        null));
    }
}
