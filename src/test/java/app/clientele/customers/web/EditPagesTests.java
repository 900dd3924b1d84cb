package app.clientele.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerTags;
import app.clientele.customers.Customers;
import app.clientele.customers.choices.Choices;
import app.clientele.site.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** The form by itself and between two people. */
@ClienteleTest
class EditPagesTests {
    @Autowired private Customers customers;
    @Autowired private CustomerTags tags;
    @Autowired private Choices choices;
    @Autowired private Input input;

    private String path = "";
    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = Drafts.ada(input, customers);
        path = "/customers/" + ada;
    }

    @Test
    void sentAsItCameItChangesNothing() {
        var log = ChangeLog.of(Cast.mia().business(), ada);
        Answer answer = send(Cast.mia(), form(Cast.mia()));
        assertThat(answer.location()).isEqualTo(path);
        assertThat(ChangeLog.of(Cast.mia().business(), ada)).isEqualTo(log);
    }

    @Test
    void everyFieldArrives() {
        var form = form(Cast.mia());
        form.put("middleName", "Augusta");
        form.put("displayName", "The Countess");
        form.put("phones[1].number", "031-12 34 56");
        form.put("phones[1].kind", "day");
        form.put("_primary.phones", "1");
        form.put("emails[0].address", "");
        form.put("_birthday.day", "29");
        form.put("_birthday.month", "02");
        form.put("_birthday.year", "");
        form.put("_gender", "own");
        form.put("_gender.own", "Enchantress");
        form.put("language", "sv");
        form.put("customerSince", "2020-02-29");
        form.put("referredBy.name", "Mr Babbage");
        form.put("externalId", "A-1");
        send(Cast.mia(), form);

        var details = record().details();
        assertThat(details.displayName()).isEqualTo("The Countess");
        assertThat(details.emails()).isEmpty();
        assertThat(details.phones()).hasSize(2);
        assertThat(details.phones().get(1).primary()).isTrue();
        assertThat(details.birthday()).hasToString("--02-29");
        assertThat(details.gender()).isEqualTo("Enchantress");
        assertThat(details.customerSince()).hasToString("2020-02-29");
        assertThat(details.referredBy()).hasFieldOrPropertyWithValue("name", "Mr Babbage");
        assertThat(details.addresses()).hasSize(1);
        assertThat(ChangeLog.of(Cast.mia().business(), ada))
                .anyMatch(line -> line.startsWith("update by Mia Okafor: "));
    }

    @Test
    void whatIsWrongIsSaidBesideItAndNothingTypedIsLost() {
        var form = form(Cast.mia());
        form.put("firstName", " ");
        form.put("lastName", "Byron & Sons");
        form.put("emails[0].address", "nonsense");
        form.put("_birthday.day", "31");
        form.put("_birthday.month", "02");
        Answer answer = send(Cast.mia(), form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"f-firstName-help\"", "id=\"f-emails[0].address-help\"")
                .contains("value=\"nonsense\"", "Byron &amp; Sons", "id=\"f-birthday-help\"");
    }

    /** What the form carries along hidden comes back from outside like the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{", "1", "\"\"", "", "{\"firstName\":{}}"})
    void aHiddenFieldThatWasTamperedWithIsRefused(String base) {
        var form = form(Cast.mia());
        form.put("_base", base);
        assertThat(send(Cast.mia(), form).status()).isEqualTo(422);
    }

    @Test
    void rowsAreAddedAndTakenOutWithoutScripts() {
        var form = form(Cast.mia());
        form.put("emails[0].address", "typed@so.far");
        form.put("_add", "emails");
        Answer more = send(Cast.mia(), form);
        assertThat(more.body()).contains("emails[1].address", "typed@so.far", "autofocus");

        form.remove("_add");
        form.put("emails[1].address", "second@example.org");
        form.put("_remove", "emails.0");
        Answer less = send(Cast.mia(), form);
        assertThat(less.body()).contains("second@example.org").doesNotContain("typed@so.far");
        assertThat(record().details().emails()).hasSize(1);
    }

    @Test
    void whatOthersChangedElsewhereStays() {
        var mine = form(Cast.mia());
        var theirs = form(Cast.dora());
        theirs.put("pronouns", "they/them");
        send(Cast.dora(), theirs);
        mine.put("lastName", "King");
        assertThat(send(Cast.mia(), mine).status()).isEqualTo(303);
        assertThat(record().details().lastName()).isEqualTo("King");
        assertThat(record().details().pronouns()).isEqualTo("they/them");
    }

    @Test
    void theSameFieldTwiceIsAsked() {
        var mine = form(Cast.mia());
        var theirs = form(Cast.dora());
        theirs.put("lastName", "Byron");
        send(Cast.dora(), theirs);
        mine.put("lastName", "King");
        mine.put("middleName", "Augusta");

        Answer late = send(Cast.mia(), mine);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("Dora Lind wrote", "Byron", "King", "value=\"Augusta\"")
                .contains("_take.lastName");
        assertThat(record().details().lastName()).isEqualTo("Byron");

        var again = fields(late.body());
        again.put("_take.lastName", "theirs");
        assertThat(send(Cast.mia(), again).status()).isEqualTo(303);
        assertThat(record().details().lastName()).isEqualTo("Byron");
        assertThat(record().details().middleName()).isEqualTo("Augusta");
    }

    @Test
    void mineCanBeKept() {
        var mine = form(Cast.mia());
        var theirs = form(Cast.dora());
        theirs.put("lastName", "Byron");
        send(Cast.dora(), theirs);
        mine.put("lastName", "King");
        var again = fields(send(Cast.mia(), mine).body());
        again.put("_take.lastName", "mine");
        assertThat(send(Cast.mia(), again).status()).isEqualTo(303);
        assertThat(record().details().lastName()).isEqualTo("King");
    }

    @Test
    void ticksOfOthersStay() {
        UUID vip = tag("VIP");
        UUID regular = tag("Regular");
        Cast.mia().run(() -> tags.add(ada, regular));
        var mine = form(Cast.mia());
        Cast.dora().run(() -> tags.add(ada, vip));
        assertThat(mine.remove("tags[]")).startsWith("Regular");
        mine.put("pronouns", "she");
        send(Cast.mia(), mine);
        assertThat(record().details().tags()).singleElement().asString().startsWith("VIP");
    }

    private UUID tag(String name) {
        return Cast.mia()
                .call(() ->
                        choices.add(
                                Choices.Kind.TAG,
                                new Choices.ChoiceDetails(name + UUID.randomUUID(), null)));
    }

    @Test
    void aFormTamperedWithIsRefusedNotBroken() {
        var form = form(Cast.mia());
        form.put("_base", "{");
        assertThat(send(Cast.mia(), form).status()).isEqualTo(422);
        form.put("_base", "{}");
        form.put("_version", "x");
        form.put("lastName", "Z");
        assertThat(send(Cast.mia(), form).status()).isEqualTo(422);
        assertThat(Cast.mia().pages().post(path + "/edit", "firstName", "x").status())
                .isEqualTo(422);
    }

    @Test
    void oneDetailIsEditedInPlace() {
        var pages = Cast.dora().pages();
        var form = fields(pages.part(path + "/fields/name/edit").body());
        form.put("lastName", "King");
        Answer saved = pages.postPart(path + "/fields/name", flat(form));
        assertThat(saved.body()).contains("detail-saved", "King");
        assertThat(saved.header("HX-Trigger")).contains("/undo/", "record-changed");

        form.put("firstName", "");
        Answer wrong = pages.postPart(path + "/fields/name", flat(form));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("<form", "f-firstName-help");
    }

    @Test
    void aBrowserThatSendsThePartByItselfGetsAPage() {
        PageClient pages = Cast.mia().pages();
        var form = fields(pages.part(path + "/fields/name/edit").body());
        form.put("lastName", "King");
        Answer saved = pages.post(path + "/fields/name", flat(form));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.location()).endsWith(path);
        assertThat(record().details().lastName()).isEqualTo("King");
        form = fields(pages.part(path + "/fields/name/edit").body());
        form.put("firstName", " ");
        Answer wrong = pages.post(path + "/fields/name", flat(form));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).startsWith("<!DOCTYPE html>").contains("f-firstName-help");
    }

    @Test
    void inPlaceToTheSecondIsAsked() {
        var pages = Cast.dora().pages();
        var form = fields(pages.part(path + "/fields/gender/edit").body());
        var other = fields(Cast.mia().pages().part(path + "/fields/gender/edit").body());
        other.put("_gender", "Female");
        Cast.mia().pages().postPart(path + "/fields/gender", flat(other));
        form.put("_gender", "own");
        form.put("_gender.own", "Mathematician");
        Answer late = pages.postPart(path + "/fields/gender", flat(form));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Female", "Mathematician", "Mia Okafor wrote");
    }

    @Test
    void creatingShowsWhoItMayBe() {
        var pages = Cast.dora().pages();
        Answer hint =
                pages.postPart(
                        "/customers/new/duplicates",
                        "firstName",
                        "ada",
                        "lastName",
                        "LOVELACE",
                        "phones[0].number",
                        "0705550101");
        assertThat(hint.body()).contains("same phone", "same name", path);

        Answer made = pages.post("/customers/new", "firstName", "Grace", "_birthday.day", "");
        assertThat(made.status()).isEqualTo(303);
        assertThat(pages.get(made.location()).body()).contains("Created by Dora Lind");
        assertThat(pages.post("/customers/new", "firstName", "").status()).isEqualTo(422);
        assertThat(Cast.paul().pages().post("/customers/new", "firstName", "x").status())
                .isEqualTo(403);
    }

    @Test
    void peopleArePicked() {
        assertThat(Cast.dora().pages().part("/customers/pick?q=lovel").body())
                .contains("role=\"option\"", "Ada Lovelace");
    }

    private Customer record() {
        return Cast.mia().call(() -> customers.get(ada));
    }

    private Map<String, String> form(Cast.Person who) {
        return fields(who.pages().get(path + "/edit").body());
    }

    private Answer send(Cast.Person who, Map<String, String> form) {
        return who.pages().post(path + "/edit", flat(form));
    }

    private static String[] flat(Map<String, String> form) {
        List<String> flat = new ArrayList<>();
        form.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return flat.toArray(String[]::new);
    }

    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern SELECT =
            Pattern.compile("<select [^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN =
            Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected");

    /** What a browser would send of the form in the page. */
    private static Map<String, String> fields(String page) {
        int hidden = page.indexOf("name=\"_version\"");
        String html =
                page.substring(page.lastIndexOf("<form", hidden), page.indexOf("</form>", hidden));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            String attributes = " " + inputs.group(1) + " ";
            boolean ticks =
                    attributes.contains("type=\"checkbox\"")
                            || attributes.contains("type=\"radio\"");
            String name = attribute(attributes, "name");
            if (!name.isEmpty()
                    && !name.equals("_csrf")
                    && (!ticks || attributes.contains(" checked"))) {
                fields.put(name, attribute(attributes, "value"));
            }
        }
        Matcher selects = SELECT.matcher(html);
        while (selects.find()) {
            Matcher chosen = CHOSEN.matcher(selects.group());
            fields.put(
                    HtmlUtils.htmlUnescape(selects.group(1)),
                    chosen.find() ? HtmlUtils.htmlUnescape(chosen.group(1)) : "");
        }
        return fields;
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
