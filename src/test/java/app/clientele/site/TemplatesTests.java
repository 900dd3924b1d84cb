package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the content security policy forbids, and what would fail only when somebody looks. */
class TemplatesTests {
    @Test
    void everyIconUsedIsDrawn() {
        var used = new TreeSet<String>();
        for (var use : List.of("\\bicon\\(\"([a-z0-9-]+)\"", "\\bicon = \"([a-z0-9-]+)\"")) {
            used.addAll(Sources.found(Sources.code(), use));
        }
        var assets = new Assets(false);
        assertThat(used).isNotEmpty().allSatisfy(name -> assets.icon(name, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\\sstyle\\s*=)",
                "(\\son[a-z]+\\s*=)",
                "(hx-on)",
                "(hx-vals\\s*=\\s*.js:)",
                "(javascript:)",
                "(<style)",
                "(<script(?![^>]*\\ssrc=)[^>]*>)",
                "(\\$unsafe)",
                "(target=\"_blank\"(?![^>]*noopener))",
                "(https?://)"
            })
    void noTemplateNeedsMoreThanThePolicyAllows(String forbidden) {
        assertThat(Sources.found(Sources.templates(), forbidden)).isEmpty();
    }

    @Test
    void scriptsEvaluateNothingAndKeepNothing() {
        var scripts = Sources.read(Path.of("src/main/frontend"), ".js");
        var risky =
                "(\\beval\\(|new Function|document\\.write|localStorage|sessionStorage\\.set|indexedDB)";
        assertThat(Sources.found(scripts, risky)).isEmpty();
        assertThat(scripts)
                .allSatisfy((file, text) -> assertThat(text.lines()).hasSizeLessThan(150));
    }
}
