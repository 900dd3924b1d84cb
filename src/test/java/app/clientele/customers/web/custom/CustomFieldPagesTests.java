package app.clientele.customers.web.custom;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFieldDetails.OptionDetails;
import app.clientele.customers.custom.CustomFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Custom fields on pages: defined in the settings, filled in on profiles, shown in the list. */
@ClienteleTest
class CustomFieldPagesTests {
    @Autowired private CustomFields fields;
    @Autowired private Customers customers;
    @Autowired private JsonMapper json;

    private CustomField field(String label, CustomField.Type type, String... options) {
        var details =
                new CustomFieldDetails(
                        null,
                        label,
                        type,
                        "Help for " + label,
                        "Care",
                        false,
                        false,
                        false,
                        Arrays.stream(options)
                                .map(o -> new OptionDetails(null, o, false))
                                .toList());
        return Cast.mia().call(() -> fields.get(fields.add(details)));
    }

    private Customer customer(String name, Map<String, Object> values) {
        return Cast.mia()
                .call(() ->
                        customers.create(
                                CustomerDetails.of(d -> {
                                    d.firstName = name;
                                    d.customFields = values;
                                })));
    }

    private Customer now(Customer customer) {
        return Cast.mia().call(() -> customers.get(customer.id()));
    }

    private String[] edit(Customer of, String names, String... more) {
        List<String> all =
                new java.util.ArrayList<>(
                        List.of(
                                "_fields",
                                names,
                                "_base",
                                json.writeValueAsString(of.details()),
                                "_version",
                                String.valueOf(of.version())));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void theGlanceBesideTheListTellsWhatIsFilledIn() {
        CustomField tea = field("Tea " + UUID.randomUUID(), CustomField.Type.TEXT);
        CustomField empty = field("Robe " + UUID.randomUUID(), CustomField.Type.TEXT);
        Customer ada = customer("Ada", Map.of(tea.key(), "Pepper <b>mint"));

        assertThat(Cast.dora().pages().part("/customers/" + ada.id() + "/peek").body())
                .contains(tea.label(), "Pepper &lt;b&gt;mint")
                .doesNotContain(empty.label());
    }

    @Test
    void aFieldIsDefinedRenamedReorderedArchivedAndDeleted() {
        PageClient mia = Cast.mia().pages();
        Answer added =
                mia.post(
                        "/settings/fields/new",
                        "label",
                        "Oil",
                        "type",
                        "choice",
                        "section",
                        "Care",
                        "_options",
                        "Almond\r\n\r\n Rose ");
        assertThat(added.status()).isEqualTo(303);
        CustomField oil =
                Cast.mia()
                        .call(() ->
                                fields.all(true).stream()
                                        .filter(f -> f.label().equals("Oil"))
                                        .findFirst()
                                        .orElseThrow());
        assertThat(oil.options())
                .extracting(CustomField.Option::label)
                .containsExactly("Almond", "Rose");
        String path = "/settings/fields/" + oil.id();
        assertThat(mia.get(path).body()).contains("Almond").contains("oil");

        Answer moved =
                mia.post(
                        path,
                        "label",
                        "Oil",
                        "_option.key",
                        "almond",
                        "_option.label",
                        "Almond",
                        "_option.key",
                        "rose",
                        "_option.label",
                        "Rose",
                        "_move",
                        "1,-1",
                        "_version",
                        "1");
        assertThat(moved.body().indexOf("value=\"rose\""))
                .isLessThan(moved.body().indexOf("value=\"almond\""));
        mia.post(
                path,
                "label",
                "Massage oil",
                "_option.key",
                "rose",
                "_option.label",
                "Damask rose",
                "_option.key",
                "almond",
                "_option.label",
                "Almond",
                "_option.archived",
                "almond",
                "_options",
                "Neroli",
                "_version",
                "1");
        assertThat(Cast.mia().call(() -> fields.get(oil.id())).options())
                .containsExactly(
                        new CustomField.Option("rose", "Damask rose", false),
                        new CustomField.Option("almond", "Almond", true),
                        new CustomField.Option("neroli", "Neroli", false));
        assertThat(ChangeLog.of(Cast.mia().business(), oil.id())).hasSize(2);
        Answer late = mia.post(path, "label", "Late", "_version", "1");
        assertThat(late.status()).isEqualTo(422);
        late = mia.post(path, "label", "Late", "_options", "A", "_version", "1");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Late");

        assertThat(mia.post(path + "/archiving").status()).isEqualTo(303);
        assertThat(Cast.mia().call(() -> fields.get(oil.id())).archived()).isTrue();
        mia.post("/undo/field-" + oil.id());
        assertThat(Cast.mia().call(() -> fields.get(oil.id())).archived()).isFalse();
        mia.post(path + "/removal");
        assertThat(mia.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidBesideIt() {
        PageClient mia = Cast.mia().pages();
        Answer wrong = mia.post("/settings/fields/new", "label", " ", "type", "choice");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("f-label-help");
        field("Once", CustomField.Type.TEXT);
        assertThat(mia.post("/settings/fields/new", "label", "once", "type", "text").status())
                .isEqualTo(422);
        CustomField used = field("Used", CustomField.Type.TEXT);
        customer("Una", Map.of(used.key(), "x"));
        Answer kept = mia.post("/settings/fields/" + used.id() + "/removal");
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.body()).contains("Archive it instead");
    }

    @Test
    void theProfileShowsAndEditsThemInPlace() {
        CustomField tea = field("Tea", CustomField.Type.CHOICE, "Green", "Black");
        CustomField size = field("Size", CustomField.Type.NUMBER);
        CustomField days = field("Days", CustomField.Type.CHOICES, "Mon", "Tue");
        Customer ada = customer("Ada", Map.of(tea.key(), "green"));
        String path = "/customers/" + ada.id();
        PageClient mia = Cast.mia().pages();
        assertThat(mia.get(path).body()).contains("Care").contains("Tea").contains("Green");

        String place = path + "/custom/" + size.id();
        assertThat(mia.part(place + "/edit").body())
                .contains("name=\"" + size.path() + "\"")
                .contains("Help for Size");
        Answer wrong = mia.postPart(place, edit(ada, size.path(), size.path(), "big"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"big\"");
        assertThat(mia.postPart(place, edit(ada, size.path(), size.path(), "38,5")).body())
                .contains("38.5");
        assertThat(now(ada).details().customFields()).hasSize(2);

        String several = path + "/custom/" + days.id();
        Customer then = now(ada);
        mia.postPart(
                several,
                edit(then, days.path(), days.path() + "[]", "tue", days.path() + "[]", "mon"));
        assertThat(now(ada).details().customFields())
                .containsEntry(days.key(), List.of("mon", "tue"));
        mia.postPart(several, edit(now(ada), days.path()));
        assertThat(now(ada).details().customFields()).doesNotContainKey(days.key());
        Answer clash =
                mia.postPart(
                        path + "/custom/" + tea.id(), edit(then, tea.path(), tea.path(), "black"));
        assertThat(clash.status()).isEqualTo(200);
        assertThat(ChangeLog.of(Cast.mia().business(), ada.id()).getLast())
                .isEqualTo("update by Mia Okafor: custom.tea=green");
        Answer late =
                mia.postPart(path + "/custom/" + tea.id(), edit(then, tea.path(), tea.path(), ""));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Black");
        assertThat(mia.get(path + "/history").body()).contains("Tea changed");
        assertThat(mia.get(path + "/history?field=customer.customFields." + size.key()).body())
                .contains("38.5")
                .doesNotContain("Tea changed");
    }

    @Test
    void theWholeFormHasThemToo() {
        CustomField shoe = field("Shoe", CustomField.Type.NUMBER);
        CustomField post = field("Post", CustomField.Type.YES_NO);
        PageClient mia = Cast.mia().pages();
        assertThat(mia.get("/customers/new").body()).contains("name=\"" + shoe.path() + "\"");
        Answer wrong = mia.post("/customers/new", "firstName", "Bo", shoe.path(), "many");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"many\"");
        Answer made =
                mia.post(
                        "/customers/new",
                        "firstName",
                        "Bo",
                        shoe.path(),
                        "44",
                        post.path(),
                        "false");
        String path = made.location();
        Customer bo =
                Cast.mia()
                        .call(() ->
                                customers.get(
                                        java.util.UUID.fromString(
                                                path.substring(path.lastIndexOf('/') + 1))));
        assertThat(bo.details().customFields())
                .isEqualTo(Map.of(shoe.key(), 44, post.key(), false));
        String names = shoe.path() + "," + post.path();
        mia.post(
                path + "/edit",
                edit(bo, names, "firstName", "Bo", shoe.path(), "44", post.path(), ""));
        assertThat(now(bo).details().customFields()).isEqualTo(Map.of(shoe.key(), 44));
    }

    @Test
    void theListShowsNarrowsSortsAndExportsThem() {
        CustomField level = field("Level", CustomField.Type.CHOICE, "Low; tide", "High, tide");
        CustomField age = field("Age of dog", CustomField.Type.NUMBER);
        customer("Lia", Map.of(level.key(), "Low; tide", age.key(), 4));
        customer("Moe", Map.of(level.key(), "High, tide", age.key(), 11));
        PageClient mia = Cast.mia().pages();
        mia.post(
                "/customers/display",
                "columns",
                "phone",
                "columns",
                level.path(),
                "density",
                "cosy");
        Answer list = mia.get("/customers?" + level.path() + "=high_tide");
        assertThat(list.body())
                .contains("Level: High, tide")
                .contains("sort=" + level.path())
                .contains("Moe")
                .doesNotContain(">Lia<");
        assertThat(mia.get("/customers?" + age.path() + ".from=5&" + age.path() + ".to=12").body())
                .contains("Age of dog from 5 to 12");
        assertThat(mia.get("/customers?" + age.path() + ".has=false").body())
                .contains("Age of dog is empty");
        assertThat(mia.get("/customers?customFields.gone=1").body()).contains("role=\"status\"");
        assertThat(mia.get("/customers?sort=customFields.gone").status()).isEqualTo(200);
        assertThat(mia.get("/customers/filter/custom/" + age.id() + "?status=x").body())
                .contains("name=\"" + age.path() + ".from\"");
        assertThat(mia.get("/customers/filter/custom/" + level.id()).body()).contains("Low; tide");
        String csv = mia.get("/customers/export.csv?" + age.path() + ".from=1").body();
        assertThat(csv).contains("Level,Age of dog").contains("Low; tide").contains(",11");
        assertThat(
                        mia.post(
                                        "/customers/views",
                                        "name",
                                        "High",
                                        "query",
                                        level.path() + "=high_tide")
                                .status())
                .isEqualTo(303);
    }
}
