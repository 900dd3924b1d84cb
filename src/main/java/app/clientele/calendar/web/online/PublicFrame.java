package app.clientele.calendar.web.online;

import app.clientele.business.Business;
import app.clientele.calendar.rules.BookingSettings.Rules;
import app.clientele.site.PagePolicy;
import app.clientele.site.PublicLanguage;
import app.clientele.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every public page shows: whose it is, in the reader's language. */
public record PublicFrame(View view, Business business, Rules rules) {
    /**
     * The page in another language.
     *
     * @param name the language's own name for itself
     * @param path absent where the page answers a form: following it would lose what was typed
     */
    public record Language(String code, String name, @Nullable String path) {}

    /** For whoever comes, in the language they read among those the business offers. */
    static View outside(View view, Business business) {
        return view.outside(tags(business), business.zone());
    }

    /** The same, with the sites that may show it told to the browser. */
    static PublicFrame of(View view, HttpServletResponse response, Business business, Rules rules) {
        var frame = new PublicFrame(outside(view, business), business, rules);
        response.setHeader("Content-Security-Policy", PagePolicy.shownBy(frame.sites()));
        return frame;
    }

    private static List<String> tags(Business business) {
        return Stream.concat(Stream.of(business.language()), business.languages().stream())
                .map(tag -> business.locale(tag).toLanguageTag())
                .toList();
    }

    /** Those to choose from; none where there is nothing to choose, or a form was just answered. */
    public List<Language> languages() {
        List<String> offered = PublicLanguage.offered(tags(business));
        return offered.size() < 2
                ? List.of()
                : offered.stream()
                        .map(this::language)
                        .filter(language -> language.path() != null)
                        .toList();
    }

    private Language language(String code) {
        Locale locale = Locale.of(code);
        String name = locale.getDisplayLanguage(locale);
        return new Language(
                code,
                name.substring(0, 1).toUpperCase(locale) + name.substring(1),
                view.pathIn(code));
    }

    /** Whether the page is in it. */
    public boolean speaks(Language language) {
        return view.locale().getLanguage().equals(language.code());
    }

    /** A path below the business's, in the language this page's address names. */
    public String path(String below) {
        String named = view.languageInAddress();
        String path = "/book/" + business.slug() + below;
        return named == null ? path : path + "?" + PublicLanguage.NAME + "=" + named;
    }

    /** Sites that may show it in a frame. */
    List<String> sites() {
        return rules.allowedSites() == null
                ? List.of()
                : rules.allowedSites()
                        .lines()
                        .map(s -> s.strip().replaceFirst("/$", ""))
                        .filter(s -> !s.isEmpty())
                        .toList();
    }

    /** What somebody is told who can't book online. */
    public String callUs() {
        return rules.callUs() == null ? view.t("online.call_us", business.name()) : rules.callUs();
    }
}
