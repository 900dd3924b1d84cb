package app.clientele.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * In which language somebody without an account reads: what the address says, else what they chose
 * before (a cookie), else what their browser asks for, else the business's.
 */
public final class PublicLanguage {
    /** The languages in which there are words for customers. */
    public static final List<String> WRITTEN = List.of("en", "nl", "de", "fr", "es");

    /** Names it in an address and on the device. */
    public static final String NAME = "lang";

    private static final List<String> PUBLIC = List.of("/book/", "/family/");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?:^|&)" + NAME + "=([a-z]{2})(?:&|$)");

    private PublicLanguage() {}

    /** Those of these tags that we have words in, as codes; English where that leaves none. */
    public static List<String> offered(List<String> tags) {
        List<String> codes =
                tags.stream()
                        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                        .filter(WRITTEN::contains)
                        .distinct()
                        .toList();
        return codes.isEmpty() ? List.of("en") : codes;
    }

    /**
     * The reader's, with their region where their browser tells it.
     *
     * @param tags the languages a business offers, its own first
     */
    static Locale of(HttpServletRequest request, List<String> tags) {
        List<String> offered = offered(tags);
        return Stream.of(inAddress(request), kept(request))
                .flatMap(Optional::stream)
                .filter(offered::contains)
                .findFirst()
                .map(code -> regional(request, tags, code))
                .or(() ->
                        asked(request)
                                .filter(l -> offered.contains(l.getLanguage()))
                                .findFirst()
                                .map(l ->
                                        l.getCountry().isEmpty()
                                                ? tagged(tags, l.getLanguage())
                                                : l))
                .orElseGet(() -> tagged(tags, offered.getFirst()));
    }

    /** What the address says, if we have words in it. */
    static Optional<String> inAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        return Optional.ofNullable(query)
                .map(IN_ADDRESS::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .filter(WRITTEN::contains);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(c -> c.getValue());
    }

    /** Whether it is one of the pages that customers read, or the page of an error on one. */
    static boolean isPublic(HttpServletRequest request) {
        return PUBLIC.stream().anyMatch(path(request)::startsWith);
    }

    /** What was asked for, which is not where errors are sent to. */
    static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }

    /** German as in Austria, for whoever chose German and comes with an Austrian browser. */
    private static Locale regional(HttpServletRequest request, List<String> tags, String code) {
        return asked(request)
                .filter(l -> l.getLanguage().equals(code) && !l.getCountry().isEmpty())
                .findFirst()
                .orElseGet(() -> tagged(tags, code));
    }

    /** A browser that asks for nothing asks for nothing: not for the language of this computer. */
    private static Stream<Locale> asked(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Stream.of()
                : Collections.list(request.getLocales()).stream();
    }

    private static Locale tagged(List<String> tags, String code) {
        return tags.stream()
                .map(Locale::forLanguageTag)
                .filter(locale -> locale.getLanguage().equals(code))
                .findFirst()
                .orElseGet(() -> Locale.of(code));
    }
}
