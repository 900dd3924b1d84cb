package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Orders;
import app.clientele.sales.catalogue.Products;
import app.clientele.sales.catalogue.Products.ProductDetails;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A gift card is sold and printed at the desk; in two windows somebody pays with it, in one too
 * late.
 */
@ClienteleTest
class GiftCardJourney {
    @RegisterExtension final Browser browser = new Browser();

    private static UUID order() {
        var details =
                new ProductDetails(
                        "Oil " + UUID.randomUUID(), null, null, null, Money.parse("SEK 20"), null);
        return Cast.mia()
                .call(() -> {
                    UUID oil = Cast.bean(Products.class).add(details).id();
                    var line = new LineDetails(null, null, null, oil, null, 1, null, null, null);
                    return Cast.bean(Orders.class)
                            .create(
                                    new OrderDetails(
                                            null, Cast.branch(), List.of(line), null, null, null))
                            .id();
                });
    }

    private Window desk(boolean phone) {
        Window desk = phone ? browser.phone(Cast.url()) : browser.desktop(Cast.url());
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        return desk;
    }

    @Test
    void sellsPrintsAndRedeemsInTwoWindows() {
        Window desk = desk(false);
        desk.open("/gift-cards");
        desk.mustBeClean();
        desk.page().locator("form[action='/orders'] .btn-primary").click();
        desk.page().locator("#f-amount").fill("30");
        desk.page().locator("#f-recipientName").fill("Bea");
        desk.page().locator("#f-message").fill("Happy birthday");
        desk.mustBeClean();
        desk.page().locator("main .form-foot .btn-primary").click();
        assertThat(desk.page().locator(".order-line")).containsText("for Bea");
        desk.page().locator("#pay button[value=cash]").click();
        assertThat(desk.page().locator("a[href$='/pdf']").last()).containsText("Print");
        desk.mustBeClean();
        desk.page().locator("main a[href^='/gift-cards/']").first().click();
        assertThat(desk.page().locator(".facts code")).isVisible();
        desk.mustBeClean();
        redeem(desk.page().locator(".facts code").innerText());
        desk.page().reload();
        desk.sees("Paid with");
    }

    private void redeem(String code) {
        Window one = looking(false, code);
        Window other = looking(true, code);
        one.page().locator("#pay button[value=gift_card]").click();
        assertThat(one.page().locator("#payments")).containsText("Gift card");
        other.page().locator("#pay button[value=gift_card]").click();
        assertThat(other.page().locator("main")).containsText("is not covered");
        other.forgive("422");
    }

    private Window looking(boolean phone, String code) {
        Window window = desk(phone);
        window.open("/orders/" + order());
        window.page().locator(".pay-gift summary").click();
        window.page().locator("#f-giftCode").fill(code.toLowerCase(Locale.ROOT));
        window.page().keyboard().press("Enter");
        assertThat(window.page().locator(".pay-gift [role=status]")).containsText("30");
        window.mustBeClean();
        return window;
    }
}
