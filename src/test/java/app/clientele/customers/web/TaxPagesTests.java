package app.clientele.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Tax;
import app.clientele.customers.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Tax on the profile, in the forms and in the list. */
@ClienteleTest
class TaxPagesTests {
    @Autowired private Customers customers;
    @Autowired private JsonMapper json;

    private Customer made(String name) {
        return Cast.mia().call(() -> customers.create(CustomerDetails.of(d -> d.firstName = name)));
    }

    private Customer now(Customer customer) {
        return Cast.mia().call(() -> customers.get(customer.id()));
    }

    private Answer save(Customer read, String... fields) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "_fields",
                                String.join(",", Section.TAX.fields()),
                                "_base",
                                json.writeValueAsString(read.details()),
                                "_version",
                                String.valueOf(read.version())));
        all.addAll(List.of(fields));
        return Cast.mia()
                .pages()
                .postPart("/customers/" + read.id() + "/fields/tax", all.toArray(String[]::new));
    }

    @Test
    void theProfileShowsAndEditsItInPlace() {
        Customer ada = made("Ada");
        PageClient mia = Cast.mia().pages();
        assertThat(mia.part("/customers/" + ada.id() + "/fields/tax/edit").body())
                .contains("name=\"tax.company\"");
        Answer wrong =
                save(ada, "tax.company", "Engine Works", "tax.number", "no", "tax.exempt", "true");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("f-tax.number-help").contains("f-tax.reason-help");
        Answer saved =
                save(
                        ada,
                        "tax.company",
                        "Engine Works",
                        "tax.number",
                        "",
                        "tax.exempt",
                        "true",
                        "tax.reason",
                        "Charity");
        assertThat(saved.body()).contains("Engine Works").contains("Charity");
        Customer then = now(ada);
        assertThat(then.details().tax()).isEqualTo(new Tax("Engine Works", null, true, "Charity"));

        Cast.mia()
                .run(() ->
                        customers.change(
                                ada.id(),
                                p ->
                                        p.with(d ->
                                                d.tax =
                                                        new Tax(
                                                                "Looms Ltd",
                                                                null,
                                                                true,
                                                                "Charity"))));
        Answer beside = save(then, "tax.company", "Engine Works", "tax.number", "GB 918 2736 45");
        assertThat(beside.status()).as(beside.body()).isEqualTo(200);
        assertThat(now(ada).details().tax())
                .isEqualTo(new Tax("Looms Ltd", "GB 918 2736 45", false, null));
        Answer clash = save(then, "tax.company", "Mills", "tax.number", "GB 918 2736 45");
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.body()).contains("Looms Ltd").contains("Mia Okafor");
        assertThat(ChangeLog.of(Cast.mia().business(), ada.id()).getLast())
                .isEqualTo("update by Mia Okafor: tax_number=null, tax_exempt_reason=Charity");
        assertThat(mia.get("/customers/" + ada.id() + "/history").body())
                .contains("Tax number")
                .contains("Reason for tax exemption");
        assertThat(save(now(ada)).status()).isEqualTo(200);
        assertThat(now(ada).details().tax()).isNull();
    }

    @Test
    void theNewFormTheListAndTheFileHaveIt() {
        PageClient mia = Cast.mia().pages();
        assertThat(mia.get("/customers/new").body()).contains("name=\"tax.reason\"");
        Answer made =
                mia.post(
                        "/customers/new",
                        "firstName",
                        "Bo",
                        "tax.company",
                        "Grachtenhotel B.V.",
                        "tax.exempt",
                        "true",
                        "tax.reason",
                        "Mission");
        UUID bo = UUID.fromString(made.location().substring(made.location().lastIndexOf('/') + 1));
        assertThat(Cast.mia().call(() -> customers.get(bo)).details().tax())
                .isEqualTo(new Tax("Grachtenhotel B.V.", null, true, "Mission"));
        mia.post("/customers/display", "columns", "company", "density", "cosy");
        assertThat(mia.get("/customers?company=gracht&taxExempt=true").body())
                .contains("Company begins with “gracht”")
                .contains("Exempt from tax")
                .contains("Grachtenhotel B.V.");
        assertThat(mia.get("/customers/filter/company?company=gra").body())
                .contains("name=\"company\"")
                .contains("value=\"gra\"");
        assertThat(mia.get("/customers/filter/tax-exempt").body()).contains("taxExempt");
        assertThat(mia.get("/customers/export.csv?company=gracht").body())
                .contains("Company,Tax number,Tax exempt,Reason for tax exemption")
                .contains("Grachtenhotel B.V.,,yes,Mission");
    }
}
