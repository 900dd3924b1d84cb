package app.clientele.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a card (C15, X6), and what is not. */
class CardNumbersTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "pay with 4242 4242 4242 4242, exp 12/30",
                "4242-4242-4242-4242",
                "4242.4242.4242.4242",
                "3782\u00a0822463\u00a010005",
                "\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12",
                "Tel 070-123 45 67 4242 4242 4242 4242",
                "01a201af-76bf-7000-91c8-6e4490099996 4242 4242 4242 4242",
            })
    void cardsAreFound(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
        assertThat(CardNumbers.in(CardNumbers.masked(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4642424242424242", "4242 4242 4242 4243", "070-123 45 67", ""})
    void otherNumbersAreNot(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
    }

    @Test
    void identifiersOfOtherSystemsAreNot() {
        var chance = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var id = new UUID(chance.nextLong(), chance.nextLong());
            assertThat(CardNumbers.in("Id " + id)).as(id.toString()).isFalse();
        }
    }
}
