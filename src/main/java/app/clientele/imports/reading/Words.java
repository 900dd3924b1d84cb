package app.clientele.imports.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What single words in cells mean. */
final class Words {
    private static final Map<String, List<String>> LISTS =
            WordLists.load("words.txt").section("words");

    private static final WordSet EMPTY = list("EMPTY");
    private static final WordSet EMPTY_UNLESS_NAME = list("EMPTY_UNLESS_NAME");
    private static final WordSet YES = list("YES");
    private static final WordSet NO = list("NO");
    private static final WordSet BLOCKED = list("BLOCKED");
    private static final WordSet ACTIVE = list("ACTIVE");
    private static final WordSet INACTIVE = list("INACTIVE");
    private static final WordSet FEMALE = list("FEMALE");
    private static final WordSet MALE = list("MALE");
    private static final WordSet M_UNSURE =
            new WordSet(words("GENDER_M_UNSURE").stream().map(WordLists::key).toList());
    private static final WordSet SUMMARY = list("SUMMARY");
    static final WordSet PARTICLES = list("PARTICLES");
    static final WordSet SUFFIXES = list("SUFFIXES");

    private Words() {}

    private static WordSet list(String name) {
        return new WordSet(words(name));
    }

    private static List<String> words(String name) {
        return LISTS.getOrDefault(name, List.of());
    }

    static boolean isEmpty(String text) {
        return text.isEmpty() || isEmptyName(text) || EMPTY_UNLESS_NAME.contains(text);
    }

    /** People are called None and Null; only signs and N/A are empty where a name is expected. */
    static boolean isEmptyName(String text) {
        return text.isEmpty() || EMPTY.contains(text);
    }

    static @Nullable Boolean yesOrNo(Target target, String text) {
        if (YES.contains(text)
                || (target == Target.BLOCKED && BLOCKED.contains(text))
                || (target == Target.ACTIVE && ACTIVE.contains(text))) {
            return true;
        }
        return NO.contains(text) || (target == Target.ACTIVE && INACTIVE.contains(text))
                ? Boolean.FALSE
                : null;
    }

    /** Gender in our two words where the text says one of them, else the text. */
    static String gender(String header, String text) {
        boolean unsure = text.equalsIgnoreCase("m") && M_UNSURE.contains(WordLists.key(header));
        if (FEMALE.contains(text)) {
            return "female";
        }
        return MALE.contains(text) && !unsure ? "male" : text;
    }

    static @Nullable String onlineBooking(String text) {
        for (String rule : List.of("ALLOW", "REQUIRE_ACCEPTANCE", "WAITLIST_ONLY", "BLOCK")) {
            if (words(rule).contains(lower(text))) {
                return rule.toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** Whether a row beginning with this text sums up others: "Total", "Grand total: 12". */
    static boolean isSummary(String text) {
        String words = lower(text).replaceAll("[\\s:=#()]*[\\d.,]*[\\s:)]*$", "");
        return SUMMARY.contains(words);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
