package app.clientele.imports.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the code of a language by its code, three-letter code or name. */
final class Languages {
    private static final Map<String, String> CODES = codes();

    private Languages() {}

    /** Such as {@code en} or {@code en-GB}. */
    static @Nullable String code(String said) {
        String name = said.replaceFirst("\\s*\\(.*", "").strip().toLowerCase(Locale.ROOT);
        String code = CODES.get(name);
        if (code != null) {
            return code;
        }
        Locale tag = Locale.forLanguageTag(said.strip().replace('_', '-'));
        return CODES.containsKey(tag.getLanguage()) ? tag.toLanguageTag() : null;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        List<String> readers =
                List.of("en", "nl", "de", "fr", "es", "it", "pt", "sv", "pl", "da", "nb");
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.of(code);
            for (String reader : readers) {
                codes.put(name(language, Locale.of(reader)), code);
            }
            codes.put(name(language, language), code);
            codes.put(language.getISO3Language(), code);
        }
        for (String code : Locale.getISOLanguages()) {
            codes.put(code, code);
        }
        return Map.copyOf(codes);
    }

    private static String name(Locale language, Locale reader) {
        return language.getDisplayLanguage(reader).toLowerCase(Locale.ROOT);
    }
}
