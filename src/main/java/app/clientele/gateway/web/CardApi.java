package app.clientele.gateway.web;

import app.clientele.gateway.CardLinks;
import app.clientele.gateway.CardLinks.LinkDetails;
import app.clientele.gateway.CardLinks.NewCardLink;
import app.clientele.gateway.CardOnFile;
import app.clientele.gateway.Cards;
import app.clientele.gateway.Cards.Removal;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards on file: what people know them by, never their numbers. */
@RestController
@RequestMapping("/api/v1/customers/{customer}")
@Tag(name = "Cards")
class CardApi {
    private final Cards cards;
    private final CardLinks links;

    CardApi(Cards cards, CardLinks links) {
        this.cards = cards;
        this.links = links;
    }

    /** The cards of a customer, the primary one first. */
    @GetMapping("/cards")
    @Requires(Permission.SALE_VIEW)
    Page<CardOnFile> list(@PathVariable UUID customer) {
        return new Page<>(cards.of(customer), null);
    }

    /** One card. */
    @GetMapping("/cards/{id}")
    @Requires(Permission.SALE_VIEW)
    ResponseEntity<CardOnFile> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(cards.get(customer, id));
    }

    /** Makes a card the one that is offered first. */
    @PutMapping("/cards/{id}/primary")
    @Requires(Permission.SALE_EDIT)
    ResponseEntity<CardOnFile> makePrimary(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(cards.makePrimary(customer, id));
    }

    /** Takes a card off file, for good; the gateway forgets it, too. */
    @DeleteMapping("/cards/{id}")
    @Requires(Permission.SALE_EDIT)
    ResponseEntity<Void> remove(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason) {
        cards.remove(customer, id, new Removal(reason));
        return ResponseEntity.noContent().build();
    }

    /**
     * Makes a link by which the customer leaves a card on file themselves, and writes it to them if
     * asked to. Its address is told this once.
     */
    @PostMapping("/card-links")
    @Requires(Permission.SALE_EDIT)
    ResponseEntity<NewCardLink> ask(@PathVariable UUID customer, @RequestBody LinkDetails details) {
        NewCardLink made = links.make(customer, details);
        return ResponseEntity.created(URI.create("/api/v1/customers/" + customer + "/cards"))
                .body(made);
    }
}
