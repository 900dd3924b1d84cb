package app.clientele.customers.custom;

import app.clientele.shared.Folded;
import java.util.Set;

/** Makes the keys of custom fields and their options out of what people call them. */
final class CustomKeys {
    private static final int LONGEST = 34;

    private CustomKeys() {}

    /**
     * Such as {@code skin_type} for <i>Skin type?</i>.
     *
     * @param otherwise for a label that no Latin letters can be made of
     */
    static String of(String label, String otherwise, Set<String> taken) {
        String plain = Folded.of(label).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String named = plain.isEmpty() ? otherwise : plain;
        String begun = named.charAt(0) > '9' ? named : otherwise + "_" + named;
        String key = begun.length() <= LONGEST ? begun : begun.substring(0, LONGEST);
        String free = key;
        for (int n = 2; taken.contains(free); n++) {
            free = key + "_" + n;
        }
        return free;
    }
}
