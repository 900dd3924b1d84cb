package app.clientele.imports.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole file can't be read as a list of customers; the key says why in the person's words. */
public final class UnreadableFile extends RuntimeException {
    private final String key;
    private final List<Object> args;

    UnreadableFile(String reason, Object... args) {
        this(null, reason, args);
    }

    UnreadableFile(@Nullable Throwable cause, String reason, Object... args) {
        super("imports.unreadable." + reason + " " + List.of(args), cause);
        this.key = "imports.unreadable." + reason;
        this.args = List.of(args);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
