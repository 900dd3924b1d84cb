package app.clientele.sales;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.ForAll;
import app.clientele.TestDatabase;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Owing;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sold, paid, given back and taken back, in whatever order: the figures are those of a
 * model simple enough to be believed. More histories with {@code -Dsales.histories=10000}.
 */
@ClienteleTest
class SaleHistoryTests {
    private static final CurrencyUnit SEK = CurrencyUnit.of("SEK");

    private final Till till = Till.open();
    private final UUID customer = UUID.fromString(till.customer("Maya"));
    private final UUID product = UUID.fromString(till.product("10.00"));

    /** One sale, as simple as it can be told: what it came to, what came, what went back. */
    private static final class Model {
        final UUID invoice;
        final long total;
        long paid;
        long back;
        long credited;
        long forgiven;
        boolean taken;

        Model(UUID invoice, long total, long paid) {
            this.invoice = invoice;
            this.total = total;
            this.paid = paid;
        }

        long owed() {
            return taken ? 0 : total - credited - forgiven - paid + back;
        }
    }

    private record Deed(int kind, int which, long amount) {}

    private static List<Deed> history(RandomGenerator luck) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = luck.nextInt(4, 14); i > 0; i--) {
            deeds.add(new Deed(luck.nextInt(6), luck.nextInt(100), luck.nextLong(1, 4000)));
        }
        return deeds;
    }

    @Test
    void figuresAreThoseOfTheModel() {
        ForAll.forAll(
                Integer.getInteger("sales.histories", 40),
                SaleHistoryTests::history,
                deeds -> Cast.mia().run(() -> check(deeds)));
    }

    private void check(List<Deed> deeds) {
        List<Model> sales = new ArrayList<>();
        for (Deed deed : deeds) {
            if (deed.kind() < 2 || sales.isEmpty()) {
                sales.add(sold(deed));
            } else {
                act(deed, sales.get(deed.which() % sales.size()));
            }
        }
        for (Model sale : sales) {
            Invoice now = Cast.bean(Invoices.class).get(sale.invoice);
            assertThat(now.paid().getAmountMinorLong()).isEqualTo(sale.paid);
            assertThat(now.refunded().getAmountMinorLong()).isEqualTo(sale.back);
            assertThat(now.credited().getAmountMinorLong()).isEqualTo(sale.credited);
            assertThat(now.owed().getAmountMinorLong()).isEqualTo(sale.owed());
            assertThat(sums(sale.invoice, "payment")).isEqualTo(sale.paid);
            assertThat(sums(sale.invoice, "refund")).isEqualTo(sale.back);
        }
    }

    private static long sums(UUID invoice, String kind) {
        return TestDatabase.ownerClient()
                .sql(
                        "select coalesce(sum(amount_minor), 0) from payment where invoice_id = :id and kind = :kind")
                .param("id", invoice)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private static Money money(long minor) {
        return Money.ofMinor(SEK, minor);
    }

    private static Taking cash(long minor) {
        return new Taking("cash", null, money(minor), null, null);
    }

    private Model sold(Deed deed) {
        int times = deed.which() % 5 + 1;
        var line = new LineDetails(null, null, null, product, null, times, null, null, null);
        Order order =
                Cast.bean(Orders.class)
                        .create(
                                new OrderDetails(
                                        customer, Cast.branch(), List.of(line), null, null, null));
        long total = 1000L * times;
        long paid = Math.min(deed.amount(), total);
        Invoice invoice =
                Cast.bean(Checkouts.class)
                        .pay(
                                order.id(),
                                new Checkout(
                                        List.of(cash(paid)), new Owing("Later"), null, null, null));
        return new Model(invoice.id(), total, paid);
    }

    private void act(Deed deed, Model sale) {
        switch (deed.kind()) {
            case 2 -> pay(deed, sale);
            case 3, 4 -> refund(deed, sale);
            default -> end(deed, sale);
        }
    }

    private static void pay(Deed deed, Model sale) {
        Invoice invoice = Cast.bean(Invoices.class).get(sale.invoice);
        boolean may = !sale.taken && deed.amount() <= sale.owed();
        boolean done =
                tried(() ->
                        Cast.bean(Checkouts.class)
                                .pay(
                                        invoice.orderId(),
                                        new Checkout(
                                                List.of(cash(deed.amount())),
                                                new Owing("More"),
                                                null,
                                                null,
                                                null)));
        assertThat(done).isEqualTo(may);
        sale.paid += done ? deed.amount() : 0;
    }

    private static void refund(Deed deed, Model sale) {
        List<Payment> paid =
                Cast.bean(Payments.class).of(sale.invoice).stream()
                        .filter(p -> !p.isRefund())
                        .toList();
        Payment payment = paid.get(deed.which() % paid.size());
        long left = payment.refundable().getAmountMinorLong();
        boolean done =
                tried(() ->
                        Cast.bean(Payments.class)
                                .refund(
                                        payment.id(),
                                        new Payments.Refund(money(deed.amount()), "Bad", null)));
        assertThat(done).isEqualTo(!sale.taken && deed.amount() <= left);
        sale.back += done ? deed.amount() : 0;
        sale.credited += done ? deed.amount() : 0;
    }

    private void end(Deed deed, Model sale) {
        if (deed.which() % 2 == 0) {
            boolean done =
                    tried(() ->
                            Cast.bean(Invoices.class)
                                    .voidIt(sale.invoice, new Invoices.Voiding("Wrong")));
            assertThat(done).isEqualTo(sale.taken || sale.credited == 0);
            sale.taken = sale.taken || done;
            sale.back = sale.taken ? sale.paid : sale.back;
            return;
        }
        Cast.bean(Ious.class).outstanding(customer).stream()
                .filter(u -> u.invoiceId().equals(sale.invoice))
                .findFirst()
                .ifPresent(u -> {
                    sale.forgiven += u.owed().getAmountMinorLong();
                    Cast.bean(Ious.class).forgive(u.id(), new Ious.Forgiving("Kind"));
                });
    }

    private static boolean tried(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused | Invalid e) {
            return false;
        }
    }
}
