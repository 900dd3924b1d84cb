package app.clientele.customers.web.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTextTests {
    @Test
    void emphasisAndListsAreShown() {
        assertThat(html("*soft* **strong**"))
                .isEqualTo("<p><em>soft</em> <strong>strong</strong></p>");
        assertThat(html("- one\n- two")).isEqualTo("<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
        assertThat(html("1. one\n2. two")).startsWith("<ol>");
    }

    @Test
    void linesStayLines() {
        assertThat(html("one\ntwo")).isEqualTo("<p>one<br>\ntwo</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[press](javascript:alert(1))",
                "![x](https://elsewhere.example/x.png)",
                "<https://elsewhere.example>",
                "# no heading",
                "> no quote",
                "`no code`",
                "```\nno code\n```",
                "[a]: https://elsewhere.example \"x\"",
                "\\[press](javascript:alert(1))",
                "\\\\[press](javascript:alert(1))",
                "&lt;b&gt;",
                "---",
                "2 < 3 & 4 > 1"
            })
    void everythingElseIsShownAsTyped(String typed) {
        assertThat(html(typed))
                .doesNotContain("<a", "<img", "<script", "<code", "<h1", "<hr", "<block");
        assertThat(plain(html(typed)).replace("\n", "")).isEqualTo(typed.replace("\n", ""));
    }

    @Test
    void aStarCanBeMeant() {
        assertThat(html("5 \\* 3 \\_")).isEqualTo("<p>5 * 3 _</p>");
    }

    private static String html(String typed) {
        return NoteText.html(typed).strip();
    }

    private static String plain(String html) {
        return html.replaceAll("</?(p|br)>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
