package app.clientele.imports.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lists of words kept beside the classes: {@code [section]} and lines of {@code KEY = word | word}.
 */
final class WordLists {
    private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();

    static WordLists load(String file) {
        try (InputStream in = WordLists.class.getResourceAsStream(file)) {
            return new WordLists(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WordLists(String text) {
        Map<String, List<String>> section = new LinkedHashMap<>();
        for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            if (line.startsWith("[")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else {
                int sign = line.indexOf(" = ");
                section.put(line.substring(0, sign).strip(), split(line.substring(sign + 3)));
            }
        }
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split(" \\| ")).map(String::strip).toList();
    }

    Map<String, List<String>> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }

    /** What is left of a word when case, accents, blanks and signs do not count. */
    static String key(String word) {
        String parts =
                Normalizer.isNormalized(word, Normalizer.Form.NFKD)
                        ? word
                        : Normalizer.normalize(word, Normalizer.Form.NFKD);
        StringBuilder key = new StringBuilder(parts.length());
        parts.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
