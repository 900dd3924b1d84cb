package app.clientele.customers.web.notes;

import gg.jte.Content;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Shows the text of a note: emphasis and lists, and everything else as it was typed. */
public final class NoteText {
    /**
     * What would begin a link, picture, code, entity or tag; a backslash keeps its use before a
     * star.
     */
    private static final Pattern OTHER = Pattern.compile("[\\[\\]<&`!]|\\\\(?![*_])");

    private static final Parser PARSER =
            Parser.builder().enabledBlockTypes(Set.of(ListBlock.class)).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>\n").build();

    private NoteText() {}

    public static Content of(String body) {
        String html = html(body);
        return out -> out.writeContent(html);
    }

    static String html(String body) {
        return RENDERER.render(PARSER.parse(OTHER.matcher(body).replaceAll("\\\\$0")));
    }
}
