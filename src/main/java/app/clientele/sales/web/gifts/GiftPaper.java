package app.clientele.sales.web.gifts;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.messages.EnclosedPaper;
import app.clientele.shared.Permission;
import app.clientele.site.Paper;
import app.clientele.site.Printing;
import gg.jte.generated.precompiled.Templates;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Prints a gift card to hand over, or to go with its letter. */
class GiftPaper implements EnclosedPaper {
    private final GiftCards cards;
    private final Businesses businesses;
    private final Printing printing;
    private final Paper paper;
    private final Templates templates;

    GiftPaper(
            GiftCards cards,
            Businesses businesses,
            Printing printing,
            Paper paper,
            Templates templates) {
        this.cards = cards;
        this.businesses = businesses;
        this.printing = printing;
        this.paper = paper;
        this.templates = templates;
    }

    @Override
    public String kind() {
        return "gift_card";
    }

    @Override
    public Permission permission() {
        return Permission.VALUE_CODE;
    }

    /** Nothing once no more can be spent of it. */
    @Override
    public Optional<byte[]> print(UUID id, Locale language) {
        GiftCard card = cards.get(id);
        if (card.code() == null || !card.state().isLive()) {
            return Optional.empty();
        }
        Business business = businesses.current();
        var view = printing.view(business.locale(language.getLanguage()), business.zone());
        return Optional.of(paper.print(templates.giftsPaper(view, card, business.name()).render()));
    }

    @Override
    public Optional<String> secret(UUID id) {
        return Optional.ofNullable(cards.get(id).code());
    }
}
