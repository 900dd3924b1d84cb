package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Customers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manager tidies up people who were written down twice. */
@ClienteleTest
class MergeJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final String family =
            "Q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "").concat("x");
    private final String phone = "070" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

    private UUID create(String first, String pronouns) {
        var details =
                CustomerDetails.of(d -> {
                    d.firstName = first;
                    d.lastName = family;
                    d.pronouns = pronouns.isEmpty() ? null : pronouns;
                    d.phones = List.of(new Phone(phone, null, true, null));
                });
        return Cast.mia().call(() -> Cast.bean(Customers.class).create(details).id());
    }

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    private static void compare(Window desk, UUID... ids) {
        var path = new StringBuilder("/customers/merge?into=" + ids[0]);
        List.of(ids).forEach(id -> path.append("&id=").append(id));
        desk.open(path.toString());
    }

    private static Locator merge(Window desk) {
        return desk.page().locator(".merge-foot .btn-primary");
    }

    @Test
    void comparesMergesFollowsTheOldLinkAndTakesItBack() {
        UUID maria = create("Maria", "");
        UUID marya = create("Marya", "she/her");
        Window desk = signedIn(browser.desktop(Cast.url()));
        desk.open("/customers/" + maria + "/merge");
        desk.mustBeClean();
        desk.page().locator("#merge-q").fill("Marya " + family);
        desk.page().locator("#merge-hits a.btn").first().click();
        assertThat(desk.page().locator(".merge-table")).containsText("she/her");
        desk.mustBeClean();
        Locator stays = desk.page().locator(".merge-stays a");
        if (!stays.getAttribute("href").contains(maria.toString())) {
            desk.page().locator(".merge-fate a.btn").click();
        }
        assertThat(stays).hasAttribute("href", "/customers/" + maria);
        desk.page().locator("input[name='choice.firstName'][value='" + marya + "']").check();
        merge(desk).click();
        assertThat(desk.page()).hasURL(Pattern.compile("/customers/" + maria));
        assertThat(desk.page().locator("h1")).containsText("Marya " + family);
        desk.sees("she/her");
        desk.open("/customers/" + marya);
        assertThat(desk.page()).hasURL(Pattern.compile("/customers/" + maria));
        desk.sees("is part of this record by now");
        desk.open("/customers/duplicates/merged");
        desk.page()
                .locator(
                        "li", new com.microsoft.playwright.Page.LocatorOptions().setHasText(family))
                .locator("a")
                .first()
                .click();
        desk.mustBeClean();
        desk.button("Take the merge back").click();
        desk.sees("Separate records again");
        assertThat(desk.page().locator("h1")).containsText("Maria " + family);
        desk.open("/customers/" + marya);
        assertThat(desk.page().locator("h1")).containsText("Marya " + family);
    }

    @Test
    void saysWhatStandsInTheWayAndThenGoesOn() {
        UUID maria = create("Maria", "");
        UUID marya = create("Marya", "she/her");
        Window desk = signedIn(browser.phone(Cast.url()));
        compare(desk, maria, marya);
        desk.mustBeClean();
        merge(desk).click();
        assertThat(desk.page()).hasURL(Pattern.compile("/customers/" + maria));
        Cast.dora()
                .run(() ->
                        Cast.bean(Customers.class)
                                .change(maria, p -> p.with(d -> d.pronouns = "they/them")));
        desk.button("Undo").click();
        desk.sees("This was changed since the merge");
        desk.sees("they/them");
        desk.mustBeClean();
        Cast.mia()
                .run(() ->
                        Cast.bean(Customers.class)
                                .change(maria, p -> p.with(d -> d.pronouns = "she/her")));
        desk.page().reload();
        desk.button("Take the merge back").click();
        desk.sees("Separate records again");
    }

    @Test
    void tellsTwoApartForGood() {
        UUID ann = create("Ann", "");
        create("Ann", "");
        Window desk = signedIn(browser.desktop(Cast.url()));
        Locator pair =
                desk.page()
                        .locator(
                                ".merge-pair",
                                new com.microsoft.playwright.Page.LocatorOptions()
                                        .setHasText(family));
        for (int tries = 0; tries < 30; tries++) {
            desk.open("/customers/duplicates");
            if (pair.count() > 0) {
                break;
            }
            desk.page().waitForTimeout(5_000);
        }
        assertThat(pair).containsText("100");
        desk.mustBeClean();
        pair.locator("button").click();
        desk.sees("Kept apart");
        assertThat(pair).hasCount(0);
        desk.open("/customers/duplicates/distinct");
        assertThat(pair)
                .containsText(
                        family, new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
        desk.mustBeClean();
        pair.locator("button").click();
        desk.sees("looked at again");
        assertThat(desk.page()).hasURL(Pattern.compile("/duplicates"));
        desk.open("/customers/" + ann);
        assertThat(desk.page().locator("h1")).containsText("Ann");
    }
}
