package app.clientele.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The signed-in person's language, else the first of the browser's that we have words for: more for
 * customers than for staff.
 */
class ReaderLocale implements LocaleResolver {
    private static final List<String> WORDED =
            Stream.of("nl", "de", "fr", "es").filter(ReaderLocale::hasPages).toList();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer) {
            return viewer.locale();
        }
        return PublicLanguage.isPublic(request)
                ? PublicLanguage.of(request, PublicLanguage.WRITTEN)
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

    /** Languages that only letters are written in are none a page is read in. */
    private static boolean worded(Locale locale) {
        var language = locale.getLanguage();
        return language.equals("en") || WORDED.contains(language);
    }

    private static boolean hasPages(String language) {
        var words = new Properties();
        try (var file =
                ReaderLocale.class.getResourceAsStream("/messages_" + language + ".properties")) {
            if (file != null) {
                words.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.containsKey("access.sign_in");
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is a setting of the person");
    }
}
