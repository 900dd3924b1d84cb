package app.clientele.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The signed-in person's language, else the first of the browser's that we have words for. */
class ReaderLocale implements LocaleResolver {
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer
                ? viewer.locale()
                : spoken(request);
    }

    private static Locale spoken(HttpServletRequest request) {
        var wanted = request.getLocales();
        while (wanted.hasMoreElements()) {
            var locale = wanted.nextElement();
            if (worded(locale)) {
                return locale;
            }
        }
        return Locale.ENGLISH;
    }

    private static boolean worded(Locale locale) {
        var language = locale.getLanguage();
        return language.equals("en")
                || ReaderLocale.class.getResource("/messages_" + language + ".properties") != null;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is a setting of the person");
    }
}
