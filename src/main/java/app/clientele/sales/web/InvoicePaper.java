package app.clientele.sales.web;

import app.clientele.messages.EnclosedPaper;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Paper;
import app.clientele.site.Printing;
import app.clientele.site.Typed;
import gg.jte.generated.precompiled.Templates;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Prints an invoice as a PDF out of the same words and figures as its page. */
class InvoicePaper implements EnclosedPaper {
    private final Invoices invoices;
    private final InvoiceShowing showing;
    private final Printing printing;
    private final Templates templates;
    private final Paper paper;

    InvoicePaper(
            Invoices invoices,
            InvoiceShowing showing,
            Printing printing,
            Templates templates,
            Paper paper) {
        this.invoices = invoices;
        this.showing = showing;
        this.printing = printing;
        this.templates = templates;
        this.paper = paper;
    }

    /** In the language it was issued in. */
    byte[] print(Invoice invoice) {
        var document = invoice.document();
        var view =
                printing.view(
                        Locale.forLanguageTag(document.language()), ZoneId.of(document.zone()));
        var page = showing.page(view, invoice, Typed.nothing(), FormErrors.none());
        return paper.print(templates.salesPaper(page).render());
    }

    @Override
    public String kind() {
        return "invoice";
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public Optional<byte[]> print(UUID id, Locale language) {
        return Optional.of(print(invoices.get(id)));
    }
}
