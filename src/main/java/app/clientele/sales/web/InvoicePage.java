package app.clientele.sales.web;

import app.clientele.gateway.CardOnFile;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.sales.CreditNote;
import app.clientele.sales.Invoice;
import app.clientele.sales.InvoiceDocument.Party;
import app.clientele.sales.InvoiceStatus;
import app.clientele.sales.Iou;
import app.clientele.sales.Payment;
import app.clientele.sales.PaymentState;
import app.clientele.sales.Tender;
import app.clientele.sales.catalogue.OwnTenders.OwnTender;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it is shown: what it says, and what was paid of it.
 *
 * @param gifts the gift cards that were sold with it
 * @param typed what is typed into one of its forms
 */
public record InvoicePage(
        View view,
        Invoice invoice,
        List<Payment> payments,
        List<CreditNote> creditNotes,
        List<GiftCard> gifts,
        Paying paying,
        Typed typed,
        FormErrors errors) {
    /**
     * How what is owed can be paid.
     *
     * @param held what there is to pay with, of tenders that have an end
     * @param submission tells one sending of the form from the next
     */
    public record Paying(
            List<Tender> tenders,
            Map<String, Money> held,
            List<OwnTender> own,
            List<CardOnFile> cards,
            UUID submission) {
        static final Paying NOT =
                new Paying(List.of(), Map.of(), List.of(), List.of(), new UUID(0, 0));
    }

    /** Those that are offered by their own name. */
    public List<Tender> plainTenders() {
        return paying.tenders().stream()
                .filter(t -> !t.named() && !t.byCode())
                .filter(t -> !t.code().equals(Tender.CARD_ON_FILE))
                .toList();
    }

    /** What a tender's button says: with what there is, where that does not pay all. */
    public String payBy(Tender tender) {
        String name = view.t("sales.pay.by." + tender.code());
        Money held = paying.held().get(tender.code());
        return held == null || !held.isLessThan(invoice.payable())
                ? name
                : name + " · " + money(held);
    }

    public boolean mayPay() {
        return view.may(Permission.SALE_EDIT)
                && invoice.payable().isPositive()
                && !paying.tenders().isEmpty();
    }

    /** Whether something on the page will be otherwise before long. */
    public boolean waits() {
        return payments.stream().anyMatch(p -> !p.state().next().isEmpty());
    }

    public boolean mayLetGo(Payment payment) {
        return view.may(Permission.SALE_EDIT) && payment.confirmUrl() != null;
    }

    /** Those of which something came. */
    public List<Payment> taken() {
        return payments.stream().filter(p -> p.state() == PaymentState.TAKEN).toList();
    }

    public String path() {
        return "/invoices/" + invoice.id();
    }

    public String title() {
        return view.t("sales.invoice.numbered", invoice.number());
    }

    public String back() {
        return known() ? "/customers/" + invoice.customerId() + "/invoices" : "/sales/invoices";
    }

    /** Whether there still is a record to go to. */
    public boolean known() {
        return invoice.customer() != null;
    }

    public String money(Money money) {
        return view.formats().money(money);
    }

    public String status() {
        return view.t("sales.status." + invoice.status().wireName());
    }

    public boolean mayVoid() {
        return view.may(Permission.SALE_VOID)
                && invoice.voidedAt() == null
                && !invoice.credited().isPositive()
                && !invoice.onItsWay().isPositive()
                && taken().stream().noneMatch(Payment::isByCardOnFile);
    }

    public boolean mayRefund(Payment payment) {
        return view.may(Permission.SALE_REFUND) && payment.refundable().isPositive();
    }

    /** Whether it may go back as credit instead. */
    public boolean mayCredit(Payment payment) {
        return known() && !payment.tender().equals("account_credit");
    }

    /** Which payment's form the errors are about. */
    public boolean about(Payment payment) {
        return payment.id().toString().equals(typed.value("_payment"));
    }

    /** An address in lines. */
    public List<String> lines(@Nullable Party party) {
        if (party == null) {
            return List.of();
        }
        String town = join(party.postcode(), party.city());
        String country =
                party.country() == null
                        ? ""
                        : Locale.of("", party.country()).getDisplayCountry(view.locale());
        return Stream.of(
                        party.company(),
                        party.street(),
                        party.line2(),
                        town,
                        party.region(),
                        country,
                        party.taxNumber() == null
                                ? null
                                : view.t("sales.paper.tax_number", party.taxNumber()))
                .filter(Objects::nonNull)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String join(@Nullable String one, @Nullable String other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    public static String colour(Invoice invoice) {
        return colour(invoice.status());
    }

    static String colour(InvoiceStatus status) {
        return switch (status) {
            case DRAFT, VOID -> "grey";
            case OPEN, PART_PAID -> "orange";
            case PAID -> "green";
            case REFUNDED -> "purple";
        };
    }

    /** A way of being paid, by its name. */
    public static String tender(View view, Payment payment) {
        if (payment.card() != null) {
            return payment.card();
        }
        return payment.tenderName() == null
                ? view.t("sales.tender." + payment.tender())
                : payment.tenderName();
    }

    public static String state(View view, Iou iou) {
        return view.t("sales.iou." + iou.state().wireName());
    }
}
