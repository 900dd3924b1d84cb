package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.shared.Permission;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The owner sells a membership; it is charged, noted about, and ended. */
@ClienteleTest
class MembershipJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final String gold = "Gold " + UUID.randomUUID();
    private final String other = "Platinum " + UUID.randomUUID();

    @Test
    void aCustomerJoinsIsChargedAndLeaves() {
        run(browser.desktop(Cast.url()));
    }

    @Test
    void andOnAPhone() {
        run(browser.phone(Cast.url()));
    }

    private void run(Window desk) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        plan(desk);
        join(desk);
        desk.button("Charge now").click();
        assertThat(desk.page().locator("main")).containsText("Paid");
        desk.mustBeClean();
        desk.field("Note").fill("Likes mornings");
        desk.button("Save").click();
        desk.sees("Membership saved");
        pause(desk);
        change(desk);
        desk.page().getByLabel("Today, for the fee of").check();
        desk.button("End it").click();
        desk.sees("Membership ended");
        assertThat(desk.page().locator("main")).containsText("Leaving fee");
        desk.mustBeClean();
        desk.open("/sales/memberships?state=cancelled");
        desk.sees(gold);
        desk.mustBeClean();
    }

    private static void pause(Window desk) {
        desk.page().locator("#f-periods").fill("2");
        desk.button("Pause").click();
        assertThat(desk.page().locator("main")).containsText("charged again on");
        desk.mustBeClean();
        desk.button("Resume").click();
        assertThat(desk.page().locator("main")).containsText("Resumed, from");
    }

    private void change(Window desk) {
        desk.link("Choose").click();
        desk.page()
                .locator("#f-planId")
                .selectOption(
                        desk.page()
                                .locator(
                                        "#f-planId option",
                                        new com.microsoft.playwright.Page.LocatorOptions()
                                                .setHasText(other))
                                .getAttribute("value"));
        desk.button("Show what it comes to").click();
        assertThat(desk.page().locator("main")).containsText("Paid and not used");
        desk.mustBeClean();
        desk.button("Change then").click();
        desk.button("Stay with " + gold).click();
        assertThat(desk.page().locator("main")).containsText("Stays with");
    }

    private void plan(Window desk) {
        Cast.api(Permission.values())
                .post(
                        "/membership-plans",
                        Map.of(
                                "name",
                                other,
                                "price",
                                Map.of("amount", "80.00", "currency", "SEK"),
                                "interval",
                                Map.of("every", 1, "unit", "month")));
        desk.open("/settings/memberships/new");
        desk.page().locator("#f-name").fill(gold);
        desk.page().locator("#f-price").fill("50");
        desk.page().locator("#f-term").fill("12");
        desk.page().locator("#f-leavingFee").fill("30");
        desk.mustBeClean();
        desk.button("Save").click();
        desk.sees("Membership saved");
    }

    private void join(Window desk) {
        var person = CustomerDetails.of(d -> d.firstName = "Ana");
        UUID ana = Cast.mia().call(() -> Cast.bean(Customers.class).create(person).id());
        Wallet.use("sandbox", 5);
        new Wallet(Cast.api(Permission.values())).keep(ana.toString(), TestCard.VISA);
        desk.open("/customers/" + ana + "/memberships");
        desk.link("Add a membership").click();
        desk.page()
                .locator("#f-planId")
                .selectOption(
                        desk.page()
                                .locator(
                                        "#f-planId option",
                                        new com.microsoft.playwright.Page.LocatorOptions()
                                                .setHasText(gold))
                                .getAttribute("value"));
        desk.mustBeClean();
        desk.button("Add a membership").click();
        desk.sees("Membership added");
        desk.mustBeClean();
    }
}
