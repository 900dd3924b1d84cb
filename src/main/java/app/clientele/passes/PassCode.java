package app.clientele.passes;

import app.clientele.shared.CheckedCode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How codes of passes are made and compared. */
final class PassCode {
    /** 55 bits by chance and one to check them: nobody guesses another's. */
    static final int LENGTH = 12;

    static final int SHORTEST = 4;
    static final int LONGEST = 64;

    private PassCode() {}

    static String fresh() {
        return CheckedCode.grouped(CheckedCode.fresh(LENGTH));
    }

    /** As it is compared: scanners, keyboards and people space and capitalise as they like. */
    static String key(String code) {
        return code.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }

    /** What was typed or scanned as it is compared; nothing when it can't be a pass. */
    static Optional<String> read(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> text.length() <= 2 * LONGEST)
                .map(PassCode::key)
                .filter(key -> key.length() >= SHORTEST && key.length() <= LONGEST);
    }
}
