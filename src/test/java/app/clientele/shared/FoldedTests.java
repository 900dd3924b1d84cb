package app.clientele.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ForAll;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldedTests {
    @Test
    void leavesOutWhatPeopleWriteDifferently() {
        assertThat(Folded.of("  O'Neil-Smith, J.R. ")).isEqualTo("oneil smith jr");
        assertThat(Folded.of("Søren Müller-O’Neil")).isEqualTo("soren muller oneil");
        assertThat(Folded.of("'-'")).isEmpty();
    }

    /** Texts of plain letters go a shorter way: it has to lead to the same end. */
    @Test
    void foldsPlainTextsAsAnyOther() {
        ForAll.forAll(
                2_000,
                FoldedTests::plain,
                text ->
                        assertThat(Folded.of(text + " ø"))
                                .isEqualTo((Folded.of(text) + " o").strip()));
    }

    private static String plain(RandomGenerator random) {
        return random.ints(random.nextInt(30), 1, 128)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
