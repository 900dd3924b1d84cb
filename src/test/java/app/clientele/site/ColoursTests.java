package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WCAG 1.4.3 and 1.4.11, measured on the tokens themselves for every surface a colour may stand on.
 */
class ColoursTests {
    private static final List<String> SURFACES =
            List.of("ground", "surface", "raised", "sunken", "hover", "accent-soft");
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
    private static final Pattern CHIP =
            Pattern.compile(
                    "(?m)^(\\[data-bs-theme=\"dark\"] )?.*\\.(?:chip|timeline-icon)(-[a-z]+)?[^{]*\\{ --chip: (#[0-9a-f]{6}); --chip-text: (#[0-9a-f]{6})");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textCanBeReadOnEverySurface(String theme) {
        var colours = tokens(theme);
        for (var surface : SURFACES) {
            for (var text : List.of("text", "text-soft")) {
                assertContrast(colours, text, surface, 4.5);
            }
        }
        for (var surface : List.of("ground", "surface", "raised", "hover", "accent-soft")) {
            assertContrast(colours, "accent-text", surface, 4.5);
        }
        for (var kind : List.of("danger", "warning", "good", "info")) {
            assertContrast(colours, kind, kind + "-soft", 4.5);
            assertContrast(colours, kind, "surface", 4.5);
        }
        assertContrast(colours, "on-accent", "accent", 4.5);
        assertContrast(colours, "on-accent", "accent-strong", 4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void fieldsAndTheFocusRingCanBeSeen(String theme) {
        var colours = tokens(theme);
        for (var surface : SURFACES) {
            assertContrast(colours, "focus", surface, 3);
        }
        for (var surface : List.of("ground", "surface", "raised")) {
            assertContrast(colours, "line-strong", surface, 3);
            assertContrast(colours, "accent", surface, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void chipsCanBeRead(String theme) {
        var chips =
                CHIP.matcher(css("50-parts.css"))
                        .results()
                        .filter(c -> dark(theme) == (c.group(1) != null))
                        .toList();
        assertThat(chips).hasSize(10);
        chips.forEach(c ->
                assertThat(contrast(c.group(3), c.group(4)))
                        .as("chip%s in %s", c.group(2), theme)
                        .isGreaterThanOrEqualTo(4.5));
    }

    private static void assertContrast(
            Map<String, String> colours, String one, String other, double least) {
        assertThat(contrast(colour(colours, one), colour(colours, other)))
                .as("--%s on --%s", one, other)
                .isGreaterThanOrEqualTo(least);
    }

    private static String colour(Map<String, String> colours, String name) {
        return java.util.Objects.requireNonNull(colours.get(name), name);
    }

    private static Map<String, String> tokens(String theme) {
        var css = css("10-tokens.css");
        var from = css.indexOf("[data-bs-theme=\"" + theme + "\"]");
        var colours = new HashMap<String, String>();
        TOKEN.matcher(css.substring(from, css.indexOf('}', from)))
                .results()
                .forEach(t -> colours.put(t.group(1), t.group(2)));
        return colours;
    }

    private static String css(String file) {
        return String.join("", Sources.read(Path.of("src/main/frontend/css"), file).values());
    }

    private static boolean dark(String theme) {
        return theme.equals("dark");
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
