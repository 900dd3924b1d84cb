package app.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.access.ApiKeys.ApiKey;
import app.clientele.access.ApiKeys.KeyDetails;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** API keys: shown once, no mightier than their maker, worthless once revoked or run out. */
@ClienteleTest
class ApiKeyTests {
    @Autowired private ApiKeys keys;
    @Autowired private Clock clock;

    @Test
    void aKeyLetsInWithinItsScopes() {
        String secret = make("Till", Permission.PROFILE_VIEW);
        Caller caller = keys.find(secret).orElseThrow();
        assertThat(caller.business()).isEqualTo(Cast.mia().business());
        assertThat(caller.permissions()).containsExactly(Permission.PROFILE_VIEW);
        ApiKey listed = listed("Till");
        assertThat(secret).startsWith(listed.hint()).hasSizeGreaterThan(40);
        assertThat(ChangeLog.of(Cast.mia().business(), listed.id()))
                .containsExactly("insert by Mia Okafor");
    }

    @Test
    void aRevokedKeyIsWorthlessAtOnce() {
        String secret = make("Lost", Permission.PROFILE_VIEW);
        assertThat(keys.find(secret)).isPresent();
        Cast.mia().run(() -> keys.revoke(listed("Lost").id()));
        assertThat(keys.find(secret)).isEmpty();
        assertThat(ChangeLog.of(Cast.mia().business(), listed("Lost").id())).hasSize(2);
    }

    @Test
    void nobodyMakesAKeyMightierThanThemselves() {
        var little =
                new Caller(
                        Cast.mia().business(),
                        Cast.dora().staff(),
                        Caller.Door.PAGE,
                        null,
                        Set.of(Permission.SETTINGS_KEYS));
        var much = new KeyDetails("Much", Set.of(Permission.PROFILE_EDIT), null);
        assertThatThrownBy(() -> little.call(() -> keys.create(much)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void itEndsWithTheDayByTheBusinessesOwnClock() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm")));
        var past = new KeyDetails("Past", Set.of(Permission.PROFILE_VIEW), today);
        assertThatThrownBy(() -> Cast.mia().call(() -> keys.create(past)))
                .isInstanceOf(Invalid.class);
        var soon = new KeyDetails("Soon", Set.of(Permission.PROFILE_VIEW), today.plusDays(1));
        Cast.mia().call(() -> keys.create(soon));
        assertThat(listed("Soon").expiresAt())
                .isEqualTo(
                        today.plusDays(1).atStartOfDay(ZoneId.of("Europe/Stockholm")).toInstant());
    }

    @Test
    void whatIsWrongIsTold() {
        assertThatThrownBy(() ->
                        Cast.mia().call(() -> keys.create(new KeyDetails(null, Set.of(), null))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactly("name", "scopes"));
    }

    @Test
    void someoneElsesKeyIsNotThere() {
        make("Ours", Permission.PROFILE_VIEW);
        var id = listed("Ours").id();
        assertThatThrownBy(() -> Cast.otto().run(() -> keys.revoke(id)))
                .isInstanceOf(NotFound.class);
        assertThat(Cast.otto().call(keys::all)).extracting(ApiKey::name).doesNotContain("Ours");
    }

    private String make(String name, Permission scope) {
        return Cast.mia().call(() -> keys.create(new KeyDetails(name, Set.of(scope), null)));
    }

    private ApiKey listed(String name) {
        return Cast.mia().call(keys::all).stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
