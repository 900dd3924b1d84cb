package app.clientele.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in for a photo: initials on a colour that stays the same for the same record. */
public final class Avatars {
    private static final int COLOURS = 12;

    private Avatars() {}

    /** First letters of the first and last word, whatever the script; "?" without a name. */
    public static String initials(String name) {
        var words =
                Arrays.stream(name.strip().split("[\\s\\p{Z}]+"))
                        .map(Avatars::firstLetter)
                        .filter(letter -> !letter.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return "?";
        }
        var shown =
                words.size() == 1
                        ? Stream.of(words.getFirst())
                        : Stream.of(words.getFirst(), words.getLast());
        return shown.collect(Collectors.joining());
    }

    public static int colour(Object id) {
        return Math.floorMod(id.toString().hashCode(), COLOURS);
    }

    private static String firstLetter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .mapToObj(letter -> Character.toString(letter).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
