package app.clientele.site;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Styles, scripts and pictures under names that carry a hash of their content, so that browsers may
 * keep them for ever. The build writes them with the list of names ({@code src/build/Assets.java}).
 */
@Component
class Assets {
    static final String FOLDER = "/assets/";
    private final boolean dev;
    private final Properties names;
    private final Set<String> drawn;
    private final Map<String, Content> icons = new ConcurrentHashMap<>();

    Assets(@Value("${clientele.dev:false}") boolean dev) {
        this.dev = dev;
        this.names = read();
        this.drawn = Set.of(names.getProperty("icons").split(" "));
    }

    String path(String name) {
        var hashed = (dev ? read() : names).getProperty(name);
        if (hashed == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return FOLDER + hashed;
    }

    /**
     * An icon, hidden from screen readers.
     *
     * @throws IllegalArgumentException when the sprite has none of that name
     */
    Content icon(String name, String classes) {
        return icons.computeIfAbsent(name + " " + classes, key -> draw(name, classes));
    }

    private Content draw(String name, String classes) {
        if (!drawn.contains(name)) {
            throw new IllegalArgumentException("Not in icons.txt: " + name);
        }
        var look = classes.isEmpty() ? "icon" : "icon " + classes;
        var use = path("icons.svg") + "#" + name;
        var markup = "<svg class=\"%s\" aria-hidden=\"true\"><use href=\"%s\"/></svg>";
        var svg = markup.formatted(look, use);
        return out -> out.writeContent(svg);
    }

    private static Properties read() {
        try (InputStream list = Assets.class.getResourceAsStream("/assets.properties")) {
            if (list == null) {
                throw new IllegalStateException("The build left no /assets.properties");
            }
            var names = new Properties();
            names.load(list);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
