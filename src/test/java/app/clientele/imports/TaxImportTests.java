package app.clientele.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import app.clientele.business.Businesses;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Companies and tax numbers come along with a list. */
@ClienteleTest
class TaxImportTests {
    private static final String COLUMNS =
            "first_name || ':' || coalesce(tax_company, '') || ':' || coalesce(tax_number, '') || ':' || coalesce(tax_exempt_reason, '')";

    @Autowired private Imports imports;
    @Autowired private Businesses businesses;

    private Desk desk;

    @BeforeEach
    void business() {
        desk = Desk.open(imports, businesses);
    }

    @Test
    void columnsGoThereAndWhatIsNoNumberIsKeptBeside() {
        desk.take(
                """
                First name,Email,Company,VAT number,Tax exempt,Reason for tax exemption
                Ada,ada@example.com,Engine Works,GB 918 2736 45,no,Old form
                Bea,bea@example.com,Looms,unknown yet,yes,Charity
                Cem,cem@example.com,,,yes,
                Dan,dan@example.com,,,,
                """,
                OnDuplicate.SKIP);
        List<String> told = desk.column(COLUMNS, "customer");
        assertThat(told)
                .contains("Ada:Engine Works:GB 918 2736 45:", "Bea:Looms::Charity", "Dan:::")
                .anyMatch(t -> t.startsWith("Cem:::As brought along from"));
        assertThat(desk.column("body", "note"))
                .hasSize(2)
                .anyMatch(n -> n.contains("unknown yet"))
                .anyMatch(n -> n.contains("Old form"));
    }

    @Test
    void blanksAreFilledAndUndoTakesThemBack() {
        desk.take("First name,Email\nAda,ada@example.com\n", OnDuplicate.SKIP);
        Import filled =
                desk.take(
                        "First name,Email,Company\nAda,ada@example.com,Engine Works\n",
                        OnDuplicate.FILL_BLANKS);
        assertThat(Desk.counts(filled)).isEqualTo("0/1/0/0/0");
        assertThat(desk.column(COLUMNS, "customer")).containsExactly("Ada:Engine Works::");
        desk.undo(filled.id());
        assertThat(desk.column(COLUMNS, "customer")).containsExactly("Ada:::");
    }
}
