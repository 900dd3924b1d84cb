package app.clientele.sales;

import app.clientele.sales.catalogue.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an order comes to. Discounts are rounded where they are given, taxes once for each rate over
 * all that is taxed by it, both half up; a discount on the whole order is spread over the lines so
 * that not a cent is lost.
 *
 * @param amounts of each line, with its share of all discounts
 * @param subtotal of all lines before any discount
 * @param net without tax and tips
 */
public record Reckoning(
        List<Money> amounts,
        Money subtotal,
        Money discount,
        List<TaxPart> taxes,
        Money net,
        Money tax,
        Money tips,
        Money total) {
    private static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    /** A tax as it holds for a line. */
    public record Tax(UUID id, String name, BigDecimal percent, boolean included) {}

    /** What a discount takes off: a share, or an amount. */
    public record Cut(@Nullable BigDecimal percent, @Nullable Money amount) {
        /** None at all. */
        public static final Cut NONE = new Cut(null, null);

        Money of(Money whole) {
            if (percent != null) {
                return share(whole, percent, Percent.ALL);
            }
            return amount == null
                    ? Money.zero(whole.getCurrencyUnit())
                    : amount.isGreaterThan(whole) ? whole : amount;
        }
    }

    /** A line to be reckoned. */
    public record Item(Money price, int quantity, Cut cut, @Nullable Tax tax) {}

    /** One tax over all that is taxed by it. */
    public record TaxPart(
            String name, BigDecimal percent, boolean included, Money net, Money tax) {}

    /**
     * Reckons.
     *
     * @param exempt whether nobody pays tax: what prices hold of it is taken off, nothing is added
     */
    public static Reckoning of(
            CurrencyUnit currency, List<Item> items, Cut whole, Money tips, boolean exempt) {
        Money zero = Money.zero(currency);
        List<Money> gross = items.stream().map(i -> i.price().multipliedBy(i.quantity())).toList();
        List<Money> after =
                IntStream.range(0, items.size())
                        .mapToObj(i -> gross.get(i).minus(items.get(i).cut().of(gross.get(i))))
                        .toList();
        List<Money> shares = spread(whole.of(sum(zero, after)), after);
        List<Money> amounts =
                IntStream.range(0, items.size())
                        .mapToObj(i -> after.get(i).minus(shares.get(i)))
                        .toList();
        Money subtotal = sum(zero, gross);
        Money untaxed = zero;
        List<TaxPart> taxes = taxes(items, amounts, exempt);
        for (int i = 0; i < items.size(); i++) {
            untaxed = items.get(i).tax() == null ? untaxed.plus(amounts.get(i)) : untaxed;
        }
        Money net = sum(untaxed, taxes.stream().map(TaxPart::net).toList());
        Money tax = sum(zero, taxes.stream().map(TaxPart::tax).toList());
        return new Reckoning(
                amounts,
                subtotal,
                subtotal.minus(sum(zero, amounts)),
                taxes,
                net,
                tax,
                tips,
                net.plus(tax).plus(tips));
    }

    private static Money sum(Money first, List<Money> others) {
        Money sum = first;
        for (Money one : others) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private static List<TaxPart> taxes(List<Item> items, List<Money> amounts, boolean exempt) {
        Map<Tax, Money> bases = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Tax tax = items.get(i).tax();
            if (tax != null) {
                bases.merge(tax, amounts.get(i), Money::plus);
            }
        }
        List<TaxPart> parts = new ArrayList<>();
        bases.forEach((tax, base) -> parts.add(part(tax, base, exempt)));
        return parts;
    }

    private static TaxPart part(Tax tax, Money base, boolean exempt) {
        Money due =
                tax.included()
                        ? share(base, tax.percent(), Percent.ALL.add(tax.percent()))
                        : share(base, tax.percent(), Percent.ALL);
        Money net = tax.included() ? base.minus(due) : base;
        return exempt
                ? new TaxPart(
                        tax.name(),
                        BigDecimal.ZERO,
                        tax.included(),
                        net,
                        Money.zero(base.getCurrencyUnit()))
                : new TaxPart(tax.name(), tax.percent(), tax.included(), net, due);
    }

    /** So many of so many parts, in whole minor units. */
    static Money share(Money whole, BigDecimal parts, BigDecimal of) {
        long minor =
                BigDecimal.valueOf(whole.getAmountMinorLong())
                        .multiply(parts)
                        .divide(of, 0, ROUNDING)
                        .longValueExact();
        return Money.ofMinor(whole.getCurrencyUnit(), minor);
    }

    /** Spreads an amount in proportion; what rounding leaves goes where most was cut off. */
    static List<Money> spread(Money amount, List<Money> over) {
        BigDecimal all =
                over.stream()
                        .map(m -> BigDecimal.valueOf(m.getAmountMinorLong()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return over;
        }
        BigDecimal cut = BigDecimal.valueOf(amount.getAmountMinorLong());
        long[] shares = new long[over.size()];
        BigDecimal[] rests = new BigDecimal[over.size()];
        long left = amount.getAmountMinorLong();
        for (int i = 0; i < shares.length; i++) {
            BigDecimal[] part =
                    cut.multiply(BigDecimal.valueOf(over.get(i).getAmountMinorLong()))
                            .divideAndRemainder(all);
            shares[i] = part[0].longValueExact();
            rests[i] = part[1];
            left -= shares[i];
        }
        List<Integer> order =
                IntStream.range(0, shares.length)
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> rests[i]).reversed())
                        .toList();
        for (int i = 0; i < left; i++) {
            shares[order.get(i)]++;
        }
        return IntStream.range(0, shares.length)
                .mapToObj(i -> Money.ofMinor(amount.getCurrencyUnit(), shares[i]))
                .toList();
    }
}
