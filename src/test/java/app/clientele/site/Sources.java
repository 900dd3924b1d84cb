package app.clientele.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources as text, for rules about words, icons and templates. */
final class Sources {
    private Sources() {}

    /** Every Java file and template of the program: path to text. */
    static Map<Path, String> code() {
        var all = read(Path.of("src/main/java"), ".java");
        all.putAll(templates());
        return all;
    }

    static Map<Path, String> templates() {
        return read(Path.of("src/main/jte"), ".jte");
    }

    static Map<Path, String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            var texts = new TreeMap<Path, String>();
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> texts.put(file, text(file)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first group of the pattern matches in all these texts. */
    static Set<String> found(Map<Path, String> texts, String pattern) {
        var compiled = Pattern.compile(pattern);
        var found = new TreeSet<String>();
        texts.values().forEach(text -> groups(compiled, text).forEach(found::add));
        return found;
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
