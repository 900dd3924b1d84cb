package app.clientele.sales.web;

import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.ledger.gifts.TooManyCodes;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The code of a gift card as it is typed at checkout. */
public class TypedCode {
    static final String FIELD = "giftCode";

    private final GiftCards cards;

    TypedCode(GiftCards cards) {
        this.cards = cards;
    }

    static @Nullable String of(Typed typed) {
        String code = typed.value(FIELD);
        return code == null || code.isBlank() ? null : code.strip();
    }

    /** The card, if a code is typed. */
    @Nullable GiftCard typed(Typed typed) {
        return of(typed) == null && !"gift_card".equals(typed.value("all")) ? null : asked(typed);
    }

    /**
     * The card.
     *
     * @throws Invalid alike for a code that is mistyped and one that does not exist
     */
    GiftCard asked(Typed typed) {
        String code = of(typed);
        if (code == null) {
            throw new Invalid(FIELD, "required");
        }
        try {
            return cards.byCode(code);
        } catch (NotFound e) {
            throw new Invalid(FIELD, "gift_card_unknown");
        }
    }

    /** What is left on it once it was paid with. */
    @Nullable Money left(@Nullable GiftCard card) {
        return card == null ? null : cards.get(card.id()).balance();
    }

    /** That they have to wait. */
    FormErrors slow(View view, TooManyCodes e) {
        return FormErrors.of(FIELD, view.t("gifts.code.slow", e.seconds()));
    }
}
