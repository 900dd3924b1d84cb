package app.clientele.demo;

/** Fills patterns: {@code #} is a digit, {@code @} a letter, {@code [123]} one of those. */
final class Template {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTVWXZ";

    private Template() {}

    static String fill(String pattern, Chance chance) {
        StringBuilder filled = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '#' -> filled.append((char) ('0' + chance.between(0, 9)));
                case '@' -> filled.append(oneOf(LETTERS, chance));
                case '[' -> {
                    int end = pattern.indexOf(']', i);
                    filled.append(oneOf(spread(pattern.substring(i + 1, end)), chance));
                    i = end;
                }
                default -> filled.append(c);
            }
        }
        return filled.toString();
    }

    private static char oneOf(String characters, Chance chance) {
        return characters.charAt(chance.between(0, characters.length() - 1));
    }

    /** Writes {@code 2-57} out as {@code 23457}. */
    private static String spread(String set) {
        StringBuilder all = new StringBuilder(10);
        for (int i = 0; i < set.length(); i++) {
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                for (char c = set.charAt(i); c <= set.charAt(i + 2); c++) {
                    all.append(c);
                }
                i += 2;
            } else {
                all.append(set.charAt(i));
            }
        }
        return all.toString();
    }
}
