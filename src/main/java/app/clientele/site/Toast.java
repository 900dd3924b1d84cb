package app.clientele.site;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short confirmation shown over the page, with Undo when the deed can be undone.
 *
 * @param key message key
 * @param undo path that takes the deed back when posted to
 */
public record Toast(String key, List<String> args, @Nullable String undo) {

    public static Toast of(String key, @Nullable Object... args) {
        return new Toast(key, Arrays.stream(args).map(String::valueOf).toList(), null);
    }

    public Toast undo(String path) {
        return new Toast(key, args, path);
    }
}
