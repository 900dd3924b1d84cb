package app.clientele.site;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
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

    Assets(@Value("${clientele.dev:false}") boolean dev) {
        this.dev = dev;
        this.names = read();
    }

    String path(String name) {
        var hashed = (dev ? read() : names).getProperty(name);
        if (hashed == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return FOLDER + hashed;
    }

    /** The name is the program's own, never a user's. */
    Content icon(String name, String classes) {
        var look = classes.isEmpty() ? "icon" : "icon " + classes;
        var markup =
                "<svg class=\"%s\" aria-hidden=\"true\"><use href=\"%s#%s\"></use></svg>"
                        .formatted(look, path("icons.svg"), name);
        return out -> out.writeContent(markup);
    }

    private static Properties read() {
        try (InputStream list = Assets.class.getResourceAsStream("/assets/names.properties")) {
            if (list == null) {
                throw new IllegalStateException("The build left no /assets/names.properties");
            }
            var names = new Properties();
            names.load(list);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
