package app.clientele.sales.web;

import gg.jte.generated.precompiled.Templates;

/** Prints an invoice as a PDF out of the same words and figures as its page. */
class InvoicePaper {
    private final Templates templates;
    private final Paper paper;

    InvoicePaper(Templates templates, Paper paper) {
        this.templates = templates;
        this.paper = paper;
    }

    byte[] print(InvoicePage page) {
        return paper.print(templates.salesPaper(page).render());
    }
}
