package app.clientele.sales.web.gifts;

import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCardState;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.ledger.gifts.GiftCards.Search;
import app.clientele.ledger.gifts.GiftKeeping;
import app.clientele.ledger.gifts.GiftKeeping.Extending;
import app.clientele.ledger.gifts.GiftKeeping.HandingOn;
import app.clientele.ledger.gifts.GiftKeeping.Sending;
import app.clientele.ledger.gifts.GiftKeeping.Voiding;
import app.clientele.ledger.gifts.TooManyCodes;
import app.clientele.sales.CardCharges;
import app.clientele.sales.GiftRefunds;
import app.clientele.sales.GiftRefunds.Refunding;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All gift cards, and each with what may be done to it. */
@Controller
@RequestMapping("/gift-cards")
@Requires(Permission.SALE_VIEW)
class GiftCardPages {
    private final GiftCards cards;
    private final GiftKeeping keeping;
    private final GiftRefunds refunds;
    private final CardCharges charges;
    private final Input input;
    private final Templates templates;

    GiftCardPages(
            GiftCards cards,
            GiftKeeping keeping,
            GiftRefunds refunds,
            CardCharges charges,
            Input input,
            Templates templates) {
        this.cards = cards;
        this.keeping = keeping;
        this.refunds = refunds;
        this.charges = charges;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    Object list(
            View view,
            @RequestParam(required = false) @Nullable GiftCardState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor) {
        try {
            return list(view, new Search(null, state, q), cursor, FormErrors.none());
        } catch (TooManyCodes e) {
            String wait = view.t("gifts.code.slow", e.seconds());
            return view.status(
                    HttpStatus.TOO_MANY_REQUESTS,
                    list(view, new Search(null, state, null), null, FormErrors.of("", wait)));
        }
    }

    private JteModel list(View view, Search search, @Nullable String cursor, FormErrors errors) {
        return templates.giftsList(
                view,
                search.state(),
                search.q(),
                cards.totals(),
                cards.list(search, cursor, Limits.of(null)),
                errors);
    }

    @GetMapping("/{id}")
    JteModel show(View view, @PathVariable UUID id) {
        return shown(view, id, Typed.nothing(), FormErrors.none());
    }

    private JteModel shown(View view, UUID id, Typed typed, FormErrors errors) {
        return templates.giftsCard(
                new GiftPage(view, cards.get(id), cards.movements(id), typed, errors));
    }

    /** Does something to a card, or shows it again with what was wrong in the form of that name. */
    private Object done(
            View view,
            UUID id,
            String form,
            MultiValueMap<String, String> fields,
            Consumer<MultiValueMap<String, String>> deed) {
        Typed typed = new Typed(fields).with("_form", form);
        try {
            deed.accept(fields);
            return view.redirect("/gift-cards/" + id, Toast.of("gifts.done." + form));
        } catch (Invalid e) {
            return view.invalid(shown(view, id, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, shown(view, id, typed, FormErrors.of(view, e)));
        }
    }

    @PostMapping("/{id}/voiding")
    @Requires(Permission.VALUE_EDIT)
    Object voidIt(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view, id, "void", fields, f -> keeping.voidIt(id, input.form(f, Voiding.class)));
    }

    @PostMapping("/{id}/extension")
    @Requires(Permission.VALUE_EDIT)
    Object extend(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                "extend",
                fields,
                f -> keeping.extend(id, input.form(f, Extending.class)));
    }

    @PostMapping("/{id}/holder")
    @Requires(Permission.VALUE_EDIT)
    Object handOn(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                "hand_on",
                fields,
                f -> keeping.handOn(id, input.form(f, HandingOn.class)));
    }

    @PostMapping("/{id}/mail")
    @Requires(Permission.SALE_EDIT)
    Object send(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return done(view, id, "send", fields, f -> keeping.send(id, input.form(f, Sending.class)));
    }

    @PostMapping("/{sold}/refund")
    @Requires(Permission.SALE_REFUND)
    Object refund(
            View view,
            @PathVariable("sold") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(view, id, "refund", fields, f -> refund(id, f));
    }

    /** Cards on file are asked for it once it is written down. */
    private void refund(UUID id, MultiValueMap<String, String> fields) {
        GiftCard card = refunds.refund(id, input.form(fields, Refunding.class));
        if (card.invoiceId() != null) {
            charges.proceed(card.invoiceId());
        }
    }
}
