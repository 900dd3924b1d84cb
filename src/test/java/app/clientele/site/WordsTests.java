package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All words people read are in the bundles, and the bundles hold nothing else. */
class WordsTests {
    private static final String KEY = "([a-z][\\w-]*(?:\\.[\\w-]+)+)";
    private static final List<String> USES =
            List.of(
                    "\\b(?:t|tn)\\(\\s*\"" + KEY + "\"[,)]",
                    "Toast\\.of\\(\\s*\"" + KEY + "\"",
                    "new NavItem\\(\\s*\"[\\w-]+\",\\s*\"" + KEY + "\"",
                    "new SettingsItem\\(\\s*\"[\\w-]+\",\\s*\"" + KEY + "\"",
                    "new PaletteAction\\(\\s*\"" + KEY + "\"",
                    "new AccountItem\\(\\s*\"" + KEY + "\"",
                    "\\.text\\(\\s*\\w+(?:\\(\\))?,\\s*\"" + KEY + "\"[,)]");

    /** Named in other ways than by a literal that ends in a dot. */
    private static final List<String> DYNAMIC = List.of("imports.target.");

    private final Properties english = bundle("messages.properties");
    private final Map<Path, String> code = Sources.code();

    @Test
    void everyWordUsedIsInTheBundle() {
        var used = new TreeSet<String>();
        USES.forEach(use -> used.addAll(Sources.found(code, use)));
        assertThat(used).isNotEmpty();
        used.removeAll(english.stringPropertyNames());
        assertThat(used).as("keys without words in messages.properties").isEmpty();
    }

    /** A key is used when it is spelt out, or begins with a literal that ends in a dot. */
    @Test
    void everyWordInTheBundleIsUsed() {
        var literals = Sources.found(code, "\"" + KEY + "\"");
        var beginnings = Sources.found(code, "\"((?:[a-z][\\w-]*\\.)+)\"");
        var unused = new TreeSet<>(english.stringPropertyNames());
        unused.removeAll(literals);
        beginnings.addAll(DYNAMIC);
        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        assertThat(unused).as("words in messages.properties that nothing shows").isEmpty();
    }

    @Test
    void everyPatternIsAPattern() {
        english.forEach((key, text) -> new MessageFormat((String) text, Locale.ENGLISH));
    }

    /** The plain apostrophe is special in patterns and not the right sign anyway. */
    @Test
    void apostrophesAreTypographic() {
        Sources.read(Path.of("src/main/resources"), ".properties")
                .forEach((file, text) ->
                        assertThat(values(text)).as("%s", file).noneMatch(v -> v.contains("'")));
    }

    @Test
    void otherLanguagesTranslateOnlyWhatThereIs() {
        for (var language : List.of("nl", "de", "fr", "es")) {
            var keys =
                    new TreeSet<>(
                            bundle("messages_" + language + ".properties").stringPropertyNames());
            keys.removeAll(english.stringPropertyNames());
            assertThat(keys).as("keys of %s unknown in English", language).isEmpty();
        }
    }

    private static Set<String> values(String text) {
        var bundle = new Properties();
        try {
            bundle.load(new StringReader(text));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bundle.values().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static Properties bundle(String name) {
        var bundle = new Properties();
        var texts = Sources.read(Path.of("src/main/resources"), name);
        try {
            bundle.load(new StringReader(String.join("\n", texts.values())));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bundle;
    }
}
