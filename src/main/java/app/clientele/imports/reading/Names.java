package app.clientele.imports.reading;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole name taken apart as far as it says where. */
record Names(@Nullable String first, @Nullable String last) {
    private static final Set<UnicodeScript> FAMILY_FIRST =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL);

    /** "John Smith", "Smith, John", "Anna van der Berg", "山田 花子", or one name alone. */
    static Names of(String full) {
        int comma = full.indexOf(',');
        if (comma > 0 && comma == full.lastIndexOf(',') && !isSuffix(full.substring(comma + 1))) {
            String last = full.substring(0, comma).strip();
            String first = full.substring(comma + 1).strip();
            return first.isEmpty() ? new Names(last, null) : new Names(first, last);
        }
        List<String> words = List.of(full.strip().split("[\\s\u3000]+"));
        return words.size() == 1 ? new Names(words.getFirst(), null) : of(words);
    }

    private static Names of(List<String> words) {
        if (words.size() == 2 && words.stream().allMatch(Names::isFamilyFirst)) {
            return new Names(words.getLast(), words.getFirst());
        }
        int last = words.size() - 1;
        while (last > 1 && isSuffix(words.get(last))) {
            last--;
        }
        for (int i = 1; i < last; i++) {
            if (Words.PARTICLES.contains(words.get(i))) {
                last = i;
            }
        }
        return new Names(
                String.join(" ", words.subList(0, last)),
                String.join(" ", words.subList(last, words.size())));
    }

    private static boolean isSuffix(String word) {
        return Words.SUFFIXES.contains(word.strip());
    }

    private static boolean isFamilyFirst(String word) {
        return word.codePoints().allMatch(c -> FAMILY_FIRST.contains(UnicodeScript.of(c)));
    }
}
