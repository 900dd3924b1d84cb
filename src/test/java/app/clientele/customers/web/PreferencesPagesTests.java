package app.clientele.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.BarredStaff;
import app.clientele.customers.Customers;
import app.clientele.customers.StaffPreferences;
import app.clientele.customers.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Preferences on the profile, in the forms and in the list. */
@ClienteleTest
class PreferencesPagesTests {
    @Autowired private Customers customers;
    @Autowired private StaffPreferences preferences;
    @Autowired private JsonMapper json;

    private String dora = "";
    private String paul = "";

    @BeforeEach
    void colleagues() {
        Cast.dora();
        Cast.paul();
        dora = colleague("Dora Lind");
        paul = colleague("Paul Vries");
    }

    private String colleague(String name) {
        return Cast.mia().call(() -> preferences.team()).staff().stream()
                .filter(c -> c.name().equals(name))
                .map(Team.Colleague::id)
                .map(UUID::toString)
                .findFirst()
                .orElseThrow();
    }

    private Customer now(Customer customer) {
        return Cast.mia().call(() -> customers.get(customer.id()));
    }

    private Answer save(Customer read, Section section, String... fields) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "_fields",
                                String.join(",", section.fields()),
                                "_base",
                                json.writeValueAsString(read.details()),
                                "_version",
                                String.valueOf(read.version())));
        all.addAll(List.of(fields));
        return Cast.mia()
                .pages()
                .postPart(
                        "/customers/" + read.id() + "/fields/" + section.path(),
                        all.toArray(String[]::new));
    }

    @Test
    void theCardShowsRanksAndEditsThemInPlace() {
        Customer ada =
                Cast.mia()
                        .call(() -> customers.create(CustomerDetails.of(d -> d.firstName = "Ada")));
        String path = "/customers/" + ada.id();
        PageClient mia = Cast.mia().pages();
        assertThat(mia.get(path).body()).contains("id=\"preferences\"").contains("Never with");
        assertThat(mia.part(path + "/fields/staff/edit").body())
                .contains("name=\"preferredStaffIds[]\"");
        Answer ranked =
                save(
                        ada,
                        Section.STAFF,
                        "preferredStaffIds[]",
                        paul,
                        "preferredStaffIds[]",
                        "",
                        "preferredStaffIds[]",
                        dora);
        assertThat(ranked.status()).as(ranked.body()).isEqualTo(200);
        assertThat(ranked.body().indexOf("Paul Vries")).isLessThan(ranked.body().indexOf("Dora"));
        Customer then = now(ada);
        assertThat(then.details().preferredStaffIds())
                .containsExactly(UUID.fromString(paul), UUID.fromString(dora));

        Answer both =
                save(
                        then,
                        Section.BARRED,
                        "barredStaff[0].staffId",
                        paul,
                        "barredStaff[0].reason",
                        "Quarrel",
                        "barredStaff[1].staffId",
                        "",
                        "barredStaff[1].reason",
                        "");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("Nobody can be both").contains("Quarrel");

        // two put them into another order at once: the second is shown both
        assertThat(
                        save(
                                        then,
                                        Section.STAFF,
                                        "preferredStaffIds[]",
                                        dora,
                                        "preferredStaffIds[]",
                                        paul)
                                .status())
                .isEqualTo(200);
        Answer late = save(then, Section.STAFF, "preferredStaffIds[]", dora);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Dora Lind, Paul Vries").contains("Mia Okafor");

        save(now(ada), Section.STAFF);
        assertThat(
                        save(
                                        now(ada),
                                        Section.BARRED,
                                        "barredStaff[0].staffId",
                                        paul,
                                        "barredStaff[0].reason",
                                        "Quarrel")
                                .body())
                .contains("Paul Vries")
                .contains("Quarrel");
        assertThat(now(ada).details().preferredStaffIds()).isEmpty();
        assertThat(now(ada).details().barredStaff())
                .containsExactly(new BarredStaff(UUID.fromString(paul), "Quarrel"));
        assertThat(
                        save(
                                        now(ada),
                                        Section.BRANCH,
                                        "preferredBranchId",
                                        Cast.branch().toString())
                                .body())
                .contains("studio");
        assertThat(save(now(ada), Section.BRANCH, "preferredBranchId", "").status()).isEqualTo(200);
        assertThat(now(ada).details().preferredBranchId()).isNull();
        assertThat(mia.get(path + "/history").body())
                .contains("Never to be booked with")
                .contains("Paul Vries (Quarrel)");
    }

    @Test
    void theNewFormTheListAndTheFileHaveThem() {
        PageClient mia = Cast.mia().pages();
        assertThat(mia.get("/customers/new").body()).contains("name=\"barredStaff[0].reason\"");
        Answer made =
                mia.post(
                        "/customers/new",
                        "firstName",
                        "Bo",
                        "preferredBranchId",
                        Cast.branch().toString(),
                        "preferredStaffIds[]",
                        dora,
                        "barredStaff[0].staffId",
                        paul,
                        "barredStaff[0].reason",
                        "Cousins");
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        mia.post("/customers/display", "columns", "branch", "columns", "staff", "density", "cosy");
        assertThat(
                        mia.get(
                                        "/customers?preferredStaffId="
                                                + dora
                                                + "&barredStaffId="
                                                + paul
                                                + "&preferredBranchId="
                                                + Cast.branch())
                                .body())
                .contains("Prefers to be served by Dora Lind")
                .contains("Never to be booked with Paul Vries")
                .contains(">Dora Lind<")
                .contains(">Bo<");
        assertThat(mia.get("/customers/filter/staff").body()).contains("Dora Lind");
        assertThat(mia.get("/customers/filter/branch").body()).contains("studio");
        assertThat(mia.get("/customers/export.csv?barredStaffId=" + paul).body())
                .contains("Preferred branch,Preferred staff,Barred staff")
                .contains("Dora Lind,Paul Vries (Cousins)");
    }
}
