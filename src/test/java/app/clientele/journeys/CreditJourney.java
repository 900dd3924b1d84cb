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

/** Somebody at the desk gives credit, a sale is paid with it, and what is left is taken back. */
@ClienteleTest
class CreditJourney {
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

    @Test
    void givesSpendsAndTakesBack() {
        UUID ana = prepared();
        Window desk = browser.desktop(Cast.url());
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        desk.open("/customers/" + ana + "/account-credit");
        desk.page().locator("#panel a.btn-primary").first().click();
        desk.page().locator("#f-amount").fill("50");
        desk.page().locator("#f-reason").fill("Sent a friend");
        desk.page().locator("main .btn-primary").click();
        desk.sees("The credit is there.");
        desk.mustBeClean();
        desk.open("/customers/" + ana + "/invoices");
        desk.page().locator("#panel form[action='/orders'] .btn-primary").first().click();
        desk.page().locator("#f-_add").fill(oil);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".order-line")).containsText(oil);
        desk.page().locator("#pay button[value=account_credit]").click();
        desk.sees("Account credit");
        desk.mustBeClean();
        desk.open("/customers/" + ana + "/account-credit");
        desk.sees("30.00");
        desk.page().locator("a[href$='/taking-back']").click();
        desk.page().locator("#f-reason").fill("Wrong person");
        desk.page().locator("main .btn-danger").click();
        desk.sees("It is taken back.");
        desk.mustBeClean();
    }
}
