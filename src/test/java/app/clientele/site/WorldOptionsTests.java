package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WorldOptionsTests {
    @Test
    void offersEachLanguageOnce() {
        assertThat(WorldOptions.languages(Locale.UK))
                .extracting(Option::label)
                .doesNotHaveDuplicates()
                .contains("Hebrew", "Indonesian", "Yiddish", "Western Frisian");
    }
}
