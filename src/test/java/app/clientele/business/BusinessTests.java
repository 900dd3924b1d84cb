package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Stale;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a business says of itself. */
@ClienteleTest
class BusinessTests {
    @Autowired private Businesses businesses;

    @Test
    void itsSettingsChangeAtOnceAndAreOnRecord() {
        Business before = Cast.mia().call(businesses::current);
        Cast.mia().run(() -> businesses.change(named("Mia’s baths"), before.version()));
        Business now = Cast.dora().call(businesses::current);
        assertThat(now.name()).isEqualTo("Mia’s baths");
        assertThat(now.languages()).containsExactly("sv", "en");
        assertThat(now.has(Feature.PETS)).isTrue();
        assertThat(ChangeLog.of(Cast.mia().business(), Cast.mia().business()))
                .hasSize(2)
                .last()
                .asString()
                .contains("by Mia Okafor", "name=mia’s studio");
    }

    @Test
    void aStaleChangeIsRefused() {
        Business before = Cast.mia().call(businesses::current);
        Cast.mona().run(() -> businesses.change(named("First"), before.version()));
        assertThatThrownBy(() ->
                        Cast.mia().run(() -> businesses.change(named("Second"), before.version())))
                .isInstanceOfSatisfying(
                        Stale.class, s -> assertThat(s.version()).isEqualTo(before.version() + 1));
    }

    @Test
    void whatIsWrongIsToldByField() {
        var wrong =
                new BusinessSettings(
                        "x".repeat(101),
                        "circus",
                        "ZZ",
                        "DOUBLOON",
                        "Mars/Base",
                        "tlh",
                        List.of(),
                        null,
                        false);
        assertThatThrownBy(() -> Cast.mia().run(() -> businesses.change(wrong, 1)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .extracting(Invalid.Problem::field)
                                        .contains(
                                                "name",
                                                "kind",
                                                "country",
                                                "currency",
                                                "zone",
                                                "languages"));
    }

    @Test
    void theFrontDeskChangesNothing() {
        assertThatThrownBy(() -> Cast.dora().run(() -> businesses.change(named("Dora’s"), 1)))
                .isInstanceOf(NotAllowed.class);
    }

    private static BusinessSettings named(String name) {
        return new BusinessSettings(
                name,
                "spa",
                "SE",
                "SEK",
                "Europe/Stockholm",
                "sv",
                List.of("en", "sv"),
                Set.of(Feature.PETS),
                true);
    }
}
