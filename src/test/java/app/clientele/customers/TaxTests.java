package app.clientele.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails.Tax;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.history.History;
import app.clientele.customers.history.Restoration;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.CustomerRow;
import app.clientele.customers.merging.Merge;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.customers.search.CustomerSearch;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What invoices need beyond the name: company, tax number, and why no tax is added. */
@ClienteleTest
class TaxTests {
    @Autowired private Customers customers;
    @Autowired private CustomerList list;
    @Autowired private CustomerSearch search;
    @Autowired private History history;
    @Autowired private Restoration restoration;
    @Autowired private Merges merges;
    @Autowired private Locks locks;

    private UUID customer(String name, @Nullable Tax tax) {
        return Cast.mia()
                .call(() ->
                        customers
                                .create(
                                        CustomerDetails.of(d -> {
                                            d.firstName = name;
                                            d.tax = tax;
                                        }))
                                .id());
    }

    private @Nullable Tax tax(UUID customer) {
        return Cast.mia().call(() -> customers.get(customer).details().tax());
    }

    private void set(UUID customer, @Nullable Tax tax) {
        Cast.mia().run(() -> customers.change(customer, p -> p.with(d -> d.tax = tax)));
    }

    @Test
    void theApiTakesChangesAndForgetsIt() {
        ApiClient api = Cast.api(Permission.values());
        Answer made =
                api.post(
                        "/customers",
                        Map.of(
                                "firstName",
                                "Api",
                                "tax",
                                Map.of(
                                        "company",
                                        " Ånglok AB ",
                                        "number",
                                        "SE 556677-889901",
                                        "exempt",
                                        true,
                                        "reason",
                                        "Embassy")));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("tax"))
                .hasToString(
                        "{\"company\":\"Ånglok AB\",\"number\":\"SE 556677-889901\",\"exempt\":true,\"reason\":\"Embassy\"}");
        String path = "/customers/" + made.json().get("id").asString();
        Answer taxed = api.patch(path, made.etag(), Map.of("tax", Map.of("exempt", false)));
        assertThat(taxed.json().path("tax"))
                .hasToString(
                        "{\"company\":\"Ånglok AB\",\"number\":\"SE 556677-889901\",\"exempt\":false,\"reason\":null}");
        assertThat(api.patch(path, taxed.etag(), "{\"tax\":null}").json().path("tax").isNull())
                .isTrue();
    }

    @Test
    void whatIsNoTaxNumberAndAnExemptionWithoutReasonAreNamed() {
        assertThatThrownBy(() -> customer("Odd", new Tax(null, "n/a!", true, null)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(p -> p.field() + " " + p.code())
                                        .containsExactly(
                                                "tax.number tax_number", "tax.reason required"));
        for (String number :
                List.of("NL 0043.21.987.B02", "556677-8899", "GODE561231GR8", "٣١٠١٢٣")) {
            assertThat(TaxNumbers.isPlausible(number)).as(number).isTrue();
        }
        for (String not : List.of("none", "12", "see note 4!", "x".repeat(41))) {
            assertThat(TaxNumbers.isPlausible(not)).as(not).isFalse();
        }
    }

    @Test
    void eachPartHasAHistoryOfItsOwnAndIsPutBackAlone() {
        UUID ada = customer("Ada", new Tax("Engine Works", "GB 918 2736 45", true, "Charity"));
        set(ada, new Tax("Engine Works", "GB 111 2222 33", false, null));
        set(ada, new Tax("Looms Ltd", "GB 111 2222 33", false, null));
        Cast.mia()
                .run(() -> {
                    List<History.Change> all =
                            history.of(ada, History.Filter.ALL, null, 10).items();
                    History.Change second = all.get(1);
                    assertThat(second.fields())
                            .extracting(f -> f.field() + ": " + f.before() + " > " + f.after())
                            .containsExactlyInAnyOrder(
                                    "tax.number: GB 918 2736 45 > GB 111 2222 33",
                                    "tax.reason: Charity > null");
                    assertThat(
                                    history.of(
                                                    ada,
                                                    new History.Filter(
                                                            "customer.tax.company", null),
                                                    null,
                                                    10)
                                            .items())
                            .containsExactly(all.getFirst());
                    restoration.putBack(ada, second.id(), "tax.reason");
                });
        assertThat(tax(ada)).isEqualTo(new Tax("Looms Ltd", "GB 111 2222 33", true, "Charity"));
    }

    @Test
    void theListNarrowsByCompanyAndExemption() {
        customer("Bea", new Tax("Café Löwe GmbH", null, false, null));
        customer("Löwe", null);
        customer("Cem", new Tax("Lowell & Co", null, true, "Mission"));
        assertThat(found("company=cafe lo")).containsExactly("Bea");
        assertThat(found("company=LOWE")).containsExactly("Cem");
        assertThat(found("taxExempt=true", "company=lowe")).containsExactly("Cem");
        assertThat(found("taxExempt=false")).contains("Bea", "Löwe").doesNotContain("Cem");
        assertThat(Cast.mia().call(() -> search.find("café löwe", 10, false)))
                .extracting(CustomerSearch.Hit::name)
                .contains("Bea");
    }

    private List<String> found(String... params) {
        Map<String, List<String>> query =
                Arrays.stream(params)
                        .map(p -> p.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0], p -> List.of(p[1])));
        return Cast.mia()
                .call(() ->
                        list.page(list.filter(query), null, null, 50).slice().rows().stream()
                                .map(CustomerRow::name)
                                .toList());
    }

    @Test
    void aMergeFillsBlanksAndLetsOneChoose() {
        Tax was = new Tax("Here Ltd", null, false, null);
        UUID kept = customer("Mara", was);
        UUID gone = customer("Mara", new Tax("There Ltd", "DE 291837465", true, "Mission"));
        Merge merge =
                Cast.mia()
                        .call(() ->
                                merges.merge(
                                        new MergeDetails(kept, gone, Map.of("tax.reason", kept))));
        assertThat(tax(kept)).isEqualTo(new Tax("Here Ltd", "DE 291837465", false, null));
        assertThat(found("company=here")).containsExactly("Mara");
        assertThat(found("company=there")).isEmpty();
        Cast.mia().run(() -> merges.undo(merge.id()));
        assertThat(tax(kept)).isEqualTo(was);
        assertThat(found("company=there")).containsExactly("Mara");
    }

    @Test
    void theLockCoversIt() {
        UUID ada = customer("Locked", null);
        Cast.mia().run(() -> locks.lock(ada, new LockDetails("Court order")));
        assertThatThrownBy(() ->
                        Cast.dora()
                                .run(() ->
                                        customers.change(
                                                ada,
                                                p ->
                                                        p.with(d ->
                                                                d.tax =
                                                                        new Tax(
                                                                                "X", null, false,
                                                                                null)))))
                .isInstanceOf(ProfileLocked.class);
    }
}
