package app.clientele.sales.web;

import app.clientele.gateway.CardOnFile;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Owing;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.Iou;
import app.clientele.sales.Order;
import app.clientele.sales.Payment;
import app.clientele.sales.PaymentState;
import app.clientele.sales.Tender;
import app.clientele.sales.catalogue.OwnTenders.OwnTender;
import app.clientele.sales.web.OrderPage.Choices;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.site.MoneyText;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The payment as typed: an amount for each tender, or all of it by one button. More cash than is
 * due is what was handed over, and the rest goes back.
 */
final class PayForm {
    private final Order order;
    private final Choices offered;
    private final Typed typed;
    private final Locale locale;
    private final List<String> fields = new ArrayList<>();
    private Money change;

    PayForm(Order order, Choices offered, Typed typed, Locale locale) {
        this.order = order;
        this.offered = offered;
        this.typed = typed;
        this.locale = locale;
        this.change = Money.zero(order.unit());
    }

    /** What was typed, as the command. */
    Checkout checkout(@Nullable GiftCard gift) {
        List<Taking> takings = new ArrayList<>();
        Money left = due();
        left = gift == null ? left : left.minus(gift(takings, gift, left));
        for (Tender tender : offered.tenders()) {
            Money held = offered.held().get(tender.code());
            left = left.minus(use(takings, tender, held, left));
        }
        for (Tender tender : offered.tenders()) {
            if (tender.code().equals(Tender.CARD_ON_FILE)) {
                for (CardOnFile card : offered.cards()) {
                    left = left.minus(add(takings, tender, card.id(), left));
                }
            } else if (!tender.named() && !tender.byCode()) {
                left = left.minus(add(takings, tender, null, left));
            }
        }
        for (OwnTender one : offered.own()) {
            for (Tender tender : offered.tenders()) {
                if (tender.named()) {
                    left = left.minus(add(takings, tender, one.id(), left));
                }
            }
        }
        cash(takings);
        String comment = typed.value("comment");
        return new Checkout(
                takings,
                comment == null || comment.isBlank() ? null : new Owing(comment.strip()),
                settled(),
                id("submission"),
                typed.version());
    }

    private Money due() {
        List<UUID> chosen = settled();
        return offered.ious().stream()
                .filter(u -> chosen.contains(u.id()))
                .map(Iou::owed)
                .filter(m -> m.getCurrencyUnit().equals(order.unit()))
                .reduce(order.totals().total(), Money::plus);
    }

    private List<UUID> settled() {
        return offered.ious().stream()
                .map(Iou::id)
                .filter(u -> typed.has("settle", u.toString()))
                .toList();
    }

    private @Nullable UUID id(String field) {
        try {
            return UUID.fromString(String.valueOf(typed.value(field)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As much as it can; one that has nothing is told why by the tender. */
    private Money gift(List<Taking> takings, GiftCard card, Money left) {
        Money there = card.balance().isZero() ? left : card.balance();
        Money part = there.isLessThan(left) ? there : left;
        return part.isPositive()
                ? added(
                        takings,
                        TypedCode.FIELD,
                        new Taking(Tender.GIFT_CARD, null, part, null, TypedCode.of(typed)))
                : Money.zero(order.unit());
    }

    /** All there is of something that pays a part, where somebody ticked it. */
    private Money use(List<Taking> takings, Tender tender, @Nullable Money held, Money left) {
        if (held == null || !typed.has("use", tender.code()) || !left.isPositive()) {
            return Money.zero(order.unit());
        }
        Money part = held.isLessThan(left) ? held : left;
        return part.isPositive()
                ? added(takings, "use", taking(tender, null, part))
                : Money.zero(order.unit());
    }

    private Money add(List<Taking> takings, Tender tender, @Nullable UUID own, Money left) {
        String name = tender.code() + (own == null ? "" : "." + own);
        if (name.equals(typed.value("all")) && left.isPositive()) {
            return added(takings, "all", taking(tender, own, left));
        }
        String amount = typed.value("_amount." + name);
        if (typed.value("all") != null || amount == null || amount.isBlank()) {
            return Money.zero(order.unit());
        }
        Money money = read("_amount." + name, amount);
        return added(takings, "_amount." + name, taking(tender, own, money));
    }

    /** A card on file is named by the reference. */
    private Taking taking(Tender tender, @Nullable UUID which, Money amount) {
        return which != null && !tender.named()
                ? new Taking(tender.code(), null, amount, null, which.toString())
                : new Taking(tender.code(), which, amount, null, reference());
    }

    private Money added(List<Taking> takings, String field, Taking taking) {
        takings.add(taking);
        fields.add(field);
        return taking.amount() == null ? Money.zero(order.unit()) : taking.amount();
    }

    private @Nullable String reference() {
        String reference = typed.value("reference");
        return reference == null || reference.isBlank() ? null : reference.strip();
    }

    private Money read(String field, String text) {
        try {
            var amount = new BigDecimal(MoneyText.decimal(text, order.unit(), locale).strip());
            if (amount.precision() - amount.scale() > 15) {
                throw new Invalid(field, "too_large", 100_000_000);
            }
            return Money.of(order.unit(), amount, RoundingMode.UNNECESSARY);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Invalid(field, "format");
        }
    }

    /** More cash than is due beside all else was handed over to get change. */
    private void cash(List<Taking> takings) {
        Money sum = Money.zero(order.unit());
        for (Taking taking : takings) {
            sum = taking.amount() == null ? sum : sum.plus(taking.amount());
        }
        Money over = sum.minus(due());
        for (int i = 0; i < takings.size(); i++) {
            Taking taking = takings.get(i);
            boolean gives =
                    offered.tenders().stream()
                            .anyMatch(t -> t.givesChange() && t.code().equals(taking.tender()));
            Money amount = taking.amount();
            if (gives && amount != null && over.isPositive() && amount.isGreaterThan(over)) {
                change = over;
                takings.set(
                        i,
                        new Taking(
                                taking.tender(),
                                null,
                                amount.minus(over),
                                amount,
                                taking.reference()));
                return;
            }
        }
    }

    /** The same problems under the names of the page's fields. */
    Invalid named(Invalid invalid) {
        return new Invalid(
                invalid.problems().stream()
                        .map(p -> new Problem(name(p.field()), p.code(), p.args()))
                        .toList());
    }

    private String name(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (field.startsWith("payments[" + i + "]")) {
                return fields.get(i);
            }
        }
        return field.equals("iou.comment") ? "comment" : field.equals("payments") ? "" : field;
    }

    /**
     * @param charged cards on file, and what came of charging them
     * @param left on the gift card it was paid with
     */
    Toast toast(View view, List<Payment> charged, @Nullable Money left) {
        if (charged.stream().anyMatch(p -> p.state() == PaymentState.FAILED)) {
            return Toast.of("sales.card.declined");
        }
        if (charged.stream().anyMatch(p -> p.state() != PaymentState.TAKEN)) {
            return Toast.of("sales.card.waits");
        }
        if (left != null && !change.isPositive()) {
            return left.isZero()
                    ? Toast.of("gifts.paid.up")
                    : Toast.of("gifts.paid", view.formats().money(left));
        }
        return change.isPositive()
                ? Toast.of("sales.paid.change", view.formats().money(change))
                : Toast.of("sales.paid");
    }
}
