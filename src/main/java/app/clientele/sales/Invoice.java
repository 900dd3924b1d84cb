package app.clientele.sales;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice: facts that stand, and what was paid of them.
 *
 * @param number gapless at its branch, with the branch's series before it
 * @param customer their name today; absent when nobody is known, or they were erased
 * @param issuedOn the branch's day
 * @param net without tax and tips
 * @param credited what credit notes took off
 * @param writtenOff what was forgiven
 * @param onItsWay payments of which nobody knows yet what comes of them; they are still owed
 * @param owed what is still to be paid
 */
public record Invoice(
        UUID id,
        String number,
        InvoiceStatus status,
        UUID orderId,
        @Nullable UUID customerId,
        @Nullable String customer,
        UUID branchId,
        String branch,
        Instant issuedAt,
        LocalDate issuedOn,
        @Nullable String issuedBy,
        Money net,
        Money tax,
        Money tips,
        Money total,
        Money paid,
        Money refunded,
        Money credited,
        Money writtenOff,
        Money onItsWay,
        Money owed,
        @Nullable Instant voidedAt,
        @Nullable String voidReason,
        @JsonIgnore InvoiceDocument document,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** One thing bought. */
    public record Entry(
            String name,
            @Nullable String staff,
            int quantity,
            Money price,
            Money amount,
            @Nullable Integer points) {}

    /** One tax over all that it taxes. */
    public record Tax(
            String name, java.math.BigDecimal percent, boolean included, Money net, Money tax) {}

    /** For a colleague, on top. */
    public record Tip(String staff, Money amount) {}

    /** What can still be paid some way: owed, and not on its way already. */
    @JsonIgnore
    public Money payable() {
        return voidedAt == null ? owed.minus(onItsWay) : Money.zero(unit());
    }

    @JsonIgnore
    public CurrencyUnit unit() {
        return total.getCurrencyUnit();
    }

    private Money money(long minor) {
        return Money.ofMinor(unit(), minor);
    }

    @JsonProperty("lines")
    public List<Entry> lines() {
        return document.lines().stream()
                .map(l ->
                        new Entry(
                                l.name(),
                                l.staff(),
                                l.quantity(),
                                money(l.price()),
                                money(l.amount()),
                                l.points()))
                .toList();
    }

    @JsonProperty("taxes")
    public List<Tax> taxes() {
        return document.taxes().stream()
                .map(t ->
                        new Tax(
                                t.name(),
                                t.percent(),
                                t.included(),
                                money(t.net()),
                                money(t.tax())))
                .toList();
    }

    @JsonProperty("tipsByStaff")
    public List<Tip> tipsByStaff() {
        return document.tips().stream().map(t -> new Tip(t.staff(), money(t.amount()))).toList();
    }

    @JsonProperty("subtotal")
    public Money subtotal() {
        return money(document.subtotal());
    }

    @JsonProperty("discount")
    public Money discount() {
        return money(document.discount());
    }

    @JsonProperty("seller")
    public InvoiceDocument.Party seller() {
        return document.seller();
    }

    @JsonProperty("buyer")
    public InvoiceDocument.@Nullable Party buyer() {
        return document.buyer();
    }

    /** As it is printed: of which series, and which of it. */
    public static String number(int series, long number) {
        return String.format(Locale.ROOT, "%d-%05d", series, number);
    }
}
