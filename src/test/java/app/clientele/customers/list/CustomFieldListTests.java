package app.clientele.customers.list;

import static app.clientele.customers.list.CustomerListTests.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.custom.CustomFieldTests;
import app.clientele.customers.custom.CustomFields;
import app.clientele.shared.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list is narrowed and sorted by custom fields. */
@ClienteleTest
class CustomFieldListTests {
    @Autowired private CustomerList list;
    @Autowired private Customers customers;
    @Autowired private CustomFields fields;

    @BeforeEach
    void people() {
        Cast.mia()
                .run(() -> {
                    if (!fields.all(true).isEmpty()) {
                        return;
                    }
                    fields.add(CustomFieldTests.details("Plate", Type.TEXT));
                    fields.add(CustomFieldTests.details("Points", Type.NUMBER));
                    fields.add(CustomFieldTests.details("Test", Type.DATE));
                    fields.add(CustomFieldTests.details("Post", Type.YES_NO));
                    fields.add(CustomFieldTests.details("Skin", Type.CHOICE, "Dry", "Oily"));
                    fields.add(CustomFieldTests.details("Pets", Type.CHOICES, "Cat", "Dog"));
                    fields.add(CustomFieldTests.details("Story", Type.LONG_TEXT));
                    person("Ada", Map.of("plate", "Émile 12", "points", -3, "skin", "dry"));
                    person("Bea", Map.of("plate", "emil", "points", 10.5, "post", true));
                    person("Cem", Map.of("points", 9, "test", "2026-01-05", "pets", "Cat, Dog"));
                    person("Dan", Map.of("test", "2025-12-31", "pets", "Dog", "skin", "oily"));
                    person("Eva", Map.of("story", "Long", "post", false));
                });
    }

    private void person(String name, Map<String, Object> values) {
        customers.create(
                CustomerDetails.of(d -> {
                    d.firstName = name;
                    d.customFields = values;
                }));
    }

    private List<String> found(String... params) {
        return Cast.mia()
                .call(() -> {
                    var filter = filter(list, params);
                    List<String> names =
                            list.page(filter, null, null, 50).slice().rows().stream()
                                    .map(CustomerRow::name)
                                    .toList();
                    assertThat(list.count(filter)).isEqualTo(names.size());
                    return names;
                });
    }

    @Test
    void findsByEveryType() {
        assertThat(found("customFields.plate=ÉMIL")).containsExactly("Bea");
        assertThat(found("customFields.plate.starts=emil")).containsExactly("Ada", "Bea");
        assertThat(found("customFields.points=9")).containsExactly("Cem");
        assertThat(found("customFields.points.from=-3", "customFields.points.to=9,0"))
                .containsExactly("Ada", "Cem");
        assertThat(found("customFields.points.from=9.5")).containsExactly("Bea");
        assertThat(found("customFields.test.to=2025-12-31")).containsExactly("Dan");
        assertThat(found("customFields.post=false")).containsExactly("Eva");
        assertThat(found("customFields.skin=dry", "customFields.skin=Oily"))
                .containsExactly("Ada", "Dan");
        assertThat(found("customFields.pets=cat")).containsExactly("Cem");
        assertThat(found("customFields.pets=dog", "customFields.test.has=true"))
                .containsExactly("Cem", "Dan");
        assertThat(found("customFields.story.has=true")).containsExactly("Eva");
        assertThat(found("customFields.points.has=false")).containsExactly("Dan", "Eva");
        assertThat(found("q=Cem", "customFields.points.has=true")).containsExactly("Cem");
    }

    @Test
    void namesWhatCannotBeRead() {
        for (String wrong :
                List.of(
                        "customFields.nothing=1",
                        "customFields.story=Long",
                        "customFields.plate.from=a",
                        "customFields.points=many",
                        "customFields.skin=Wet",
                        "customFields.post.has=perhaps")) {
            String name = wrong.split("=")[0];
            assertThatThrownBy(() -> found(wrong))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.problems().getFirst().field()).isEqualTo(name));
        }
        assertThat(ListQuery.parse("customFields.skin=dry&sort=customFields.points").toString())
                .isEqualTo("customFields.skin=dry&sort=customFields.points");
    }

    private List<String> sorted(String sort, String... params) {
        return Cast.mia()
                .call(() ->
                        list
                                .page(
                                        filter(list, params),
                                        CustomerSort.of(sort).orElseThrow(),
                                        null,
                                        50)
                                .slice()
                                .rows()
                                .stream()
                                .map(CustomerRow::name)
                                .toList());
    }

    @Test
    void sortsEitherWayWithThoseWithoutLast() {
        assertThat(sorted("customFields.points"))
                .containsExactly("Ada", "Cem", "Bea", "Dan", "Eva");
        assertThat(sorted("customFields.points.descending"))
                .containsExactly("Bea", "Cem", "Ada", "Eva", "Dan");
        assertThat(sorted("customFields.test", "createdVia=page"))
                .containsExactly("Dan", "Cem", "Ada", "Bea", "Eva");
        assertThat(sorted("customFields.pets")).containsExactly("Ada", "Bea", "Cem", "Dan", "Eva");
    }

    @Test
    void knowsTheNeighboursInSuchAnOrder() {
        Cast.mia()
                .run(() -> {
                    var order = CustomerSort.of("customFields.points").orElseThrow();
                    var rows = list.page(filter(list), order, null, 50).slice().rows();
                    var near = list.neighbours(filter(list), order, rows.get(2).id());
                    assertThat(near.previous()).isEqualTo(rows.get(1).id());
                    assertThat(near.next()).isEqualTo(rows.get(3).id());
                });
    }
}
