package app.clientele.demo;

import org.jspecify.annotations.Nullable;

/**
 * All the names of one person.
 *
 * @param plainFirst in the letters of an e-mail address
 * @param plainLast likewise; empty without a last name
 */
record Called(
        String first,
        @Nullable String middle,
        @Nullable String last,
        @Nullable String display,
        String plainFirst,
        String plainLast) {
    static Called of(Name family, Sex sex, boolean onlyOneName, Home home, Chance chance) {
        Culture origin = home.origin();
        Name given = chance.early(origin.given(sex));
        String first = given.of(sex, home.latin());
        String middle = middle(sex, first, home, chance);
        String last = onlyOneName ? null : family.of(sex, home.latin());
        return new Called(
                first,
                middle,
                last,
                display(origin, home.latin(), first, middle, last, chance),
                Name.letters(given.of(sex, true)),
                last == null ? "" : Name.letters(family.of(sex, true)));
    }

    private static @Nullable String middle(Sex sex, String first, Home home, Chance chance) {
        Culture origin = home.origin();
        if (!origin.middle().isEmpty()) {
            return chance.percent(origin.middlePercent())
                    ? chance.any(origin.middle()).of(sex, home.latin())
                    : null;
        }
        String second = chance.early(origin.given(sex)).of(sex, home.latin());
        return origin.shown() == null && chance.percent(9) && !second.equals(first) ? second : null;
    }

    private static @Nullable String display(
            Culture origin,
            boolean latin,
            String first,
            @Nullable String middle,
            @Nullable String last,
            Chance chance) {
        String shown = origin.shown();
        String nickname = origin.nicknames().get(first);
        if (nickname != null && chance.percent(35)) {
            return last == null || shown != null ? nickname : nickname + " " + last;
        }
        return shown == null || latin || last == null
                ? null
                : shown.replace("{family}", last)
                        .replace("{given}", first)
                        .replace("{middle}", middle == null ? "" : middle)
                        .replace("  ", " ");
    }
}
