package app.clientele.customers.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.ProfileLocked;
import app.clientele.customers.custom.CustomField.Option;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.custom.CustomFieldDetails.OptionDetails;
import app.clientele.customers.history.History;
import app.clientele.customers.history.Restoration;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A business defines fields of its own, and customers have values in them. */
@ClienteleTest
public class CustomFieldTests {
    @Autowired private CustomFields fields;
    @Autowired private Customers customers;
    @Autowired private History history;
    @Autowired private Restoration restoration;
    @Autowired private Locks locks;

    public static CustomFieldDetails details(String label, Type type, String... options) {
        return new CustomFieldDetails(
                null,
                label,
                type,
                null,
                null,
                false,
                false,
                false,
                Arrays.stream(options).map(o -> new OptionDetails(null, o, false)).toList());
    }

    private static CustomFieldDetails required(String label) {
        return new CustomFieldDetails(
                null, label, Type.TEXT, null, null, true, false, false, List.of());
    }

    private CustomField add(String label, Type type, String... options) {
        return Cast.mia().call(() -> fields.get(fields.add(details(label, type, options))));
    }

    private UUID customer(Map<String, Object> values) {
        return Cast.mia()
                .call(() ->
                        customers
                                .create(
                                        CustomerDetails.of(d -> {
                                            d.firstName = "Ada";
                                            d.customFields = values;
                                        }))
                                .id());
    }

    private Map<String, Object> values(UUID customer) {
        return Cast.mia().call(() -> customers.get(customer).details().customFields());
    }

    private void set(UUID customer, Map<String, Object> values) {
        Cast.mia().run(() -> customers.change(customer, p -> p.with(d -> d.customFields = values)));
    }

    @Test
    void keysComeFromLabelsAndAreNeverUsedTwice() {
        CustomField skin = add("Skin type?", Type.CHOICE, "Dry", "Très sèche", "乾燥");
        assertThat(skin.key()).isEqualTo("skin_type");
        assertThat(skin.options())
                .extracting(Option::key)
                .containsExactly("dry", "tres_seche", "option");
        assertThat(add("アレルギー", Type.TEXT).key()).isEqualTo("field");
        assertThat(add("2nd visit", Type.DATE).key()).isEqualTo("field_2nd_visit");
        Cast.mia().run(() -> fields.delete(skin.id()));
        assertThat(add("Skin type", Type.TEXT).key()).isEqualTo("skin_type_2");
        assertThat(ChangeLog.of(Cast.mia().business(), skin.id()))
                .first()
                .isEqualTo("insert by Mia Okafor");
    }

    @Test
    void valuesOfEveryTypeAreBroughtIntoOneForm() {
        String text = add("Plate", Type.TEXT).key();
        String story = add("Story", Type.LONG_TEXT).key();
        String number = add("Height", Type.NUMBER).key();
        String day = add("Patch test", Type.DATE).key();
        String yes = add("Newsletter by post", Type.YES_NO).key();
        String one = add("Tea", Type.CHOICE, "Green", "Black, with milk").key();
        String some = add("Sports", Type.CHOICES, "Run", "Swim", "Row, far").key();
        UUID ada =
                customer(
                        Map.of(
                                text, " AB-12 ",
                                story, "Two\nlines",
                                number, "1.234,50",
                                day, "2026-02-28",
                                yes, "No",
                                one, "black, with milk",
                                some, "row, far; Run"));

        assertThat(values(ada))
                .containsEntry(text, "AB-12")
                .containsEntry(story, "Two\nlines")
                .containsEntry(number, new java.math.BigDecimal("1234.5"))
                .containsEntry(day, "2026-02-28")
                .containsEntry(yes, false)
                .containsEntry(one, "black_with_milk")
                .containsEntry(some, List.of("run", "row_far"));

        set(ada, Map.of(number, 12L, some, List.of("swim", "swim")));
        assertThat(values(ada)).isEqualTo(Map.of(number, 12, some, List.of("swim")));
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(
                        Map.of(text, "x".repeat(201)),
                        Map.of(text, "4111 1111 1111 1111"),
                        Map.of(text, 5),
                        Map.of(text, Map.of("a", "b")),
                        Map.of(number, "1,000"),
                        Map.of(number, "twelve"),
                        Map.of(number, "1e999999999"),
                        Map.of(number, 1234567890123456L),
                        Map.of(day, "2026-02-30"),
                        Map.of(day, "+12026-02-20"),
                        Map.of(yes, "perhaps"),
                        Map.of(one, "Coffee"),
                        Map.of(some, "Run, Fly"),
                        Map.of(some, List.of(3)))) {
            String key = wrong.keySet().iterator().next();
            assertThatThrownBy(() -> set(ada, wrong))
                    .as("%s", wrong)
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e ->
                                    assertThat(e.problems().getFirst().field())
                                            .isEqualTo("customFields." + key));
        }
        assertThatThrownBy(() -> set(ada, Map.of("nothing_such", "x")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void aRequiredFieldIsAskedForWhenSomebodyIsWrittenDownAndThenStays() {
        UUID before = customer(Map.of());
        CustomField field = Cast.mia().call(() -> fields.get(fields.add(required("Consent no."))));
        assertThatThrownBy(() -> customer(Map.of())).isInstanceOf(Invalid.class);
        UUID after = customer(Map.of(field.key(), "17"));
        Cast.mia().run(() -> customers.change(before, p -> p.with(d -> d.pronouns = "ze")));
        assertThatThrownBy(() -> set(after, Map.of()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("required");
        Cast.mia().run(() -> fields.archive(field.id(), true));
        customer(Map.of());
        set(after, Map.of());
    }

    @Test
    void anOptionIsRenamedForEverybodyAndGoesOnlyWhenNobodyHasIt() {
        CustomField field = add("Coat", Type.CHOICE, "Red", "Blue");
        UUID ada = customer(Map.of(field.key(), "Red"));
        change(
                field,
                new OptionDetails("red", "Crimson", true),
                new OptionDetails(null, "Green", false));
        CustomField now = Cast.mia().call(() -> fields.get(field.id()));
        assertThat(now.options())
                .containsExactly(
                        new Option("red", "Crimson", true), new Option("green", "Green", false));
        assertThat(values(ada)).containsEntry(field.key(), "red");
        assertThatThrownBy(() -> change(now, new OptionDetails("green", "Green", false)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> change(field, new OptionDetails("red", "Late", false)))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() ->
                        change(
                                now,
                                new OptionDetails("red", "Same", false),
                                new OptionDetails(null, "same", false)))
                .isInstanceOf(Invalid.class);
        assertThat(ChangeLog.of(Cast.mia().business(), field.id()).getLast()).contains("options=");
    }

    private void change(CustomField field, OptionDetails... options) {
        var details =
                new CustomFieldDetails(
                        null,
                        field.label(),
                        field.type(),
                        null,
                        null,
                        false,
                        false,
                        false,
                        List.of(options));
        Cast.mia().run(() -> fields.change(field.id(), details, field.version()));
    }

    @Test
    void whatIsInUseIsArchivedNotDeleted() {
        CustomField field = add("Locker", Type.TEXT);
        UUID ada = customer(Map.of(field.key(), "7"));
        assertThat(Cast.mia().call(() -> fields.uses())).containsEntry(field.id(), 1);
        assertThatThrownBy(() -> Cast.mia().run(() -> fields.delete(field.id())))
                .isInstanceOf(Refused.class);
        Cast.mia().run(() -> fields.archive(field.id(), true));
        assertThat(values(ada)).containsEntry(field.key(), "7");
        Cast.mia().run(() -> customers.change(ada, p -> p.with(d -> d.lastName = "Byron")));
        assertThat(values(ada)).containsEntry(field.key(), "7");
        set(ada, Map.of());
        Cast.mia().run(() -> fields.delete(field.id()));
        assertThat(Cast.mia().call(() -> fields.all(true)))
                .noneMatch(f -> f.id().equals(field.id()));
    }

    @Test
    void historyTellsEachFieldApartAndPutsOneBack() {
        String shoe = add("Shoe", Type.NUMBER).key();
        String gift = add("Gift", Type.TEXT).key();
        UUID ada = customer(Map.of(shoe, 39, gift, "Vase"));
        set(ada, Map.of(shoe, 40));
        set(ada, Map.of(shoe, 41, gift, "Tea"));
        Cast.mia()
                .run(() -> {
                    var filter = new History.Filter("customer.customFields." + gift, null);
                    var all = history.of(ada, filter, null, 10).items();
                    assertThat(all).hasSize(2);
                    assertThat(all.getFirst().fields())
                            .extracting(
                                    History.FieldChange::field,
                                    History.FieldChange::before,
                                    History.FieldChange::after)
                            .containsExactlyInAnyOrder(
                                    org.assertj.core.groups.Tuple.tuple(
                                            "customFields." + shoe, "40", "41"),
                                    org.assertj.core.groups.Tuple.tuple(
                                            "customFields." + gift, null, "Tea"));
                    assertThat(all.getFirst().fields().getFirst().custom()).isNotNull();
                    restoration.putBack(ada, all.getLast().id(), "customFields." + gift);
                });
        assertThat(values(ada)).isEqualTo(Map.of(shoe, 41, gift, "Vase"));
        assertThat(ChangeLog.of(Cast.mia().business(), ada))
                .containsExactly(
                        "insert by Mia Okafor",
                        "update by Mia Okafor: custom.gift=Vase, custom.shoe=39",
                        "update by Mia Okafor: custom.gift=null, custom.shoe=40",
                        "update by Mia Okafor: custom.gift=Tea");
    }

    @Test
    void aLockCoversThem() {
        String key = add("Secret", Type.TEXT).key();
        UUID ada = customer(Map.of());
        Cast.mia().run(() -> locks.lock(ada, new Locks.LockDetails("Asked")));
        assertThatThrownBy(() ->
                        Cast.dora()
                                .run(() ->
                                        customers.change(
                                                ada,
                                                p ->
                                                        p.with(d ->
                                                                d.customFields =
                                                                        Map.of(key, "x")))))
                .isInstanceOf(ProfileLocked.class);
    }

    @Test
    void onlyWhoMayDoesIt() {
        assertThatThrownBy(() -> Cast.dora().run(() -> fields.add(details("Mine", Type.TEXT))))
                .isInstanceOf(NotAllowed.class);
        CustomField field = add("Ours", Type.TEXT);
        assertThatThrownBy(() -> Cast.otto().run(() -> fields.get(field.id())))
                .isInstanceOf(app.clientele.shared.NotFound.class);
        assertThat(Cast.otto().call(() -> fields.all(true))).isEmpty();
    }
}
