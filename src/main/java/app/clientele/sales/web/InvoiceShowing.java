package app.clientele.sales.web;

import app.clientele.gateway.CardOnFile;
import app.clientele.gateway.Cards;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.sales.Payments;
import app.clientele.sales.Tender;
import app.clientele.sales.catalogue.OwnTenders;
import app.clientele.sales.web.InvoicePage.Paying;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;

/** Gathers what the page of an invoice shows. */
class InvoiceShowing {
    private final Invoices invoices;
    private final Payments payments;
    private final GiftCards gifts;
    private final OwnTenders tenders;
    private final Cards cards;

    InvoiceShowing(
            Invoices invoices,
            Payments payments,
            GiftCards gifts,
            OwnTenders tenders,
            Cards cards) {
        this.invoices = invoices;
        this.payments = payments;
        this.gifts = gifts;
        this.tenders = tenders;
        this.cards = cards;
    }

    InvoicePage page(View view, Invoice invoice, Typed typed, FormErrors errors) {
        return new InvoicePage(
                view,
                invoice,
                payments.of(invoice.id()),
                invoices.creditNotes(invoice.id()),
                gifts.ofInvoice(invoice.id()),
                paying(view, invoice),
                typed,
                errors);
    }

    private Paying paying(View view, Invoice invoice) {
        return view.may(Permission.SALE_EDIT) && invoice.payable().isPositive()
                ? new Paying(
                        usable(payments, held(invoice)),
                        held(invoice),
                        tenders.all(false),
                        cards(invoice),
                        UUID.randomUUID())
                : Paying.NOT;
    }

    /** What its buyer has to pay with, of tenders that have an end. */
    Map<String, Money> held(Invoice invoice) {
        return payments.held(invoice.customerId(), invoice.unit());
    }

    /** The tenders that can pay anything: of those that have an end, the ones that hold some. */
    static List<Tender> usable(Payments payments, Map<String, Money> held) {
        return payments.tenders().stream()
                .filter(t -> !held.containsKey(t.code()) || held.get(t.code()).isPositive())
                .toList();
    }

    private List<CardOnFile> cards(Invoice invoice) {
        return invoice.customerId() == null ? List.of() : cards.chargeable(invoice.customerId());
    }
}
