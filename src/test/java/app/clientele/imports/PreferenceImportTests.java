package app.clientele.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import app.clientele.business.Businesses;
import app.clientele.customers.Customers;
import app.clientele.customers.StaffPreferences;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Favourite branches and colleagues come along with a list, by name. */
@ClienteleTest
class PreferenceImportTests {
    @Autowired private Imports imports;
    @Autowired private Businesses businesses;
    @Autowired private Customers customers;
    @Autowired private StaffPreferences preferences;

    private Desk desk;

    @BeforeEach
    void business() {
        desk = Desk.open(imports, businesses);
    }

    @Test
    void namesAreFoundAndUnknownOnesKeptBeside() {
        var team = desk.call(() -> preferences.team());
        String owner = team.staff().getFirst().name();
        String branch = team.branches().getFirst().name();
        desk.take(
                """
                First name,Email,Home location,Preferred staff member
                Ada,ada@example.com,%s,%s
                Bea,bea@example.com,The Moon,"%s; Nobody Known"
                """
                        .formatted(branch.toUpperCase(java.util.Locale.ROOT), owner, owner),
                OnDuplicate.SKIP);
        assertThat(
                        desk.column(
                                "first_name || coalesce(preferred_branch_id::text, '') || preferred_staff::text",
                                "customer"))
                .containsExactlyInAnyOrder(
                        "Ada"
                                + team.branches().getFirst().id()
                                + "[{\"staffId\": \""
                                + team.staff().getFirst().id()
                                + "\"}]",
                        "Bea[{\"staffId\": \"" + team.staff().getFirst().id() + "\"}]");
        List<String> notes = desk.column("body", "note");
        assertThat(notes)
                .singleElement()
                .asString()
                .contains("The Moon")
                .contains("Nobody Known")
                .doesNotContain(owner);
    }
}
