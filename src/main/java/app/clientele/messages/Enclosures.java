package app.clientele.messages;

import app.clientele.shared.Caller;
import app.clientele.shared.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Finds who makes what letters bring along, and asks whether the caller may see it. */
@Component
class Enclosures {
    private final ObjectProvider<EnclosedPaper> papers;

    Enclosures(ObjectProvider<EnclosedPaper> papers) {
        this.papers = papers;
    }

    /** The kinds whose papers the caller may see. */
    List<String> seen() {
        Caller caller = Caller.current();
        return papers.stream()
                .filter(paper -> caller.may(paper.permission()))
                .map(EnclosedPaper::kind)
                .toList();
    }

    private Optional<EnclosedPaper> paper(Enclosure enclosed) {
        return papers.stream().filter(p -> p.kind().equals(enclosed.kind())).findFirst();
    }

    /** What a message brings, as a PDF. */
    byte[] print(Message message) {
        Enclosure enclosed = message.enclosed();
        if (enclosed == null) {
            throw new NotFound("attachment");
        }
        EnclosedPaper paper = paper(enclosed).orElseThrow(() -> new NotFound("attachment"));
        Caller.current().require(paper.permission());
        return paper.print(enclosed.id(), Locale.forLanguageTag(message.language()))
                .orElseThrow(() -> new NotFound("attachment"));
    }

    /** The message with its secret, for whoever may see that. */
    Message opened(Message message) {
        Enclosure enclosed = message.enclosed();
        String masked = enclosed == null ? null : enclosed.masked();
        if (enclosed == null || masked == null || !seen().contains(enclosed.kind())) {
            return message;
        }
        return paper(enclosed)
                .flatMap(paper -> paper.secret(enclosed.id()))
                .map(secret ->
                        message.with(
                                put(message.text(), masked, secret), html(message, masked, secret)))
                .orElse(message);
    }

    private static @Nullable String html(Message message, String masked, String secret) {
        return put(message.html(), HtmlUtils.htmlEscape(masked), HtmlUtils.htmlEscape(secret));
    }

    private static @Nullable String put(@Nullable String text, String masked, String secret) {
        return text == null ? null : text.replace(masked, secret);
    }
}
