package app.clientele.site;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Countries, currencies, time zones and languages to choose from, in the reader's language and
 * order.
 */
public final class WorldOptions {
    private WorldOptions() {}

    public static List<Option> countries(Locale reader) {
        return sorted(
                reader,
                Arrays.stream(Locale.getISOCountries())
                        .map(c -> new Option(c, Locale.of("", c).getDisplayCountry(reader))));
    }

    public static List<Option> currencies(Locale reader) {
        return sorted(
                reader,
                Currency.getAvailableCurrencies().stream()
                        .filter(c -> c.getDefaultFractionDigits() >= 0)
                        .map(c ->
                                new Option(
                                        c.getCurrencyCode(),
                                        c.getDisplayName(reader)
                                                + " ("
                                                + c.getCurrencyCode()
                                                + ")")));
    }

    /** The codes of countries, each with the code of the currency paid in there. */
    public static Map<String, String> currencyOfCountry() {
        return Arrays.stream(Locale.getISOCountries())
                .filter(c -> Currency.getInstance(Locale.of("", c)) != null)
                .collect(
                        Collectors.toMap(
                                c -> c,
                                c -> Currency.getInstance(Locale.of("", c)).getCurrencyCode(),
                                (a, b) -> a,
                                TreeMap::new));
    }

    public static List<Option> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(z -> z.contains("/") && !z.startsWith("Etc/") && !z.startsWith("SystemV/"))
                .sorted()
                .map(z -> new Option(z, z.replace('_', ' ')))
                .toList();
    }

    public static List<Option> languages(Locale reader) {
        return sorted(
                reader,
                Arrays.stream(Locale.getISOLanguages())
                        .filter(l -> Locale.of(l).getLanguage().equals(l)) // not old codes too
                        .map(l -> new Option(l, Locale.of(l).getDisplayLanguage(reader)))
                        .filter(o -> !o.value().equals(o.label())));
    }

    /** Codes of the languages that are commonly spoken in a country. */
    public static Set<String> languagesOf(String country) {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(l -> l.getCountry().equals(country))
                .map(Locale::getLanguage)
                .collect(Collectors.toSet());
    }

    private static List<Option> sorted(Locale reader, Stream<Option> options) {
        Collator collator = Collator.getInstance(reader);
        return options.sorted(Comparator.comparing(Option::label, collator)).toList();
    }
}
