package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.business.BusinessSettings;
import app.clientele.business.Businesses;
import app.clientele.business.Feature;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.Pictures;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.site.Input;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** A day with one customer's profile. */
@ClienteleTest
class ProfileJourney {
    @RegisterExtension final Browser browser = new Browser();

    @Autowired private Customers customers;
    @Autowired private Notes notes;
    @Autowired private Choices choices;
    @Autowired private Businesses businesses;
    @Autowired private Input input;

    private String path = "";
    private UUID maya = new UUID(0, 0);

    @BeforeEach
    void maya() {
        maya = create("Maya", "Okonkwo-Lindqvist", "070-555 01 01");
        path = "/customers/" + maya;
    }

    private UUID create(String first, String last, String phone) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("firstName", first);
        fields.add("lastName", last);
        fields.add("phones[0].number", phone);
        fields.add("emails[0].address", "someone@example.org");
        fields.add("birthday", "1989-11-24");
        return Cast.mia()
                .call(() -> customers.create(input.form(fields, CustomerDetails.class)).id());
    }

    private void note(String body, String kind, boolean pinned) {
        Cast.mia().run(() -> notes.add(maya, new NoteDetails(body, kind, pinned)));
    }

    @Test
    void somebodyNewIsWrittenDownAndNotTwice() {
        Window desk = desk(Cast.mia());
        desk.open("/customers/new");
        desk.page().locator("[name=firstName]").fill("maya");
        desk.page().locator("[name='phones[0].number']").fill("0705550101");
        assertThat(desk.page().locator("#duplicates")).containsText("same phone");
        desk.mustBeClean();
        desk.page().locator("[name=firstName]").fill("Zoë");
        desk.page().locator("[name='phones[0].number']").fill("0705559999");
        assertThat(desk.page().locator("#duplicates")).not().containsText("same phone");

        desk.button("Add an e-mail address").click();
        assertThat(desk.page().locator("[name='emails[1].address']")).isFocused();
        desk.page().locator("[name='emails[1].address']").fill("zoe@example.org");
        desk.page().locator("[name='_birthday.day']").fill("31");
        desk.page().locator("[name='_birthday.month']").selectOption("02");
        desk.button("Create").last().click();
        assertThat(desk.page().locator(".form-errors")).isFocused();
        assertThat(desk.page().locator(".form-errors"))
                .containsText("Birthday: There is no such day");
        assertThat(desk.page().locator("#f-birthday-help")).containsText("There is no such day");
        desk.forgive("422");
        desk.mustBeClean();

        desk.page().locator("[name='_birthday.day']").fill("29");
        desk.page().locator("[name='referredBy.name']").pressSequentially("okon");
        assertThat(desk.page().locator(".picker-option").first()).containsText("Maya");
        desk.press("ArrowDown");
        desk.press("Enter");
        assertThat(desk.page().locator("[name='referredBy.name']"))
                .hasValue("Maya Okonkwo-Lindqvist");
        assertThat(desk.page().locator("#referrer-options")).isHidden();
        desk.button("Create").last().click();
        assertThat(desk.page().locator("h1")).containsText("Zoë");
        assertThat(desk.page().locator("#details")).containsText("Feb 29");
        assertThat(desk.page().locator("#details").getByText("Maya Okonkwo-Lindqvist")).isVisible();
        desk.mustBeClean();
    }

    @Test
    void aLockedRecordSaysWhyAndStaysAsItIs() {
        Window late = desk(Cast.dora());
        late.open(path);
        late.page().locator("#detail-external-edit").focus();
        late.press("Enter");
        late.page().locator("[name=externalId]").fill("B-42");

        Window office = desk(Cast.mia());
        office.open(path);
        office.page().locator("[popovertarget=record-menu]").focus();
        office.press("Enter");
        office.page().getByText("Lock profile").click();
        assertThat(office.page().locator("#dialog [name=reason]")).isFocused();
        office.mustBeClean();
        office.page().locator("#dialog [name=reason]").fill("Ask Mia first");
        office.press("Enter");
        assertThat(office.page().locator("#record-lock")).containsText("Locked by Mia Okafor");
        assertThat(office.page().locator("#record-lock")).containsText("Ask Mia first");

        late.press("Enter");
        assertThat(late.page().locator(".form-errors")).containsText("Ask Mia first");
        assertThat(late.page().locator("[name=externalId]")).hasValue("B-42");
        late.forgive("409");
        late.open(path);
        assertThat(late.page().locator("#detail-name-edit")).hasCount(0);
        assertThat(late.page().locator("#detail-addresses-edit")).hasCount(1);
        assertThat(late.page().locator("#status-select")).hasCount(0);
        late.mustBeClean();

        office.button("Unlock profile").first().click();
        assertThat(office.page().locator("#record-lock")).hasCount(0);
        office.takesBack();
        assertThat(office.page().locator("#record-lock")).containsText("Ask Mia first");
        office.mustBeClean();
    }

    @Test
    void aRedAlertIsReadByEachWithOneKey() {
        Window office = desk(Cast.mia());
        office.open(path);
        office.page().locator("[popovertarget=record-menu]").focus();
        office.press("Enter");
        office.page().getByText("Add an alert").click();
        assertThat(office.page().locator("#dialog [name=text]")).isFocused();
        office.page().locator("#dialog [name=text]").fill("Faints after the bath");
        office.page().locator("#dialog [value=red]").check();
        office.mustBeClean();
        office.button("Save").last().click();
        assertThat(office.page().locator(".record-ask")).containsText("Faints after the bath");
        office.mustBeClean();

        Window desk = desk(Cast.dora());
        desk.open(path);
        assertThat(desk.page().locator(".record-ask")).containsText("Mia Okafor");
        desk.press("a");
        assertThat(desk.page().locator(".record-ask")).hasCount(0);
        assertThat(desk.page().locator(".strip-alert")).containsText("Faints after the bath");
        assertThat(desk.page().locator(".record-bar.stuck")).hasCount(0);
        desk.mustBeClean();
        desk.page().locator(".strip-edit").focus();
        desk.press("Enter");
        assertThat(desk.page().locator("#dialog")).containsText("Read by Dora Lind");
        desk.button("Delete").last().click();
        assertThat(desk.page().locator(".strip-alert")).hasCount(0);
        desk.takesBack();
        assertThat(desk.page().locator(".strip-alert")).containsText("Faints after the bath");
        desk.mustBeClean();
    }

    @Test
    void detailsAreEditedInPlaceWithTheKeyboardAlone() {
        Window desk = desk(Cast.mia());
        desk.open(path);
        Locator opener = desk.page().locator("#detail-gender-edit");
        opener.focus();
        desk.press("Enter");
        assertThat(desk.page().locator("#f-gender")).isFocused();
        desk.press("Escape");
        assertThat(desk.page().locator("#detail-gender-edit")).isVisible();

        desk.page().locator("#detail-external-edit").focus();
        desk.press("Enter");
        desk.page().locator("[name=externalId]").fill("A-17");
        desk.press("Enter");
        assertThat(desk.page().locator("#detail-external")).containsText("A-17");
        assertThat(desk.page().locator("#detail-external-edit")).isFocused();
        assertThat(desk.page().locator("#toasts")).containsText("External number saved");
        assertThat(desk.page().locator("#activity")).containsText("A-17");

        desk.page().locator("#detail-name").click();
        desk.page().locator("#detail-name [name=firstName]").fill("");
        desk.press("Enter");
        assertThat(desk.page().locator("#detail-name")).containsText("This is needed");
        desk.forgive("422");
        desk.mustBeClean();
        desk.page().locator("#detail-name [name=firstName]").fill("Maja");
        desk.press("Enter");
        assertThat(desk.page().locator("h1")).containsText("Maja");
        desk.takesBack();
        assertThat(desk.page().locator("h1")).containsText("Maya");
        desk.mustBeClean();
    }

    @Test
    void whoeverIsLateChoosesAndPutsBackFromTheHistory() {
        Window mia = desk(Cast.mia());
        mia.open(path + "/edit");
        mia.page().locator("[name=lastName]").fill("Lindqvist");
        mia.page().locator("[name=pronouns]").fill("she/her");

        Window dora = desk(Cast.dora());
        dora.open(path + "/edit");
        dora.page().locator("[name=lastName]").fill("Okonkwo");
        dora.button("Save").last().click();
        assertThat(dora.page().locator("h1")).hasText("Maya Okonkwo");

        mia.button("Save").last().click();
        assertThat(mia.page().locator(".clashes")).containsText("Dora Lind wrote");
        assertThat(mia.page().locator("[name=pronouns]")).hasValue("she/her");
        mia.forgive("409");
        mia.mustBeClean();
        mia.page().locator("[name='_take.lastName'][value=mine]").check();
        mia.button("Save").last().click();
        assertThat(mia.page().locator("h1")).hasText(Pattern.compile("Maya Lindqvist.*she/her"));

        mia.link("History").click();
        Locator change =
                mia.page()
                        .locator(".change-field")
                        .filter(new Locator.FilterOptions().setHasText("Okonkwo-Lindqvist"));
        change.hover();
        change.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        assertThat(mia.page().locator("h1")).containsText("Maya Okonkwo-Lindqvist");
        assertThat(mia.page().locator("#toasts")).containsText("Put back as it was");
        mia.mustBeClean();
        undoLast(mia);
        assertThat(mia.page().locator("h1")).containsText("Maya Lindqvist");
    }

    @Test
    void notesAreWrittenMovedPinnedAndBroughtBack() {
        Window desk = desk(Cast.paul());
        desk.open(path);
        assertThat(desk.page().locator("#notes")).containsText("Nothing noted yet");
        for (String body : List.of("third", "second", "*first*")) {
            desk.press("n");
            desk.page().keyboard().type(body);
            desk.press("Control+Enter");
            assertThat(lines(desk).first()).containsText(body.replace("*", ""));
            desk.page().locator("h1").click();
        }
        assertThat(lines(desk).first().locator("em")).hasText("first");
        assertThat(desk.page().locator(".tab", new Page.LocatorOptions().setHasText("Notes")))
                .containsText("3");

        lines(desk).first().hover();
        desk.saves(
                "/notes/order",
                () -> desk.drag(lines(desk).first().locator("[data-grip]"), lines(desk).nth(2)));
        assertThat(lines(desk)).containsText(new String[] {"second", "third", "first"});
        desk.page().reload();
        assertThat(lines(desk)).containsText(new String[] {"second", "third", "first"});

        lines(desk).first().locator("[data-grip]").focus();
        desk.saves("/notes/order", () -> desk.press("ArrowDown"));
        assertThat(lines(desk)).containsText(new String[] {"third", "second", "first"});
        desk.page().reload();
        assertThat(lines(desk)).containsText(new String[] {"third", "second", "first"});

        lines(desk).nth(2).hover();
        lines(desk).nth(2).getByLabel("Pin: *first*").click();
        assertThat(lines(desk)).containsText(new String[] {"first", "third", "second"});
        lines(desk).nth(1).hover();
        lines(desk).nth(1).getByLabel("Delete: third").click();
        assertThat(lines(desk)).containsText(new String[] {"first", "second"});
        undoLast(desk);
        assertThat(lines(desk)).containsText(new String[] {"first", "third", "second"});
        desk.mustBeClean();
    }

    private static void undoLast(Window window) {
        window.page().locator(".toast-undo button").last().click();
    }

    private static Locator lines(Window desk) {
        return desk.page().locator("#note-lines > .note");
    }

    @Test
    void aNoteChangedByTwoLosesNeitherText() {
        note("Water with lemon", "preference", false);
        Window mia = desk(Cast.mia());
        Window paul = desk(Cast.paul());
        for (Window window : List.of(mia, paul)) {
            window.open(path + "/notes");
            lines(window).first().hover();
            lines(window).first().getByLabel("Edit").click();
            assertThat(window.page().locator(".note-edit textarea")).isFocused();
        }
        mia.page().locator(".note-edit textarea").fill("Water without lemon");
        mia.press("Control+Enter");
        assertThat(lines(mia).first()).containsText("Water without lemon");
        paul.page().locator(".note-edit textarea").fill("Sparkling water");
        paul.press("Control+Enter");
        assertThat(paul.page().locator(".note-edit")).containsText("Water without lemon");
        assertThat(paul.page().locator(".note-edit textarea")).hasValue("Sparkling water");
        paul.forgive("409");
        paul.mustBeClean();
        paul.button("Save mine").click();
        assertThat(lines(paul).first()).containsText("Sparkling water");
    }

    @Test
    void aPhotoIsChosenAndTagsAreTicked() {
        Cast.mia()
                .run(() -> choices.add(Choices.Kind.TAG, new ChoiceDetails("Photo club", "teal")));
        Window desk = desk(Cast.mia());
        desk.open(path);
        desk.press("l");
        desk.page().locator("#tags-menu").getByLabel("Photo club").check();
        assertThat(desk.page().locator("#record-tags")).containsText("Photo club");
        desk.mustBeClean();
        desk.press("Escape");
        assertThat(desk.page().locator("#tags-menu")).isHidden();

        desk.page().locator("#status-select").selectOption("Active");
        assertThat(desk.page().locator("#toasts")).containsText("Status is now Active");

        desk.page().locator("#record-face").click();
        assertThat(desk.page().locator("#dialog")).isVisible();
        desk.mustBeClean();
        desk.page()
                .locator("#photo-file")
                .setInputFiles(
                        new FilePayload(
                                "me.png",
                                "image/png",
                                Pictures.plain("png", 600, 400, Color.ORANGE)));
        assertThat(desk.page().locator("#photo-dialog")).isVisible();
        desk.mustBeClean();
        desk.page().locator("[data-crop-save]").click();
        assertThat(desk.page().locator("#record-face img")).isVisible();
        assertThat(desk.page().locator("#toasts")).containsText("Photo saved");
        undoLast(desk);
        assertThat(desk.page().locator("#record-face img")).hasCount(0);
        assertThat(desk.page().locator("#record-tags")).containsText("Photo club");
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "PHONE,DARK"})
    void itIsCleanOnEveryScreen(Browser.Screen screen, ColorScheme scheme) {
        weigh();
        note("Latex. Use nitrile gloves.", "allergy", true);
        note("Formula: 7/1 + 8/0 (2:1)\n\n- 20 vol\n- 35 min", "general", false);
        Window window = browser.window(Cast.url(), screen, scheme);
        signIn(window, Cast.mia());
        for (String part :
                List.of(
                        "",
                        "/notes",
                        "/notes?reorder",
                        "/history",
                        "/edit",
                        "/photo",
                        "/weights/new")) {
            window.open(path + part);
            window.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            window.mustBeClean();
            window.wholeShot("profile-" + screen + "-" + scheme + part.replaceAll("\\W", "-"));
        }
        UUID long1 =
                create(
                        "Wolfeschlegelsteinhausenbergerdorff-Maximiliane",
                        "von und zu Hohenstaufen-Schwarzburg-Sondershausen",
                        "+49 30 123456");
        UUID rtl = create("محمد عبد الرحمن", "الفاروقي", "+971 50 123 4567");
        for (UUID id : List.of(long1, rtl)) {
            window.open("/customers/" + id);
            window.mustBeClean();
        }
    }

    private void weigh() {
        Cast.mia()
                .run(() -> {
                    var now = businesses.current();
                    businesses.change(
                            new BusinessSettings(
                                    now.name(),
                                    now.kind(),
                                    now.country(),
                                    now.currency(),
                                    now.zone().getId(),
                                    now.language(),
                                    now.languages(),
                                    Set.of(Feature.WEIGHT),
                                    now.requireLastName()),
                            now.version());
                });
    }

    @Test
    void theBarStaysThinAndHidesNothingFocused() {
        for (int i = 0; i < 12; i++) {
            note("Note " + i, "general", false);
        }
        for (Window window : List.of(browser.desktop(Cast.url()), browser.phone(Cast.url()))) {
            signIn(window, Cast.mia());
            window.open(path + "/notes");
            Page page = window.page();
            page.evaluate("scrollTo(0, document.body.scrollHeight)");
            double bar = page.locator(".record-bar").boundingBox().height;
            org.assertj.core.api.Assertions.assertThat(bar)
                    .isLessThanOrEqualTo(page.viewportSize().width > 720 ? 48.5 : 88.5);
            lines(window).first().locator("[data-grip]").focus();
            assertThat(lines(window).first().locator("[data-grip]")).isInViewport();
            page.waitForFunction( // on a busy machine the scroll comes a moment later
                    "bar => document.activeElement.getBoundingClientRect().y > bar", bar);
        }
    }

    private Window desk(Cast.Person who) {
        Window window = browser.desktop(Cast.url());
        signIn(window, who);
        return window;
    }

    private static void signIn(Window window, Cast.Person who) {
        var cookie = new Cookie("clientele", who.session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
    }
}
