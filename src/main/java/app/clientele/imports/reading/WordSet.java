package app.clientele.imports.reading;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words in any case. Asked for every cell of a file, it mostly answers from the first letter and
 * the length.
 */
final class WordSet {
    private static final int LONGEST = 63;

    private final Set<String> words;
    private final BitSet shapes = new BitSet();

    /**
     * @param words in lower case
     */
    WordSet(Collection<String> words) {
        this.words = new HashSet<>(words);
        words.forEach(word -> shapes.set(shape(word)));
    }

    boolean contains(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && shapes.get(shape(text))
                && words.contains(text.toLowerCase(Locale.ROOT));
    }

    private static int shape(String text) {
        return (Character.toLowerCase(text.charAt(0)) & 0xFF) << 6 | text.length();
    }
}
