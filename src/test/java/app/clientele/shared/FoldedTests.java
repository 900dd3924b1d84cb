package app.clientele.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ForAll;
import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldedTests {
    @Test
    void leavesOutWhatPeopleWriteDifferently() {
        assertThat(Folded.of("  O'Neil-Smith, J.R. ")).isEqualTo("oneil smith jr");
        assertThat(Folded.of("Søren Müller-O’Neil")).isEqualTo("soren muller oneil");
        assertThat(Folded.of("Straße ŒUVRE Ω-ΛΌΓΟΣ")).isEqualTo("strasse oeuvre ω λογοσ");
        assertThat(Folded.of("عبـد الله 王小明 a1@b_c")).isEqualTo("عبد الله 王小明 a1@b_c");
        assertThat(Folded.of("'-'")).isEmpty();
        assertThat(Folded.of("a".repeat(119) + "𐐷b")).hasSize(121);
    }

    @Test
    void isWhatPatternsWouldSay() {
        ForAll.forAll(
                3_000,
                FoldedTests::anything,
                text -> assertThat(Folded.of(text)).isEqualTo(byPatterns(text)));
    }

    private static String anything(RandomGenerator random) {
        int last = random.nextBoolean() ? 128 : 0x2000;
        return random.ints(random.nextInt(30), 1, last)
                .mapToObj(Character::toString)
                .filter(c -> !apart(c).matches(".*[øłßæœđðþıħςةىیکـ].*"))
                .collect(Collectors.joining());
    }

    private static String apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    }

    private static String byPatterns(String text) {
        return apart(text)
                .replaceAll("\\p{M}+", "")
                .replace('ς', 'σ')
                .replaceAll("['’ʼ`´.]", "")
                .replaceAll("[^\\p{L}\\p{N}@_+#]+", " ")
                .strip();
    }
}
