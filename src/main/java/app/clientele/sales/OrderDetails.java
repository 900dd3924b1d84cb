package app.clientele.sales;

import app.clientele.ledger.gifts.GiftWish;
import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of an order. What it costs is reckoned here, not taken from whoever asks.
 *
 * @param customerId who buys; nobody known where somebody pays in passing
 */
public record OrderDetails(
        @Nullable UUID customerId,
        @NotNull @Nullable UUID branchId,
        @Size(max = 100) @Nullable List<@NotNull @Valid LineDetails> lines,
        @Valid @Nullable Discount discount,
        @Size(max = 20) @Nullable List<@NotNull @Valid Tip> tips,
        @Prose(max = 2000) @Nullable String note) {
    /**
     * One thing wanted: what was booked, a service, a product, a gift card, a fee proposed or what
     * a membership charges.
     *
     * @param id of a line there already
     * @param price for one, where that is not what it costs them
     * @param priceReason why
     * @param packageId a package
     * @param declined whether it is paid for although the customer has something to use for it
     */
    public record LineDetails(
            @Nullable UUID id,
            @Nullable UUID appointmentId,
            @Nullable UUID serviceId,
            @Nullable UUID productId,
            @Nullable UUID staffId,
            @Min(1) @Max(9999) @Nullable Integer quantity,
            @Price @Nullable Money price,
            @Line(max = 200) @Nullable String priceReason,
            @Valid @Nullable Discount discount,
            @Valid @Nullable GiftWish gift,
            @Nullable UUID feeId,
            @Nullable UUID chargeId,
            @Nullable UUID packageId,
            @Nullable Boolean declined) {
        /** What was booked, a service or a product. */
        public LineDetails(
                @Nullable UUID id,
                @Nullable UUID appointmentId,
                @Nullable UUID serviceId,
                @Nullable UUID productId,
                @Nullable UUID staffId,
                @Nullable Integer quantity,
                @Nullable Money price,
                @Nullable String priceReason,
                @Nullable Discount discount) {
            this(
                    id,
                    appointmentId,
                    serviceId,
                    productId,
                    staffId,
                    quantity,
                    price,
                    priceReason,
                    discount,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        /** A gift card. */
        public static LineDetails of(GiftWish gift) {
            return new LineDetails(
                    null, null, null, null, null, null, null, null, null, gift, null, null, null,
                    null);
        }

        /** A fee proposed. */
        public static LineDetails fee(UUID fee) {
            return new LineDetails(
                    null, null, null, null, null, null, null, null, null, null, fee, null, null,
                    null);
        }

        /** What a membership charges. */
        public static LineDetails charge(UUID charge) {
            return new LineDetails(
                    null, null, null, null, null, null, null, null, null, null, null, charge, null,
                    null);
        }

        /** A package. */
        public static LineDetails pack(UUID id) {
            return new LineDetails(
                    null, null, null, null, null, null, null, null, null, null, null, null, id,
                    null);
        }

        boolean isDeclined() {
            return Boolean.TRUE.equals(declined);
        }

        int times() {
            return quantity == null ? 1 : quantity;
        }
    }

    /**
     * What is taken off, and why.
     *
     * @param percent or an amount, one of them
     */
    public record Discount(
            @Nullable BigDecimal percent,
            @Price @Nullable Money amount,
            @NotNull @Line(max = 200) @Nullable String reason) {
        /** The same without its words. */
        Reckoning.Cut cut() {
            return new Reckoning.Cut(percent, amount);
        }

        static boolean same(@Nullable Discount one, @Nullable Discount other) {
            return one == null || other == null
                    ? one == other
                    : Objects.equals(one.amount, other.amount)
                            && Objects.equals(one.reason, other.reason)
                            && (one.percent == null || other.percent == null
                                    ? one.percent == other.percent
                                    : one.percent.compareTo(other.percent) == 0);
        }
    }

    /** For a colleague, on top. */
    public record Tip(@NotNull @Nullable UUID staffId, @NotNull @Price @Nullable Money amount) {}

    List<LineDetails> wanted() {
        return lines == null ? List.of() : lines;
    }

    List<Tip> tipped() {
        return tips == null ? List.of() : tips;
    }
}
