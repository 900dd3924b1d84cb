package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.sales.catalogue.Products;
import app.clientele.sales.catalogue.Products.ProductDetails;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody at the desk sells two products, splits the payment, and refunds some of it. */
@ClienteleTest
class CheckoutJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final String oil = "Oil " + UUID.randomUUID().toString().substring(0, 13);

    private UUID prepared() {
        var person = CustomerDetails.of(d -> d.firstName = "Ana");
        var product = new ProductDetails(oil, null, null, null, Money.parse("SEK 20"), null);
        return Cast.mia()
                .call(() -> {
                    Cast.bean(Products.class).add(product);
                    return Cast.bean(Customers.class).create(person).id();
                });
    }

    private void sells(Window desk, UUID ana) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        desk.open("/customers/" + ana + "/invoices");
        desk.page().locator("#panel form[action='/orders'] .btn-primary").first().click();
        desk.page().locator("#f-_add").fill(oil);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".order-line")).containsText(oil);
        desk.mustBeClean();
        desk.page().locator(".order-line input[type=number]").fill("3");
        desk.page().keyboard().press("Tab");
        assertThat(desk.page().locator(".totals .total")).containsText("60.00");
        desk.page().locator("#pay details:not(.pay-gift) summary").click();
        desk.page().locator("#f-amount-cash").fill("50");
        desk.page().locator("#f-amount-card").fill("20");
        desk.page().locator("#pay details:not(.pay-gift) .btn-primary").click();
        desk.sees("Paid. Change:");
        desk.mustBeClean();
    }

    @Test
    void sellsSplitsAndRefunds() {
        UUID ana = prepared();
        Window desk = browser.desktop(Cast.url());
        sells(desk, ana);
        desk.page().locator(".order-line summary").first().click();
        desk.page().locator(".order-line [name=amount]").first().fill("10");
        desk.page().locator(".order-line [name=reason]").first().fill("Broken cap");
        desk.page().locator(".order-line .btn-danger").first().click();
        desk.sees("The money went back.");
        desk.mustBeClean();
    }

    @Test
    void andOnAPhone() {
        sells(browser.phone(Cast.url()), prepared());
    }
}
