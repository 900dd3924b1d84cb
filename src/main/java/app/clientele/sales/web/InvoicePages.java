package app.clientele.sales.web;

import app.clientele.sales.CardCharges;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.sales.Invoices.Voiding;
import app.clientele.sales.Iou;
import app.clientele.sales.Ious;
import app.clientele.sales.Payment;
import app.clientele.sales.PaymentState;
import app.clientele.sales.Payments;
import app.clientele.sales.Payments.Refund;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.MoneyText;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An invoice: shown, printed, written to its customer, refunded, taken back. */
@Controller
@Requires(Permission.SALE_VIEW)
class InvoicePages {
    private final Invoices invoices;
    private final Payments payments;
    private final CardCharges charges;
    private final Ious ious;
    private final InvoiceShowing showing;
    private final InvoicePaper paper;
    private final Input input;
    private final Templates templates;

    InvoicePages(
            Invoices invoices,
            Payments payments,
            CardCharges charges,
            Ious ious,
            InvoiceShowing showing,
            InvoicePaper paper,
            Input input,
            Templates templates) {
        this.invoices = invoices;
        this.payments = payments;
        this.charges = charges;
        this.ious = ious;
        this.showing = showing;
        this.paper = paper;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/invoices/{id}")
    JteModel show(View view, @PathVariable UUID id) {
        return shown(view, id, Typed.nothing(), FormErrors.none());
    }

    private JteModel shown(View view, UUID id, Typed typed, FormErrors errors) {
        return templates.salesInvoice(showing.page(view, invoices.get(id), typed, errors));
    }

    /** As a file, in the language it was issued in. */
    @GetMapping("/invoices/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        Invoice invoice = invoices.get(id);
        byte[] file = paper.print(invoice);
        var disposition = ContentDisposition.inline().filename(invoice.number() + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file);
    }

    @PostMapping("/invoices/{id}/mail")
    @Requires(Permission.SALE_EDIT)
    Object mail(View view, @PathVariable UUID id) {
        try {
            invoices.mail(id);
            return view.redirect("/invoices/" + id, Toast.of("sales.invoice.mailed"));
        } catch (Refused e) {
            return refused(view, id, Typed.nothing(), e);
        }
    }

    private JteModel refused(View view, UUID id, Typed typed, Refused e) {
        String why = e.reasons().stream().map(view::reason).collect(Collectors.joining(" "));
        return view.status(HttpStatus.CONFLICT, shown(view, id, typed, FormErrors.of("", why)));
    }

    @PostMapping("/invoices/{id}/void")
    @Requires(Permission.SALE_VOID)
    Object voidIt(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields).with("_void", true);
        try {
            invoices.voidIt(id, input.form(fields, Voiding.class));
            return view.redirect("/invoices/" + id, Toast.of("sales.invoice.voided"));
        } catch (Invalid e) {
            return view.invalid(shown(view, id, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return refused(view, id, typed, e);
        }
    }

    @PostMapping("/payments/{id}/refund")
    @Requires(Permission.SALE_REFUND)
    Object refund(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Payment payment = payments.get(id);
        Typed typed = new Typed(fields).with("_payment", id);
        try {
            payments.refund(id, input.form(priced(view, payment, typed), Refund.class));
            var asked = charges.proceed(payment.invoiceId());
            return view.redirect("/invoices/" + payment.invoiceId(), toast(asked));
        } catch (Invalid e) {
            return view.invalid(shown(view, payment.invoiceId(), typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return refused(view, payment.invoiceId(), typed, e);
        }
    }

    private static Toast toast(List<Payment> asked) {
        boolean failed = asked.stream().anyMatch(p -> p.state() == PaymentState.FAILED);
        boolean open = asked.stream().anyMatch(p -> !p.state().next().isEmpty());
        return Toast.of(
                failed
                        ? "sales.card.refund.failed"
                        : open ? "sales.card.waits" : "sales.payment.refunded");
    }

    /** A payment stands on its invoice. */
    @GetMapping("/payments/{id}")
    Object payment(View view, @PathVariable UUID id) {
        return view.redirect("/invoices/" + payments.get(id).invoiceId());
    }

    private static MultiValueMap<String, String> priced(View view, Payment payment, Typed typed) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        String reason = typed.value("reason");
        fields.set("reason", reason == null ? "" : reason);
        fields.set("to", Objects.requireNonNullElse(typed.value("to"), ""));
        String amount = typed.value("amount");
        var unit = payment.amount().getCurrencyUnit();
        if (amount != null && !amount.isBlank()) {
            fields.set("amount.amount", MoneyText.decimal(amount, unit, view.locale()));
            fields.set("amount.currency", unit.getCode());
        }
        return fields;
    }

    @PostMapping("/ious/{id}/void")
    @Requires(Permission.SALE_VOID)
    Object forgive(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Iou iou = ious.get(id);
        Typed typed = new Typed(fields);
        String place = "/customers/" + iou.customerId() + "/ious";
        try {
            ious.forgive(id, input.form(fields, Ious.Forgiving.class));
            return view.redirect(place, Toast.of("sales.iou.forgiven"));
        } catch (Invalid e) {
            return view.invalid(templates.salesForgive(view, iou, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.salesForgive(view, iou, typed, FormErrors.of("", why)));
        }
    }

    @GetMapping("/ious/{id}/void")
    @Requires(Permission.SALE_VOID)
    JteModel forgiving(View view, @PathVariable UUID id) {
        return templates.salesForgive(view, ious.get(id), Typed.nothing(), FormErrors.none());
    }
}
