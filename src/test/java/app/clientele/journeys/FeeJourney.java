package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.Diary;
import app.clientele.shared.Permission;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The owner makes rules; at the desk a deposit is taken, spent at the visit, and a fee waived. */
@ClienteleTest
class FeeJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final Diary diary = Diary.plain();

    @Test
    void aDepositIsTakenAndAFeeWaived() {
        Window desk = browser.desktop(Cast.url());
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        rule(desk, "deposit", "25 %");
        rule(desk, "late_cancel", "12");
        String ana = diary.customer("Ana");
        takeDeposit(desk, diary.booked(ana, Cast.paul(), Diary.freshDay()));
        waive(desk, diary.booked(ana, Cast.paul(), Diary.freshDay()));
    }

    private void rule(Window desk, String kind, String much) {
        desk.open("/settings/fees/new");
        desk.page().locator("#f-kind").selectOption(kind);
        desk.page().locator("#f-much").fill(much);
        desk.page().locator("input[value='" + diary.service() + "']").check();
        desk.mustBeClean();
        desk.button("Save").click();
        desk.sees("Rule saved");
    }

    private static void takeDeposit(Window desk, String visit) {
        desk.open(visit);
        desk.link("Decide").click();
        desk.page().getByLabel("Take the payment at the desk").check();
        desk.mustBeClean();
        button(desk, "Charge");
        assertThat(desk.page().locator(".order-line")).containsText("Deposit: Facial");
        button(desk, "Cash");
        desk.sees("Paid. The invoice is issued.");
        desk.open(visit);
        button(desk, "Check out");
        desk.sees("A deposit of SEK 15.00 was paid");
        assertThat(desk.page().locator("#use-account_credit")).isChecked();
        button(desk, "Cash");
        assertThat(desk.page().locator("main")).containsText("Account credit");
        desk.mustBeClean();
    }

    private static void waive(Window desk, String visit) {
        Cast.api(Permission.values()).post(visit + "/cancellation", Map.of("late", true));
        desk.open("/sales/fees");
        desk.page().getByText("Late cancellation · Facial").first().waitFor();
        desk.open(visit);
        desk.link("Decide").click();
        desk.field("Why it is waived").fill("Was ill");
        button(desk, "Waive");
        desk.sees("Fee waived");
        desk.mustBeClean();
    }

    private static void button(Window desk, String name) {
        desk.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
