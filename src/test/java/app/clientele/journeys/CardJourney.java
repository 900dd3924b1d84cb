package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.sales.catalogue.Products;
import app.clientele.sales.catalogue.Products.ProductDetails;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A customer leaves cards by a link on their phone; at the desk one is declined, another pays after
 * its bank asked, and half goes back.
 */
@ClienteleTest
class CardJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final String oil = "Oil " + UUID.randomUUID().toString().substring(0, 13);

    private UUID prepared() {
        Wallet.use("sandbox", 5);
        var person = CustomerDetails.of(d -> d.firstName = "Ana");
        var product = new ProductDetails(oil, null, null, null, Money.parse("SEK 80"), null);
        return Cast.mia()
                .call(() -> {
                    Cast.bean(Products.class).add(product);
                    return Cast.bean(Customers.class).create(person).id();
                });
    }

    private void leaves(Window desk, Window phone, UUID ana, TestCard card) {
        desk.open("/customers/" + ana + "/cards");
        desk.button("Add a card").click();
        desk.page().locator(".qr").waitFor();
        desk.mustBeClean();
        phone.open(desk.page().locator("#secret").textContent().replaceAll(".*(/cards/)", "$1"));
        phone.mustBeClean();
        phone.link("Go on to the card").click();
        phone.sees("No money moves");
        phone.page().locator("#f-number").fill(card.shown());
        phone.page().locator("#f-expiry").fill("12/34");
        phone.page().locator("#f-code").fill("123");
        phone.mustBeClean();
        phone.button("Store the card").click();
        phone.sees("Thank you");
        phone.mustBeClean();
    }

    @Test
    void leavesCardsIsDeclinedConfirmsAndGetsHalfBack() {
        UUID ana = prepared();
        Window desk = browser.desktop(Cast.url());
        Window phone = browser.phone(Cast.url());
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        leaves(desk, phone, ana, TestCard.DECLINED);
        leaves(desk, phone, ana, TestCard.THREE_D_SECURE);
        desk.open("/customers/" + ana + "/cards");
        assertThat(desk.page().locator("#cards .lines li")).hasCount(2);
        desk.mustBeClean();

        desk.open("/customers/" + ana + "/invoices");
        desk.page().locator("#panel form[action='/orders'] .btn-primary").first().click();
        desk.page().locator("#f-_add").fill(oil);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".order-line")).containsText(oil);
        desk.button("Visa ···· 0002").click();
        desk.sees("The card was not charged.");
        desk.sees("The card was declined.");
        desk.mustBeClean();
        desk.button("Visa ···· 3184").click();
        desk.sees("has to confirm this payment");
        desk.mustBeClean();
        String link = desk.page().locator(".confirm code").textContent();
        phone.open(link.replaceAll(".*(/sandbox/)", "$1"));
        phone.mustBeClean();
        phone.button("Confirm").click();
        phone.sees("went through");
        desk.page()
                .locator("#payments .confirm")
                .waitFor(
                        new com.microsoft.playwright.Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .DETACHED));
        desk.open(desk.page().url().replaceAll(".*(/invoices/)", "$1"));
        desk.sees("Paid");
        desk.page().locator("#payments .order-more summary").first().click();
        desk.page().locator("#payments [name=amount]").first().fill("40");
        desk.page().locator("#payments [name=reason]").first().fill("Broken cap");
        desk.page().locator("#payments .btn-danger").first().click();
        desk.sees("The money went back.");
        desk.mustBeClean();
    }
}
