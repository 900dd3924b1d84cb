package app.clientele.passes.web;

import app.clientele.business.Businesses;
import app.clientele.messages.Languages;
import app.clientele.passes.Pass;
import app.clientele.site.Paper;
import app.clientele.site.Printing;
import gg.jte.generated.precompiled.Templates;

/** Prints a pass as a card to cut out, in the language of the business. */
class PassPaper {
    private final Businesses businesses;
    private final Printing printing;
    private final Paper paper;
    private final Templates templates;

    PassPaper(Businesses businesses, Printing printing, Paper paper, Templates templates) {
        this.businesses = businesses;
        this.printing = printing;
        this.paper = paper;
        this.templates = templates;
    }

    byte[] print(Pass pass) {
        var business = businesses.current();
        var view = printing.view(Languages.of(null, business), business.zone());
        return paper.print(templates.passesPaper(view, pass, business.name()).render());
    }
}
