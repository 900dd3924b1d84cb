package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.erasing.ErasureJob;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody asks to be forgotten; a manager sees to it. */
@ClienteleTest
class EraseJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final String family =
            "Q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "").concat("x");

    private UUID create() {
        var details =
                CustomerDetails.of(d -> {
                    d.firstName = "Vera";
                    d.lastName = family;
                });
        return Cast.mia()
                .call(() -> {
                    UUID id = Cast.bean(Customers.class).create(details).id();
                    Cast.bean(Notes.class).add(id, new NoteDetails("Likes tea", "general", false));
                    return id;
                });
    }

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.mona().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    @Test
    void looksErasesUndoesAndLetsItBe() {
        UUID vera = create();
        Window desk = signedIn(browser.desktop(Cast.url()));
        desk.open("/customers/" + vera);
        desk.page().locator("[popovertarget=record-menu]").click();
        desk.page().locator("#record-menu a[href$='/erase']").click();
        desk.sees("What is erased");
        desk.mustBeClean();
        desk.page().locator("#f-confirm").fill("vera " + family);
        desk.page().locator("form .btn-danger").click();
        assertThat(desk.page().locator("#record-erasing")).containsText("Will be erased on");
        desk.mustBeClean();
        desk.page().locator("#toasts .toast-undo button").click();
        desk.sees("The record is as it was");
        assertThat(desk.page().locator("#record-erasing")).hasCount(0);
        Cast.mona().run(() -> ErasureJob.erase(vera));
        desk.open("/customers/" + vera);
        assertThat(desk.page().locator("h1")).containsText("Deleted customer");
        desk.forgive("410");
        desk.mustBeClean();
    }

    @Test
    void worksOnAPhoneAndListsWhoWaits() {
        UUID vera = create();
        Window phone = signedIn(browser.phone(Cast.url()));
        phone.open("/customers/" + vera + "/erase");
        phone.mustBeClean();
        phone.page().locator("#f-confirm").fill("nobody");
        phone.page().locator("form .btn-danger").click();
        phone.sees("Type the name or the number");
        phone.forgive("422");
        phone.mustBeClean();
        phone.page().locator("#f-confirm").fill("Vera " + family);
        phone.page().locator("form .btn-danger").click();
        phone.open("/settings/erasures");
        phone.sees(family);
        phone.mustBeClean();
        for (String tab : List.of("/flagged", "/done", "/rule")) {
            phone.open("/settings/erasures" + tab);
            phone.mustBeClean();
        }
        phone.open("/customers?erasure=waiting");
        phone.sees(family);
    }
}
