package app.clientele.sales.web.gifts;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.messages.Languages;
import app.clientele.sales.web.Paper;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A gift card as a sheet of paper to hand over. */
@Controller
@Requires({Permission.VALUE_CODE})
class GiftPaperPages {
    private final GiftCards cards;
    private final Businesses businesses;
    private final Paper paper;
    private final Templates templates;

    GiftPaperPages(GiftCards cards, Businesses businesses, Paper paper, Templates templates) {
        this.cards = cards;
        this.businesses = businesses;
        this.paper = paper;
        this.templates = templates;
    }

    /** In the business's language, as nobody knows whose hands it gets into. */
    @GetMapping("/gift-cards/{id}/pdf")
    ResponseEntity<byte[]> pdf(View view, @PathVariable UUID id) {
        GiftCard card = cards.get(id);
        if (card.code() == null || !card.state().isLive()) {
            throw new NotFound("gift_card");
        }
        Business business = businesses.current();
        View theirs = view.in(Languages.of(null, business), business.zone());
        byte[] file = paper.print(templates.giftsPaper(theirs, card, business.name()).render());
        var disposition =
                ContentDisposition.inline().filename("gift-" + card.codeEnd() + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file);
    }
}
