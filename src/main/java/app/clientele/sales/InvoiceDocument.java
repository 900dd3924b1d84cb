package app.clientele.sales;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says, as it was when it was issued; it never changes. Amounts are minor units of
 * the invoice's currency.
 *
 * @param language it is written in
 * @param discount all of them together
 * @param exempt why no tax is paid, if none is
 */
public record InvoiceDocument(
        String language,
        String zone,
        Party seller,
        @Nullable Party buyer,
        List<Entry> lines,
        long subtotal,
        long discount,
        List<Tax> taxes,
        List<Tip> tips,
        @Nullable String exempt,
        @Nullable String footer) {
    /** Who sells or buys. */
    public record Party(
            String name,
            @Nullable String company,
            @Nullable String taxNumber,
            @Nullable String street,
            @Nullable String line2,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country,
            @Nullable String phone,
            @Nullable String email) {}

    /**
     * One thing bought.
     *
     * @param price for one
     * @param amount with all discounts
     * @param points that paid for it, if any did
     */
    public record Entry(
            String name,
            @Nullable String staff,
            int quantity,
            long price,
            long amount,
            @Nullable BigDecimal percent,
            @Nullable Integer points) {}

    /** One tax. */
    public record Tax(String name, BigDecimal percent, boolean included, long net, long tax) {}

    /** For a colleague, on top. */
    public record Tip(String staff, long amount) {}
}
