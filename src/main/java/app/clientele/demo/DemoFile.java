package app.clientele.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plain text file of the demo data: lines {@code name value}, then sections begun by {@code
 * [name]}. Lines that begin with # are skipped.
 */
final class DemoFile {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private DemoFile() {}

    static DemoFile read(String path) {
        DemoFile file = new DemoFile();
        List<String> section = null;
        for (String line : lines(path)) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                file.sections.put(line.substring(1, line.length() - 1), section);
            } else if (section != null) {
                section.add(line);
            } else {
                int gap = line.indexOf(' ');
                file.values.put(line.substring(0, gap), line.substring(gap + 1).strip());
            }
        }
        return file;
    }

    private static List<String> lines(String path) {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("No demo data called " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable String find(String name) {
        return values.get(name);
    }

    String get(String name) {
        return get(name, null);
    }

    String get(String name, @Nullable String otherwise) {
        String value = values.getOrDefault(name, otherwise);
        if (value == null) {
            throw new IllegalArgumentException("Demo data without " + name);
        }
        return value;
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(get(name, String.valueOf(otherwise)));
    }

    Set<String> sections() {
        return sections.keySet();
    }

    List<String> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    /** The entries of a section, separated by commas. */
    List<String> list(String name) {
        return section(name).stream().flatMap(line -> split(line, ",").stream()).toList();
    }

    static List<String> split(String line, String separator) {
        return Arrays.stream(line.split(java.util.regex.Pattern.quote(separator), -1))
                .map(String::strip)
                .toList();
    }
}
