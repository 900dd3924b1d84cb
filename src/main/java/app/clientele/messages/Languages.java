package app.clientele.messages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages we write to people in. */
public final class Languages {
    private static final List<String> WRITTEN = List.of("en", "nl", "de", "fr", "es");

    private Languages() {}

    /** The first of these that we write, else English. */
    public static Locale first(@Nullable String... tags) {
        for (String tag : tags) {
            Locale locale = tag == null ? Locale.ROOT : Locale.forLanguageTag(tag);
            if (WRITTEN.contains(locale.getLanguage())) {
                return locale;
            }
        }
        return Locale.ENGLISH;
    }
}
