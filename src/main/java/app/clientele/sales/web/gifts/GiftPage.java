package app.clientele.sales.web.gifts;

import app.clientele.ledger.LedgerEntry;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCardState;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A gift card as it is shown.
 *
 * @param typed what is typed into one of its forms, which {@code _form} names
 */
public record GiftPage(
        View view, GiftCard card, List<LedgerEntry> movements, Typed typed, FormErrors errors) {
    public String path() {
        return "/gift-cards/" + card.id();
    }

    public String title() {
        return view.t("gifts.card", GiftCard.masked(card.codeEnd()));
    }

    public String money(Money money) {
        return view.formats().money(money);
    }

    public boolean mayEdit() {
        return view.may(Permission.VALUE_EDIT) && card.state().isLive();
    }

    public boolean mayRefund() {
        return view.may(Permission.SALE_REFUND) && card.refundable().isPositive();
    }

    public boolean maySend() {
        return view.may(Permission.SALE_EDIT) && card.state() == GiftCardState.OUTSTANDING;
    }

    public boolean mayPrint() {
        return card.code() != null && card.state().isLive();
    }

    /** Whether a form was sent and has to be looked at again. */
    public boolean about(String form) {
        return form.equals(typed.value("_form"));
    }

    public @Nullable String value(String form, String name) {
        return about(form) ? typed.value(name) : null;
    }

    public @Nullable String error(String form, String name) {
        return about(form) ? errors.get(name) : null;
    }

    public static String state(View view, GiftCardState state) {
        return view.t("gifts.state." + state.wireName());
    }

    /** The colour of a state. */
    public static String colour(GiftCardState state) {
        return switch (state) {
            case WAITING -> "orange";
            case OUTSTANDING -> "green";
            case REDEEMED, VOIDED -> "grey";
            case EXPIRED -> "red";
            case REFUNDED -> "purple";
        };
    }
}
