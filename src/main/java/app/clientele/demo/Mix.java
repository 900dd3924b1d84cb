package app.clientele.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a business knows.
 *
 * @param cultures where people's names come from, each with its share
 * @param home where most of them live; without it everybody lives where the name comes from
 * @param towns around the business, by name; none for the whole country
 * @param womenPercent how many are women
 * @param addressedPercent of how many the address is known
 * @param tags the tags of the business, the common ones first
 * @param referralMethods the business's, the common ones first
 * @param manifold great variety in names, numbers and e-mail addresses, for measuring; without it
 *     numbers kept free for fiction are taken where a country has them
 * @param today what all dates lie before
 */
public record Mix(
        Map<String, Integer> cultures,
        @Nullable String home,
        List<String> towns,
        int womenPercent,
        int addressedPercent,
        List<String> tags,
        List<String> referralMethods,
        boolean manifold,
        LocalDate today) {
    private static final String EVERYWHERE =
            "en-US 14, en-GB 9, de 9, fr 8, es 8, pt 7, it 6, nl 6, pl 5, tr 4, sv 3, en-IE 3, ru 3, uk 2, el 2,"
                    + " ar 3, he 1, hi 2, zh 2, ja 2, ko 1, vi 1, yo 1, ig 1";

    /** People of the whole world in great variety, for measuring. */
    public static Mix everywhere(LocalDate today) {
        return new Mix(
                shares(DemoFile.split(EVERYWHERE, ",")),
                null,
                List.of(),
                64,
                72,
                List.of(),
                List.of(),
                true,
                today);
    }

    static Map<String, Integer> shares(List<String> entries) {
        return entries.stream()
                .map(entry -> entry.split(" ", -1))
                .collect(Collectors.toUnmodifiableMap(e -> e[0], e -> Integer.valueOf(e[1])));
    }
}
