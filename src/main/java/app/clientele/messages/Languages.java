package app.clientele.messages;

import app.clientele.site.PublicLanguage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages we write to people in. */
public final class Languages {
    private Languages() {}

    /** The first of these that we write, else English. */
    public static Locale first(@Nullable String... tags) {
        for (String tag : tags) {
            Locale locale = tag == null ? Locale.ROOT : Locale.forLanguageTag(tag);
            if (PublicLanguage.WRITTEN.contains(locale.getLanguage())) {
                return locale;
            }
        }
        return Locale.ENGLISH;
    }
}
