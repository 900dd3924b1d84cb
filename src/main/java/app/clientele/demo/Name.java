package app.clientele.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as a woman and as a man bears it, and both in Latin letters. Written {@code
 * his/hers|his/hers in Latin letters}, where all but the first may be missing.
 */
record Name(String his, String hers, String hisLatin, String hersLatin) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static Name parse(String entry) {
        String[] scripts = entry.split("\\|", -1);
        String[] own = forms(scripts[0]);
        String[] latin = scripts.length > 1 ? forms(scripts[1]) : own;
        return new Name(own[0], own[1], latin[0], latin[1]);
    }

    private static String[] forms(String text) {
        String[] forms = text.split("/", -1);
        return forms.length > 1 ? forms : new String[] {text, text};
    }

    static List<Name> parse(List<String> entries) {
        return entries.stream().map(Name::parse).toList();
    }

    String of(Sex sex, boolean latin) {
        return switch (sex) {
            case FEMALE -> latin ? hersLatin : hers;
            case MALE -> latin ? hisLatin : his;
        };
    }

    /** Two names as one: {@code Vos-Meijer}. */
    Name joined(Name other, String with) {
        return new Name(
                his + with + other.his,
                hers + with + other.hers,
                hisLatin + with + other.hisLatin,
                hersLatin + with + other.hersLatin);
    }

    /** Its beginning and another's end, for rare names that nobody may bear. */
    Name blended(Name other) {
        return new Name(
                blend(his, other.his),
                blend(hers, other.hers),
                blend(hisLatin, other.hisLatin),
                blend(hersLatin, other.hersLatin));
    }

    private static String blend(String start, String end) {
        return start.contains(" ") || end.contains(" ") || start.length() < 4
                ? start
                : start.substring(0, (start.length() + 1) / 2)
                        + end.substring(end.length() / 2).toLowerCase(Locale.ROOT);
    }

    /** The plain letters of a Latin name, as in an e-mail address. */
    static String letters(String latin) {
        return latin.chars().allMatch(c -> c < 128) ? plain(latin) : plain(folded(latin));
    }

    private static String plain(String ascii) {
        StringBuilder letters = new StringBuilder(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            char c = Character.toLowerCase(ascii.charAt(i));
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static String folded(String latin) {
        String apart = Normalizer.normalize(latin, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(apart)
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("đ", "d")
                .replace("ı", "i");
    }
}
