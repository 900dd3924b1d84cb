package app.clientele.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the ISO code of a country by its code, three-letter code or name. */
final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    static @Nullable String code(String said) {
        return CODES.get(said.strip().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (String language :
                    Arrays.asList(
                            "en", "nl", "de", "fr", "es", "it", "pt", "sv", "pl", "da", "nb")) {
                codes.put(
                        country.getDisplayCountry(Locale.of(language)).toLowerCase(Locale.ROOT),
                        code);
            }
            codes.put(country.getDisplayCountry(country).toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(
                Map.of(
                        "uk",
                        "GB",
                        "england",
                        "GB",
                        "scotland",
                        "GB",
                        "wales",
                        "GB",
                        "usa",
                        "US",
                        "holland",
                        "NL"));
        for (String code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(codes);
    }
}
