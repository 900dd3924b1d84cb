package app.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.business.Staff;
import app.clientele.shared.Permission;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The cast itself: who can be played, and through which doors. */
@ClienteleTest
class CastTests {
    @Autowired private Staff staff;

    @Test
    void theyWorkTogetherAndOttoElsewhere() {
        var names =
                Stream.of(Cast.mia(), Cast.dora(), Cast.paul(), Cast.mona()).map(Cast.Person::name);
        assertThat(Cast.mia().call(staff::all))
                .extracting(Staff.Member::name)
                .containsAll(names.toList());
        assertThat(Cast.otto().call(staff::all))
                .extracting(Staff.Member::name)
                .containsExactly("Otto Brandt");
    }

    @Test
    void theyHaveWhatTheirRolesAllow() {
        assertThat(Cast.mia().permissions()).isEqualTo(Permission.all());
        assertThat(Cast.paul().permissions()).doesNotContain(Permission.SETTINGS_TEAM);
    }

    @Test
    void theyAreSignedIn() {
        assertThat(Cast.dora().pages().get("/sign-in").location()).isEqualTo("/");
        assertThat(PageClient.stranger().get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void theirFormsAreTakenAndThoseOfOthersAreNot() {
        assertThat(Cast.dora().pages().post("/sign-out").location()).isEqualTo("/sign-in");
        assertThat(Cast.api(Permission.PROFILE_VIEW).get("/nothing").status()).isEqualTo(404);
        assertThat(new ApiClient(Cast.url(), "nonsense").get("/nothing").status()).isEqualTo(401);
    }
}
