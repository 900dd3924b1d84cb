package app.clientele.ledger.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Codes are told apart from what is mistyped, however they are spaced. */
class GiftCodeTests {
    @Test
    void aCodeIsReadHoweverItIsTyped() {
        for (int i = 0; i < 200; i++) {
            String code = GiftCode.fresh();
            assertThat(code).hasSize(16).matches("[2-9A-HJ-NP-Z]+");
            assertThat(GiftCode.read(code)).contains(code);
            String grouped = GiftCode.grouped(code);
            assertThat(grouped).matches("(.{4}-){3}.{4}");
            assertThat(GiftCode.read(" " + grouped.toLowerCase(Locale.ROOT))).contains(code);
            assertThat(GiftCode.read(grouped.replace('-', ' ') + "\t")).contains(code);
        }
        assertThat(GiftCode.read(null)).isEmpty();
        assertThat(GiftCode.read("")).isEmpty();
        assertThat(GiftCode.read("0000-0000-0000-0000")).isEmpty();
    }

    @Test
    void oneMistypedOrTwoExchangedIsTold() {
        String letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        String code = GiftCode.fresh();
        for (int i = 0; i < code.length(); i++) {
            for (char c : letters.toCharArray()) {
                String other = code.substring(0, i) + c + code.substring(i + 1);
                assertThat(GiftCode.read(other).isPresent()).isEqualTo(other.equals(code));
            }
            for (int j = i + 1; j < code.length(); j++) {
                var exchanged = new StringBuilder(code);
                exchanged.setCharAt(i, code.charAt(j));
                exchanged.setCharAt(j, code.charAt(i));
                assertThat(GiftCode.read(exchanged.toString()).isPresent())
                        .isEqualTo(code.charAt(i) == code.charAt(j));
            }
        }
    }

    @Test
    void noTwoAreAlikeAndEachBusinessHashesItsOwn() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(GiftCode.fresh());
        }
        assertThat(codes).hasSize(10_000);
        String code = GiftCode.fresh();
        assertThat(GiftCode.hash(UUID.randomUUID(), code))
                .isNotEqualTo(GiftCode.hash(UUID.randomUUID(), code));
    }
}
