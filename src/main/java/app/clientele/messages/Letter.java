package app.clientele.messages;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What is to be written to somebody by e-mail.
 *
 * @param customer whom it is for, if a customer
 * @param about another customer it names
 * @param purpose what for, such as {@code invitation}
 * @param link where it leads, as a whole address; absent where there is nothing to do
 * @param linkText what the link does
 * @param after what stands below the link
 * @param enclosed the paper it brings along
 */
public record Letter(
        @Nullable UUID customer,
        @Nullable UUID about,
        String address,
        String purpose,
        Locale language,
        String subject,
        List<String> before,
        @Nullable String link,
        @Nullable String linkText,
        List<String> after,
        @Nullable Enclosure enclosed) {
    /** One that brings nothing along. */
    public Letter(
            @Nullable UUID customer,
            @Nullable UUID about,
            String address,
            String purpose,
            Locale language,
            String subject,
            List<String> before,
            @Nullable String link,
            @Nullable String linkText,
            List<String> after) {
        this(
                customer, about, address, purpose, language, subject, before, link, linkText, after,
                null);
    }

    String text() {
        return Stream.of(
                        before,
                        link == null ? List.<String>of() : List.of(linkText + ":\n" + link),
                        after)
                .flatMap(List::stream)
                .collect(Collectors.joining("\n\n"));
    }

    String html() {
        return "<html lang=\"%s\"><body>%s%s%s</body></html>"
                .formatted(language.getLanguage(), paragraphs(before), anchor(), paragraphs(after));
    }

    private String anchor() {
        return link == null || linkText == null
                ? ""
                : "<p><a href=\"%s\">%s</a></p>"
                        .formatted(HtmlUtils.htmlEscape(link), HtmlUtils.htmlEscape(linkText));
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream()
                .map(text -> "<p>" + HtmlUtils.htmlEscape(text) + "</p>")
                .collect(Collectors.joining());
    }
}
