package app.clientele.sales.web.gifts;

import app.clientele.ledger.LedgerEntry;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCardState;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.ledger.gifts.GiftCards.Search;
import app.clientele.ledger.gifts.GiftCards.Totals;
import app.clientele.ledger.gifts.GiftKeeping;
import app.clientele.ledger.gifts.GiftKeeping.Extending;
import app.clientele.ledger.gifts.GiftKeeping.Giving;
import app.clientele.ledger.gifts.GiftKeeping.HandingOn;
import app.clientele.ledger.gifts.GiftKeeping.Sending;
import app.clientele.ledger.gifts.GiftKeeping.Voiding;
import app.clientele.sales.CardCharges;
import app.clientele.sales.GiftRefunds;
import app.clientele.sales.GiftRefunds.Refunding;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gift cards. One is sold as a line of an order; at checkout its code is a payment's reference. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Stored value")
@Requires(Permission.SALE_VIEW)
class GiftApi {
    private final GiftCards cards;
    private final GiftKeeping keeping;
    private final GiftRefunds refunds;
    private final CardCharges charges;

    GiftApi(GiftCards cards, GiftKeeping keeping, GiftRefunds refunds, CardCharges charges) {
        this.cards = cards;
        this.keeping = keeping;
        this.refunds = refunds;
        this.charges = charges;
    }

    /** Gift cards, the latest first; {@code q} is a code, its end, or part of a name. */
    @GetMapping("/gift-cards")
    Page<GiftCard> all(
            @RequestParam(required = false) @Nullable GiftCardState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return cards.list(new Search(null, state, q), cursor, Limits.of(limit));
    }

    /** What is outstanding in all. */
    @GetMapping("/gift-card-totals")
    Totals totals() {
        return cards.totals();
    }

    /** Gift cards that a customer bought or holds. */
    @GetMapping("/customers/{customer}/gift-cards")
    Page<GiftCard> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable GiftCardState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return cards.list(new Search(customer, state, null), cursor, Limits.of(limit));
    }

    /** Gives a gift card for nothing. */
    @PostMapping("/gift-cards")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<GiftCard> give(@RequestBody Giving giving) {
        GiftCard card = keeping.give(giving);
        return ResponseEntity.created(URI.create("/api/v1/gift-cards/" + card.id())).body(card);
    }

    /** One gift card, by its id or its code. */
    @GetMapping("/gift-cards/{code}")
    GiftCard get(@PathVariable String code) {
        UUID id = id(code);
        return id == null ? cards.byCode(code) : cards.get(id);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What came to a card and went of it. */
    @GetMapping("/gift-cards/{id}/entries")
    Page<LedgerEntry> entries(@PathVariable UUID id) {
        List<LedgerEntry> found = cards.movements(id);
        return new Page<>(found, null);
    }

    /** Takes a card back; nothing more can be spent. */
    @PostMapping("/gift-cards/{id}/voiding")
    @Requires(Permission.VALUE_EDIT)
    GiftCard voidIt(@PathVariable UUID id, @RequestBody Voiding voiding) {
        return keeping.voidIt(id, voiding);
    }

    /** Gives a card another last day; what has expired comes back. */
    @PostMapping("/gift-cards/{id}/extension")
    @Requires(Permission.VALUE_EDIT)
    GiftCard extend(@PathVariable UUID id, @RequestBody Extending extending) {
        return keeping.extend(id, extending);
    }

    /** Hands a card on to a customer. */
    @PostMapping("/gift-cards/{id}/holder")
    @Requires(Permission.VALUE_EDIT)
    GiftCard handOn(@PathVariable UUID id, @RequestBody HandingOn handing) {
        return keeping.handOn(id, handing);
    }

    /** Sends a card's letter now. */
    @PostMapping("/gift-cards/{id}/message")
    @Requires(Permission.SALE_EDIT)
    GiftCard send(@PathVariable UUID id, @RequestBody Sending sending) {
        return keeping.send(id, sending);
    }

    /** Takes a card back, and gives back what was paid for what is left of it. */
    @PostMapping("/gift-cards/{sold}/refund")
    @Requires(Permission.SALE_REFUND)
    GiftCard refund(@PathVariable("sold") UUID id, @RequestBody Refunding refunding) {
        GiftCard card = refunds.refund(id, refunding);
        if (card.invoiceId() != null) {
            charges.proceed(card.invoiceId());
        }
        return card;
    }
}
