package app.clientele.customers.list;

import static app.clientele.customers.list.CustomerListTests.filter;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldTests;
import app.clientele.customers.custom.CustomFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Going through the list page by page meets everybody once, forward and backward. */
@ClienteleTest
class CustomerListPagingTests {
    @Autowired private CustomerList list;
    @Autowired private Customers customers;
    @Autowired private Choices choices;
    @Autowired private CustomFields fields;

    static Stream<CustomerSort> sorts() {
        return Stream.of(
                        "name",
                        "name_descending",
                        "number",
                        "newest",
                        "oldest",
                        "recently_updated",
                        "updated",
                        "birthday",
                        "customFields.score",
                        "customFields.score.descending",
                        "customFields.nobodys")
                .map(name -> CustomerSort.of(name).orElseThrow());
    }

    @BeforeEach
    void people() {
        Cast.mia()
                .run(() -> {
                    if (list.count(filter(list)) == 0) {
                        choices.add(Choices.Kind.TAG, new Choices.ChoiceDetails("VIP", "purple"));
                        fields.add(CustomFieldTests.details("Score", CustomField.Type.NUMBER));
                        fields.add(CustomFieldTests.details("Nobodys", CustomField.Type.TEXT));
                        for (int i = 0; i < 7; i++) {
                            String day = i % 2 == 0 ? "1980-02-0" + (i + 1) : "--11-30";
                            var person = People.named("Name" + i / 2, "Same").tag("VIP");
                            Object score = i % 3 - 1;
                            customers.create(
                                    (i < 5 ? person.born(day) : person)
                                            .details()
                                            .with(d -> {
                                                if ((int) score != 0) {
                                                    d.customFields = Map.of("score", score);
                                                }
                                            }));
                        }
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void showsEachOnceInEveryOrderWhileOthersCome(CustomerSort sort) {
        Cast.mia()
                .run(() -> {
                    for (String params :
                            List.of(
                                    "deactivated=with",
                                    "hasPhone=false&tag=VIP&deactivated=with")) {
                        CustomerFilter filter = filter(list, params.split("&"));
                        Set<UUID> there = Set.copyOf(list.all(filter, null, 1000));
                        List<UUID> seen = walk(filter, sort);
                        assertThat(seen).doesNotHaveDuplicates().containsAll(there);
                    }
                });
    }

    private List<UUID> walk(CustomerFilter filter, CustomerSort sort) {
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        int comers = 0;
        do {
            var slice = list.page(filter, sort, cursor, 2).slice();
            assertThat(slice.previous() == null).isEqualTo(cursor == null);
            seen.addAll(slice.rows().stream().map(CustomerRow::id).toList());
            cursor = slice.next();
            if (comers++ < 3) {
                customers.create(People.named("New" + sort, "Comer" + comers).tag("VIP").details());
            }
        } while (cursor != null);
        return seen;
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void goesBackTheWayItCame(CustomerSort sort) {
        Cast.mia()
                .run(() -> {
                    CustomerFilter filter = filter(list, "deactivated=with");
                    var first = list.page(filter, sort, null, 2).slice();
                    var second = list.page(filter, sort, first.next(), 2).slice();
                    var third = list.page(filter, sort, second.next(), 1).slice();
                    assertThat(list.page(filter, sort, third.previous(), 2).slice().rows())
                            .isEqualTo(second.rows());
                    assertThat(list.page(filter, sort, second.previous(), 2).slice().rows())
                            .isEqualTo(first.rows());
                    assertThat(list.page(filter, sort, second.previous(), 2).slice().previous())
                            .isNull();
                });
    }
}
