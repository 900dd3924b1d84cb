package app.clientele.sales.web.gifts;

import app.clientele.business.Businesses;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.messages.Languages;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
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
    private final GiftPaper paper;

    GiftPaperPages(GiftCards cards, Businesses businesses, GiftPaper paper) {
        this.cards = cards;
        this.businesses = businesses;
        this.paper = paper;
    }

    /** In the business's language, as nobody knows whose hands it gets into. */
    @GetMapping("/gift-cards/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        byte[] file =
                paper.print(id, Languages.of(null, businesses.current()))
                        .orElseThrow(() -> new NotFound("gift_card"));
        var disposition =
                ContentDisposition.inline()
                        .filename("gift-" + cards.get(id).codeEnd() + ".pdf")
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file);
    }
}
