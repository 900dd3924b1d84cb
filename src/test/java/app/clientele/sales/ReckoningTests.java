package app.clientele.sales;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ForAll;
import app.clientele.sales.Reckoning.Cut;
import app.clientele.sales.Reckoning.Item;
import app.clientele.sales.Reckoning.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What an order comes to, to the last unit (C10). */
class ReckoningTests {
    private static final Tax INCLUDED = tax("25", true);
    private static final Tax ADDED = tax("8.875", false);

    private static Tax tax(String percent, boolean included) {
        return new Tax(UUID.randomUUID(), "VAT", new BigDecimal(percent), included);
    }

    private static Item item(String price, int quantity, Tax tax) {
        return new Item(Money.parse(price), quantity, Cut.NONE, tax);
    }

    private static Reckoning of(String currency, Cut whole, boolean exempt, Item... items) {
        var unit = CurrencyUnit.of(currency);
        return Reckoning.of(unit, List.of(items), whole, Money.zero(unit), exempt);
    }

    @Test
    void taxIsInPricesOrComesOnTop() {
        var in = of("EUR", Cut.NONE, false, item("EUR 100", 1, INCLUDED));
        assertThat(in.total()).isEqualTo(Money.parse("EUR 100"));
        assertThat(in.tax()).isEqualTo(Money.parse("EUR 20"));
        var on = of("USD", Cut.NONE, false, item("USD 19.99", 3, ADDED));
        assertThat(on.net()).isEqualTo(Money.parse("USD 59.97"));
        assertThat(on.tax()).isEqualTo(Money.parse("USD 5.32"));
        assertThat(on.total()).isEqualTo(Money.parse("USD 65.29"));
    }

    @Test
    void whoIsExemptPaysNone() {
        var none =
                of("EUR", Cut.NONE, true, item("EUR 100", 1, INCLUDED), item("EUR 10", 1, ADDED));
        assertThat(none.tax().isZero()).isTrue();
        assertThat(none.total()).isEqualTo(Money.parse("EUR 90"));
    }

    @Test
    void aDiscountOnAllIsSpreadWithoutLosingACent() {
        var cut = new Cut(null, Money.parse("EUR 1.00"));
        var three =
                of(
                        "EUR",
                        cut,
                        false,
                        item("EUR 5", 1, INCLUDED),
                        item("EUR 5", 1, INCLUDED),
                        item("EUR 5", 1, INCLUDED));
        assertThat(three.total()).isEqualTo(Money.parse("EUR 14"));
        assertThat(three.amounts())
                .containsExactly(
                        Money.parse("EUR 4.66"), Money.parse("EUR 4.67"), Money.parse("EUR 4.67"));
    }

    @Test
    void yenHaveNoCentsAndDinarsHaveThousandths() {
        assertThat(of("JPY", Cut.NONE, false, item("JPY 999", 1, ADDED)).tax())
                .isEqualTo(Money.parse("JPY 89"));
        assertThat(of("KWD", Cut.NONE, false, item("KWD 1.005", 1, INCLUDED)).tax())
                .isEqualTo(Money.parse("KWD 0.201"));
    }

    private record Cart(CurrencyUnit unit, List<Item> items, Cut whole, boolean exempt) {}

    private static Cart cart(RandomGenerator luck) {
        var unit = CurrencyUnit.of(List.of("JPY", "EUR", "KWD").get(luck.nextInt(3)));
        List<Item> items = new ArrayList<>();
        for (int i = luck.nextInt(6); i >= 0; i--) {
            items.add(
                    new Item(
                            Money.ofMinor(unit, luck.nextLong(1_000_000)),
                            luck.nextInt(1, 20),
                            cut(luck, unit),
                            luck.nextInt(3) == 0
                                    ? null
                                    : tax(
                                            BigDecimal.valueOf(luck.nextInt(300_000), 4)
                                                    .toPlainString(),
                                            luck.nextBoolean())));
        }
        return new Cart(unit, items, cut(luck, unit), luck.nextInt(5) == 0);
    }

    private static Cut cut(RandomGenerator luck, CurrencyUnit unit) {
        return switch (luck.nextInt(3)) {
            case 0 -> Cut.NONE;
            case 1 -> new Cut(BigDecimal.valueOf(luck.nextInt(1, 1_000_001), 4), null);
            default -> new Cut(null, Money.ofMinor(unit, luck.nextLong(1, 500_000)));
        };
    }

    @Test
    void everythingAddsUp() {
        ForAll.forAll(
                Integer.getInteger("sales.carts", 3_000),
                ReckoningTests::cart,
                cart -> {
                    Money tip = Money.ofMinor(cart.unit(), 7);
                    var r =
                            Reckoning.of(
                                    cart.unit(), cart.items(), cart.whole(), tip, cart.exempt());
                    Money amounts =
                            r.amounts().stream().reduce(Money.zero(cart.unit()), Money::plus);
                    assertThat(r.amounts()).noneMatch(Money::isNegative);
                    assertThat(amounts).isEqualTo(r.subtotal().minus(r.discount()));
                    assertThat(r.total()).isEqualTo(r.net().plus(r.tax()).plus(tip));
                    Money added =
                            r.taxes().stream()
                                    .filter(t -> !t.included())
                                    .map(Reckoning.TaxPart::tax)
                                    .reduce(Money.zero(cart.unit()), Money::plus);
                    if (!cart.exempt()) {
                        assertThat(r.total()).isEqualTo(amounts.plus(added).plus(tip));
                    }
                });
    }
}
