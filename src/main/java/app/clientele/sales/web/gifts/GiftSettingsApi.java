package app.clientele.sales.web.gifts;

import app.clientele.ledger.gifts.GiftSettings;
import app.clientele.ledger.gifts.GiftSettings.Offer;
import app.clientele.ledger.gifts.GiftSettings.OfferDetails;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is offered when a gift card is sold. */
@RestController
@RequestMapping("/api/v1/gift-card-settings")
@Tag(name = "Sales catalogue")
class GiftSettingsApi {
    private final GiftSettings settings;
    private final Input input;

    GiftSettingsApi(GiftSettings settings, Input input) {
        this.settings = settings;
        this.input = input;
    }

    /** The usual amounts, and the months after which a card expires. */
    @GetMapping
    ResponseEntity<Offer> get() {
        Offer offer = settings.current();
        return ResponseEntity.ok().eTag(Etag.of(offer.version())).body(offer);
    }

    /** Changes it; cards there are keep what they said. */
    @MergePatch
    ResponseEntity<Offer> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        settings.change(
                input.patch(settings.current().details(), patch, OfferDetails.class), version);
        return get();
    }
}
