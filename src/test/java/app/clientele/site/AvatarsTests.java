package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarsTests {
    @ParameterizedTest
    @CsvSource({
        "Maya Okonkwo-Lindqvist, MO",
        "maya, M",
        "Anna Maria van der Berg, AB",
        "李 小龙, 李小",
        "'علی رضایی', عر",
        "𝔐aya 𝔒, 𝔐𝔒",
        "'  (Tom)  «Reyes» ', TR",
        "'', ?",
        "'☂ ☂', ?",
        "ßeta, SS",
    })
    void initialsAreThoseOfTheFirstAndLastWord(String name, String initials) {
        assertThat(Avatars.initials(name)).isEqualTo(initials);
    }

    @Test
    void theColourOfARecordNeverChanges() {
        assertThat(Avatars.colour("018f7f4e-0000-7000-8000-000000000001"))
                .isEqualTo(Avatars.colour("018f7f4e-0000-7000-8000-000000000001"))
                .isBetween(0, 11);
    }
}
